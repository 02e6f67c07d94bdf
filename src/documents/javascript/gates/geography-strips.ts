import { scopeWords } from '../../../catalog/scope-words.js';
import type { GeographyStrip } from '../../facts.js';
import { isTamePattern } from '../../gate-opens.js';
import { callsOf, isVisibleOutside, localFunction } from '../answer/functions.js';
import { memberOfClass } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { functionAround, isCallable } from '../syntax/functions.js';

/** A helper that asks another helper that asks … is as far as anybody reads. */
const deepest = 5;

/** What code takes off in ways that are not followed is taken for any geography. */
const anyGeography: GeographyStrip = { pattern: String.raw`^[a-z-]{2,6}\.(?=anthropic\.)`, flags: '' };

/** What is taken off the front of an ID before code asks about it: inline, under a name, or by a helper. */
export function geographyStrips(tree: SyntaxTree, asked: Node): readonly GeographyStrip[] {
  return stripsOf(tree, asked, deepest);
}

function stripsOf(tree: SyntaxTree, start: Node, depth: number): readonly GeographyStrip[] {
  if (depth === 0) return [];
  const node = unwrap(start);
  const within = (inner: Node) => stripsOf(tree, inner, depth);
  switch (node.type) {
    case 'Identifier':
      return ofName(tree, node, depth - 1);
    case 'AwaitExpression':
      return within(node.argument);
    case 'ConditionalExpression':
      return [...within(node.consequent), ...within(node.alternate)];
    case 'LogicalExpression':
      return [...within(node.left), ...within(node.right)];
    case 'MemberExpression': {
      if (node.computed) return within(node.object);
      const value = node.object.type === 'ThisExpression' ? memberOfClass(tree, node) : null;
      return value ? stripsOf(tree, value, depth - 1) : [];
    }
    case 'CallExpression':
      return ofCall(tree, node, depth);
    default:
      return [];
  }
}

function ofName(tree: SyntaxTree, name: Node, depth: number): readonly GeographyStrip[] {
  const variable = tree.variableOf(name);
  const [definition] = variable?.defs ?? [];
  const declared = definition?.node;
  const given = (variable?.references ?? []).flatMap(({ identifier }) => {
    const assignment = tree.parentOf(identifier);
    return assignment?.type === 'AssignmentExpression' && assignment.left === identifier ? [assignment.right] : [];
  });
  const written = given.flatMap((value) => stripsOf(tree, value, depth));
  if (declared?.type === 'VariableDeclarator' && declared.init)
    return [...stripsOf(tree, declared.init, depth), ...written];
  if (definition?.type !== 'Parameter' || !isCallable(declared)) return written;
  return [
    ...byCallers(
      tree,
      declared,
      declared.params.findIndex((each) => each === definition.name),
      depth,
    ),
    ...written,
  ];
}

/** What every call of a function that only this file calls has taken off already. */
function byCallers(tree: SyntaxTree, callable: Node, index: number, depth: number): readonly GeographyStrip[] {
  if (!isCallable(callable) || index < 0 || isVisibleOutside(tree, callable)) return [];
  const given = callsOf(tree, callable).map((call) => {
    const argument = call.type === 'CallExpression' ? call.arguments[index] : undefined;
    return argument ? stripsOf(tree, argument, depth) : [];
  });
  const [first = []] = given;
  return given.every((each) => each.length > 0) ? first : [];
}

function ofCall(tree: SyntaxTree, call: Node, depth: number): readonly GeographyStrip[] {
  if (call.type !== 'CallExpression') return [];
  const callee = unwrap(call.callee);
  const helper = localFunction(tree, callee);
  const given = call.arguments.filter(({ type }) => type !== 'SpreadElement');
  if (helper) return [...returnedBy(tree, helper), ...given].flatMap((each) => stripsOf(tree, each, depth - 1));
  if (callee.type === 'MemberExpression' && callee.object.type !== 'ThisExpression') {
    const found = ofMethod(tree, call, callee, depth);
    if (found) return found;
  }
  if (callee.type === 'Identifier' && callee.name === 'String')
    return given.flatMap((each) => stripsOf(tree, each, depth));
  // A function that is not seen may well give the bare ID.
  return given.some((each) => each.type !== 'Literal' && /model|arn|\bid\b/i.test(tree.text.slice(...each.range)))
    ? [anyGeography]
    : [];
}

/** What a method of a text, or of its pieces, takes off; `null` for methods of anything else. */
function ofMethod(tree: SyntaxTree, call: Node, callee: Node, depth: number): readonly GeographyStrip[] | null {
  if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression') return null;
  const before = () => stripsOf(tree, callee.object, depth);
  const [first, second] = call.arguments;
  switch (staticName(callee.property, callee.computed)) {
    case 'toLowerCase':
    case 'toUpperCase':
    case 'toString':
    case 'trim':
    case 'trimStart':
    case 'trimEnd':
    case 'at':
    case 'pop':
    case 'shift':
    case 'join':
    case 'filter':
    case 'find':
      return before();
    case 'replace':
    case 'replaceAll':
      return first && second ? [...before(), ...ofReplacement(first, second)] : before();
    case 'split':
      return first && !mayHoldDot(first) ? before() : [anyGeography];
    case 'slice':
    case 'substring':
    case 'substr':
      return first?.type === 'Literal' && first.value === 0 ? before() : [anyGeography];
    case 'match':
    case 'exec':
      return [anyGeography];
    default:
      return null;
  }
}

/** `split(':')` leaves the geography where it is. */
function mayHoldDot(separator: Node): boolean {
  return separator.type !== 'Literal' || typeof separator.value !== 'string' || separator.value.includes('.');
}

const sample = 'anthropic.claude';
const profiles = scopeWords.map((scope) => `${scope}.${sample}`);

function ofReplacement(pattern: Node, replacement: Node): readonly GeographyStrip[] {
  if (pattern.type !== 'Literal' || replacement.type !== 'Literal' || typeof replacement.value !== 'string')
    return [anyGeography];
  const strip = stripOf(pattern);
  if (!strip) return [];
  const found = new RegExp(strip.pattern, strip.flags);
  const { value } = replacement;
  if (profiles.every((profile) => profile.replace(found, value).startsWith(profile.slice(0, 3)))) return [];
  return value === '' ? [strip] : [anyGeography];
}

/** A pattern that may be tried; what can't be is taken for the simplest that code may mean. */
function stripOf(pattern: Node): GeographyStrip | null {
  if (pattern.type !== 'Literal') return null;
  if ('regex' in pattern) {
    const strip = { pattern: pattern.regex.pattern, flags: pattern.regex.flags.replace(/[gy]/g, '') };
    return isTamePattern(strip.pattern) ? strip : anyGeography;
  }
  return typeof pattern.value === 'string'
    ? { pattern: pattern.value.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), flags: '' }
    : null;
}

function returnedBy(tree: SyntaxTree, callable: Node): readonly Node[] {
  if (callable.type === 'ArrowFunctionExpression' && callable.body.type !== 'BlockStatement') return [callable.body];
  return tree
    .all('ReturnStatement')
    .flatMap((each) => (each.argument && functionAround(tree, each) === callable ? [each.argument] : []));
}
