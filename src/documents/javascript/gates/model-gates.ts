import { parseModelName } from '../../../catalog/model-id.js';
import { isScopePrefix, isScopeWord } from '../../../catalog/scope-words.js';
import type { ModelGate } from '../../facts.js';
import { isFragment } from './fragment.js';
import { gateAtom } from './gate-atom.js';
import { gateOfFirstPiece } from './first-piece.js';
import { gateOfForm } from './form-gates.js';
import { gateOfEach } from './gate-of-each.js';
import { geographyStrips } from './geography-strips.js';
import { createGuards } from './create-guards.js';
import { gatesOfLookups } from './looked-up-pieces.js';
import { gateOfSplit } from './taken-apart.js';
import { definitionOf, type Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

const methods: ReadonlyMap<string, ModelGate['kind']> = new Map<string, ModelGate['kind']>([
  ['includes', 'includes'],
  ['indexOf', 'includes'],
  ['search', 'includes'],
  ['match', 'includes'],
  ['startsWith', 'startsWith'],
  ['endsWith', 'endsWith'],
]);

/** Code that decides by parts of a model ID. What a test decides by decides nothing about the program. */
export function collectModelGates(tree: SyntaxTree, sites: readonly CallSite[], reach: Reach): ModelGate[] {
  if (isTestSource(tree)) return [];
  const called = tree.all('CallExpression').flatMap((call) => {
    const gate = gateOfCall(tree, call, reach) ?? gateOfPart(tree, call, reach);
    return gate ? [{ call, gate: withStrips(tree, gate, call) }] : [];
  });
  const gates: ModelGate[] = sites.length > 0 ? withGuards(tree, called, sites, reach) : called.map(({ gate }) => gate);
  gates.push(...gatesOfLookups(tree, reach));
  for (const comparison of tree.all('BinaryExpression')) {
    if (!/^[!=]==?$/.test(comparison.operator)) continue;
    for (const side of [comparison.left, comparison.right]) {
      const text = textOf(side);
      if (text !== null && parseModelName(text))
        gates.push({ kind: 'equality', patterns: [text], range: comparison.range, geography: false });
    }
  }
  return gates;
}

/** Behind a geography that is taken off, the bare ID is asked about. */
function withStrips(tree: SyntaxTree, gate: ModelGate, call: Node): ModelGate {
  const atom = gate.geography ? null : gateAtom(tree, gate, call);
  const strips = atom ? geographyStrips(tree, atom.subject) : [];
  return strips.length > 0 ? { ...gate, strips } : gate;
}

interface CalledGate {
  readonly call: Node;
  readonly gate: ModelGate;
}

function withGuards(
  tree: SyntaxTree,
  called: readonly CalledGate[],
  sites: readonly CallSite[],
  reach: Reach,
): ModelGate[] {
  const found = called.map(({ call, gate }) => {
    // A name that nothing reads any more would be left behind.
    const atom = gate.kind !== 'list' && namesPattern(call) ? null : gateAtom(tree, gate, call);
    return { gate, atom: atom && { ...atom, gate } };
  });
  const atoms = new Map(found.flatMap(({ atom }) => (atom ? [[unwrap(atom.node), atom] as const] : [])));
  const guardOf = createGuards(tree, atoms, sites, reach);
  return found.map(({ gate, atom }) => {
    const guard = atom && guardOf(atom);
    return guard ? { ...gate, guard } : gate;
  });
}

function gateOfCall(tree: SyntaxTree, call: Node, reach: Reach): ModelGate | null {
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  // `@Matches(/^us\.anthropic/)` of class-validator
  if (callee.type === 'Identifier' && callee.name === 'Matches' && argument) return gateOfPattern(argument, call);
  if (callee.type !== 'MemberExpression' || !argument) return null;
  const method = staticName(callee.property, callee.computed) ?? '';
  const isAsked = method === 'test' || method === 'exec';
  if (isForPeople(tree, isAsked ? argument : callee.object)) return null;
  if (isAsked)
    return (
      gateOfPattern(writtenOut(tree, callee.object, reach), call) ??
      gateOfEach({ tree, node: callee.object }, null, call, reach)
    );
  if (method === 'match' || method === 'replace') {
    const gate = gateOfPattern(writtenOut(tree, argument, reach), call);
    if (gate?.geography && method === 'replace' && textOf(call.arguments[1] ?? call) === '')
      return { ...gate, takesOff: true };
    if (gate || method === 'replace') return gate;
  }
  // `z.string().regex(/…/)`, `Joi.string().pattern(/…/)`
  if (/^(?:regex|pattern|matches)$/.test(method)) return gateOfPattern(writtenOut(tree, argument, reach), call);
  if (method === 'split') return gateOfSplit(tree, call, callee.object, textOf(argument), reach);
  const kind = methods.get(method);
  const text = kind ? fragmentOf(tree, argument, reach) : null;
  if (kind && text !== null)
    return isFragment(text) || isScopePrefix(text)
      ? { kind, patterns: [text], range: call.range, geography: isScopePrefix(text) }
      : null;
  const each = kind ? gateOfEach({ tree, node: argument }, kind, call, reach) : null;
  if (each) return each;
  return method === 'some' || method === 'includes' ? gateOfList(tree, callee.object, call, reach) : null;
}

/** What is asked for a part that no other gate knows. */
function gateOfPart(tree: SyntaxTree, call: Node, reach: Reach): ModelGate | null {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression') return null;
  const [argument] = call.arguments;
  const method = staticName(callee.property, callee.computed) ?? '';
  if (!argument) return null;
  const isAsked = method === 'test' || method === 'exec';
  const [subject, pattern] = isAsked ? [argument, callee.object] : [callee.object, argument];
  if (isForPeople(tree, subject)) return null;
  const written = writtenOut(tree, pattern, reach);
  return (
    gateOfFirstPiece(tree, call, subject, method, written, reach) ??
    gateOfForm(tree, call, subject, method, written, reach)
  );
}

/** The title of a model stays when its ID moves: `modelTitle.toLowerCase().includes('claude-3')`. */
function isForPeople(tree: SyntaxTree, subject: Node) {
  return /(?:title|label|display_?name)(?:\W*to\w{1,12}Case\(\))?$/i.test(tree.text.slice(...subject.range));
}

/** `id.includes('claude-3')`, `id.startsWith(PREFIX)`; a name for a whole ID is moved together with what it names. */
function fragmentOf(tree: SyntaxTree, argument: Node, reach: Reach): string | null {
  const text = textOf(writtenOut(tree, argument, reach));
  return text !== null && isNamed(argument) && parseModelName(text) ? null : text;
}

/** What stands behind a name: a text or a pattern that code gives one. */
function writtenOut(tree: SyntaxTree, node: Node, reach: Reach): Node {
  return isNamed(node) ? (definitionOf({ tree, node }, reach)?.node ?? node) : node;
}

function namesPattern(call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = call.callee;
  const [argument] = call.arguments;
  const isAsked = /^(?:test|exec)$/.test(staticName(property, computed) ?? '');
  return isNamed(isAsked ? unwrap(object) : (argument ?? call));
}

function isNamed(node: Node): boolean {
  return node.type === 'Identifier' || node.type === 'MemberExpression';
}

function gateOfPattern(pattern: Node, call: Node): ModelGate | null {
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return null;
  const { pattern: source, flags } = pattern.regex;
  const isGeography = listsGeographies(source);
  if (!isGeography && !/claude|anthropic/i.test(source)) return null;
  return { kind: 'regex', patterns: [source], flags, range: call.range, geography: isGeography };
}

/** `^(us|eu|apac)\.`, `^us\.|^eu\.` */
function listsGeographies(source: string): boolean {
  const [first, second] = source
    .toLowerCase()
    .split('|', 2)
    .map((part) => part.replace(/^\W+|\W.*$/g, ''));
  return first !== undefined && second !== undefined && first !== 'in' && isScopeWord(first) && isScopeWord(second);
}

/** `['us.', 'eu.'].some((prefix) => id.startsWith(prefix))`, `LIST.includes(id)`. */
function gateOfList(tree: SyntaxTree, list: Node, call: Node, reach: Reach): ModelGate | null {
  const definition = definitionOf({ tree, node: list }, reach);
  const patterns = definition ? patternsOf(definition.node) : null;
  if (!patterns) return null;
  return { kind: 'list', patterns, range: call.range, geography: !parseModelName(patterns[0] ?? '') };
}

const patterns = new WeakMap<Node, readonly string[] | 'none'>();

/** The IDs or geographies that a list consists of, read once however often the list is asked. */
function patternsOf(list: Node): readonly string[] | null {
  const known = patterns.get(list) ?? readPatterns(list) ?? 'none';
  patterns.set(list, known);
  return known === 'none' ? null : known;
}

function readPatterns(list: Node): readonly string[] | null {
  if (list.type !== 'ArrayExpression' || list.elements.length < 2) return null;
  const texts = list.elements.map((element) => (element && element.type !== 'SpreadElement' ? textOf(element) : null));
  const known = texts.filter((text) => text !== null);
  if (known.length !== texts.length) return null;
  const listsGeography =
    known.every((text) => isScopeWord(text.replace(/\.$/, ''))) &&
    known.some((text) => /^(?:eu|apac|ap)\.?$/.test(text));
  return listsGeography || known.every((text) => parseModelName(text)) ? known : null;
}

function textOf(node: Node): string | null {
  return staticName(unwrap(node), true);
}
