import type { ToolInputCheck } from '../../tool-input-check.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import { declaredWith } from '../modules/bindings.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import { dialectOf } from '../surfaces/dialect-of.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { InputValue } from './input-value.js';
import { followInput, isDeclared } from './input-values.js';
import { areTyped, type InputSource, inputSources } from './input-sources.js';
import { freeTexts } from './schema-texts.js';
import { toolParameters } from './tool-functions.js';
import { trimPlace } from './trim-place.js';

/** Every place that takes a text of a tool's input, or its JSON, letter by letter. */
export function collectToolInputChecks(
  tree: SyntaxTree,
  sites: readonly CallSite[],
  reach: Reach,
): readonly ToolInputCheck[] {
  if (sites.length === 0 || isTestSource(tree)) return [];
  return sites.flatMap((site) => {
    const trace = traceOfSite(site, tree, reach);
    if (trace.origin.isForeign) return [];
    const sources = [...inputSources(trace, tree), ...handedSources(tree, site, reach)];
    return sources.flatMap(({ node, value: start }) =>
      followInput(tree, node, start).flatMap(([holder, value]) => {
        const found = checkAt(tree, holder, value);
        return found ? [{ ...found, call: site.node.range }] : [];
      }),
    );
  });
}

/** Inputs that a library hands to the functions of tools. */
function handedSources(tree: SyntaxTree, site: CallSite, reach: Reach): readonly InputSource[] {
  return toolParameters(tree, site, reach).map((node) => ({
    node,
    value: { kind: 'input', source: node, isTrimmable: areTyped(tree, dialectOf(site)), isChecked: true },
  }));
}

type Found = Omit<ToolInputCheck, 'call'>;

function checkAt(tree: SyntaxTree, node: Node, value: InputValue): Found | null {
  const parent = tree.parentOf(node);
  if (!parent || (value.kind !== 'field' && value.kind !== 'json')) return null;
  const subject = tree.text.slice(...node.range);
  if (value.kind === 'json') {
    const range = textSearch(tree, node, parent);
    return range && { shape: 'serialized', range, subject, trim: null, input: null };
  }
  const shape = freeTexts(tree).has(value.name) ? shapeOf(tree, node, parent) : null;
  return (
    shape && {
      shape,
      range: parent.type === 'SwitchStatement' ? node.range : parent.range,
      subject,
      trim: trimPlace(tree, node, value),
      input: placeOf(tree, value.source),
    }
  );
}

/** Where the input is an expression that a call can be written around. */
function placeOf(tree: SyntaxTree, source: Node | null): ToolInputCheck['input'] {
  // A pattern gives the input a name; there is no expression to wrap.
  if (!source || isDeclared(tree, source)) return null;
  const { range } = source;
  const parent = tree.parentOf(source);
  const isRead = (parent?.type === 'MemberExpression' && !parent.optional) || parent?.type === 'TSNonNullExpression';
  if (!isRead || !tree.text.slice(...range).includes('?.')) return { range, then: '' };
  // What `?.` cuts short goes on behind the call.
  const after = tree.text[range[1]];
  return after === '.' || after === '[' ? { range, then: after === '.' ? '?' : '?.' } : null;
}

function shapeOf(tree: SyntaxTree, node: Node, parent: Node): 'compared' | 'switched' | 'looked' | null {
  switch (parent.type) {
    case 'BinaryExpression':
      return isLiteralComparison(node, parent) ? 'compared' : null;
    case 'SwitchStatement':
      return parent.discriminant === node ? 'switched' : null;
    case 'MemberExpression':
      return parent.property === node && parent.computed ? 'looked' : null;
    case 'CallExpression': {
      const callee = unwrap(parent.callee);
      const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
      if (callee.type !== 'MemberExpression' || parent.arguments[0] !== node) return null;
      // A text is searched for what it holds, white space and all.
      const isLooked =
        name === 'includes' || name === 'indexOf'
          ? isList(tree, callee.object)
          : /^(?:get|has|hasOwn)$/.test(name ?? '');
      return isLooked ? 'looked' : null;
    }
    default:
      return null;
  }
}

/** `['a', 'b']`, or a name that is given to such a list. */
function isList(tree: SyntaxTree, expression: Node): boolean {
  const node = unwrap(expression);
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const declared = variable ? declaredWith(variable) : null;
  const list = declared?.path.length === 0 ? unwrap(declared.value) : node;
  return list.type === 'ArrayExpression';
}

function isLiteralComparison(node: Node, { left, right, operator }: Extract<Node, { type: 'BinaryExpression' }>) {
  if (!/^[!=]==?$/.test(operator)) return false;
  const text = staticName(left === node ? right : left, true);
  const other = unwrap(left === node ? right : left);
  // Nothing ends in a line break and is empty.
  return text !== null && text !== '' && !(other.type === 'Literal' && typeof other.value === 'number');
}

const searches = /^(?:includes|indexOf|lastIndexOf|startsWith|endsWith|match|matchAll|search)$/;

/** `json.includes('"done":true')`, `/"done":true/.test(json)`, `json === '{}'` */
function textSearch(tree: SyntaxTree, node: Node, parent: Node): ToolInputCheck['range'] | null {
  if (parent.type === 'BinaryExpression' && isLiteralComparison(node, parent)) {
    const other = unwrap(parent.left === node ? parent.right : parent.left);
    // An empty object and nothing have one form each.
    return /^["'`](?:\{\}|\[\])?["'`]$/.test(tree.text.slice(...other.range)) ? null : parent.range;
  }
  const call = parent.type === 'MemberExpression' ? tree.parentOf(parent) : parent;
  if (call?.type !== 'CallExpression') return null;
  if (parent.type === 'MemberExpression')
    return parent.object === node &&
      call.callee === parent &&
      searches.test(staticName(parent.property, parent.computed) ?? '')
      ? call.range
      : null;
  const callee = unwrap(call.callee);
  const isPattern =
    callee.type === 'MemberExpression' &&
    unwrap(callee.object).type === 'Literal' &&
    /^(?:test|exec)$/.test(staticName(callee.property, callee.computed) ?? '');
  return isPattern ? call.range : null;
}
