import type { ToolInputCheck } from '../../tool-input-check.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Reach } from '../reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { isTestSource } from '../test-source.js';
import { staticName, unwrap } from '../unwrap.js';
import { followInput, type InputValue } from './input-values.js';
import { inputSources } from './input-sources.js';
import { freeTexts } from './schema-texts.js';
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
    return inputSources(trace).flatMap(({ node, isText }) =>
      followInput(tree, node, { kind: isText ? 'json' : 'input' }).flatMap(([holder, value]) => {
        const found = checkAt(tree, holder, value);
        return found ? [{ ...found, call: site.node.range, input: node.range }] : [];
      }),
    );
  });
}

type Found = Pick<ToolInputCheck, 'shape' | 'range' | 'subject' | 'trim'>;

function checkAt(tree: SyntaxTree, node: Node, value: InputValue): Found | null {
  const parent = tree.parentOf(node);
  if (!parent || value.kind === 'input') return null;
  const subject = tree.text.slice(...node.range);
  if (value.kind === 'json') {
    const range = textSearch(tree, node, parent);
    return range && { shape: 'serialized', range, subject, trim: null };
  }
  const shape = freeTexts(tree).has(value.name) ? shapeOf(node, parent) : null;
  return (
    shape && {
      shape,
      range: parent.type === 'SwitchStatement' ? node.range : parent.range,
      subject,
      trim: trimPlace(tree, node, value.name),
    }
  );
}

function shapeOf(node: Node, parent: Node): 'compared' | 'switched' | 'looked' | null {
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
      return parent.arguments[0] === node && /^(?:get|has|hasOwn|includes|indexOf)$/.test(name ?? '') ? 'looked' : null;
    }
    default:
      return null;
  }
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
