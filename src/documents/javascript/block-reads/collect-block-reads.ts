import type { BlockRead } from '../../block-read.js';
import { isLogging } from '../answer/functions.js';
import { providerOfSite } from '../answer/claude-evidence.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Trace, Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { staticName } from '../syntax/unwrap.js';
import { firstBlock, type FirstBlock, firstInPattern } from './first-block.js';
import { guardedMend } from './guarded-mend.js';
import { mendOf } from './mend-of.js';
import { otherRead } from './other-reads.js';
import { askedKinds } from './asked-kinds.js';
import { isAskedForText } from './is-asked-for-text.js';
import { typingOf } from './typing-of.js';

/** Every place that takes the first block of an answer for its text. */
export function collectBlockReads(tree: SyntaxTree, sites: readonly CallSite[], reach: Reach): readonly BlockRead[] {
  if (sites.length === 0 || isTestSource(tree)) return [];
  // Which model a call has whose provider nobody names, other files may say.
  return sites
    .filter((site) => providerOfSite(site, reach) !== 'other')
    .flatMap((site) => readsOf(tree, site, traceOfSite(site, tree, reach)));
}

function readsOf(tree: SyntaxTree, site: CallSite, { origin, uses }: Trace): readonly BlockRead[] {
  const guards = guardsOf(tree, uses);
  const written = writtenBlocks(tree, uses);
  const found = new Map<string, BlockRead>();
  for (const use of uses) {
    const other = otherRead(tree, site, origin, use);
    if (other) found.set(other.range.join(' '), other);
    const read = other ? null : readAt(tree, use);
    if (!read) continue;
    const { first, at } = read;
    const range = first.variable || first.place.type === 'ArrayPattern' ? declarationOf(tree, first) : at.range;
    const key = range.join(' ');
    if (found.has(key)) continue;
    const guard = guards.get(keyOf(tree, first)) ?? null;
    found.set(key, {
      call: site.node.range,
      dialect: origin.dialect,
      range,
      list: tree.text.slice(first.list.range[0], first.element.range[0]),
      guard,
      typing: typingOf(tree, site, first),
      mend: written.has(keyOf(tree, first)) ? null : mendBehind(tree, guard, first, at),
    });
  }
  return [...found.values()].toSorted((a, b) => a.range[0] - b.range[0]);
}

function mendBehind(tree: SyntaxTree, guard: BlockRead['guard'], first: FirstBlock, at: Node) {
  return (guard === 'text' ? guardedMend(tree, first, at) : null) ?? mendOf(tree, first, at);
}

/** The first blocks that code gives a text: what is read off another one would not be that. */
function writtenBlocks(tree: SyntaxTree, uses: readonly Use[]): ReadonlySet<string> {
  return new Set(
    uses.flatMap(({ role, value, node, at }) => {
      const isBlock = role === 'member' && value.kind === 'block' && at.type === 'MemberExpression';
      const first = isBlock && (isWritten(tree, at) || isAddedTo(tree, at)) ? firstBlock(tree, node) : null;
      return first ? [keyOf(tree, first)] : [];
    }),
  );
}

interface Read {
  readonly first: FirstBlock;
  /** `block.text`, or the property of a pattern. */
  readonly at: Node;
}

function readAt(tree: SyntaxTree, { role, value, node, at }: Use): Read | null {
  if (role !== 'member' || value.kind !== 'block' || value.isEvent || value.within.length > 0) return null;
  if (at.type === 'MemberExpression') {
    if (staticName(at.property, at.computed) !== 'text' || isWritten(tree, at)) return null;
    const first = firstBlock(tree, node);
    return first && { first, at };
  }
  if (at.type !== 'Property' || staticName(at.key, at.computed) !== 'text') return null;
  const pattern = tree.parentOf(at);
  const first = pattern && firstInPattern(tree, pattern);
  return first && { first, at };
}

/** `block.text = …`, `delete block.text`: code that changes an answer reads nothing off it. */
function isWritten(tree: SyntaxTree, member: Node): boolean {
  const parent = tree.parentOf(member);
  if (parent?.type === 'AssignmentExpression') return parent.left === member && parent.operator === '=';
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete';
}

/** `block.text += …` */
function isAddedTo(tree: SyntaxTree, member: Node): boolean {
  const parent = tree.parentOf(member);
  return parent?.type === 'AssignmentExpression' && parent.left === member;
}

/** The blocks that code asks for their kind, and whether it asks for nothing but a text. */
function guardsOf(tree: SyntaxTree, uses: readonly Use[]): ReadonlyMap<string, Guard> {
  const guards = new Map<string, Guard>();
  for (const { role, value, node, at } of uses) {
    if (value.kind !== 'block') continue;
    const isAsked =
      (role === 'member' && at.type === 'MemberExpression' && staticName(at.property, at.computed) === 'type') ||
      (role === 'inspected' && at.type === 'BinaryExpression');
    const first = isAsked && !isShown(tree, at) ? firstBlock(tree, node) : null;
    if (!first) continue;
    const guard = at.type === 'MemberExpression' ? guardOf(tree, at) : guardByKey(at);
    const key = keyOf(tree, first);
    const before = guards.get(key) ?? 'text';
    guards.set(key, strength.indexOf(guard) > strength.indexOf(before) ? guard : before);
  }
  return guards;
}

type Guard = NonNullable<BlockRead['guard']>;
/** Of what several places ask, the last of these counts. */
const strength: readonly Guard[] = ['text', 'kind', 'other'];

function guardOf(tree: SyntaxTree, member: Node): Guard {
  if (isAskedForText(tree, member)) return 'text';
  const kinds = askedKinds(tree, member);
  return kinds && !kinds.some((kind) => reasoning.test(kind)) ? 'kind' : 'other';
}

/** `'text' in block`, `'toolUse' in block` */
function guardByKey(test: Node): Guard {
  const key = test.type === 'BinaryExpression' ? staticName(test.left, true) : null;
  if (key === 'text') return 'text';
  return key === null || key === 'type' || reasoning.test(key) ? 'other' : 'kind';
}

const reasoning = /think|reason/i;

/** `unexpected ${block.type}`, `console.warn(block.type)` */
function isShown(tree: SyntaxTree, member: Node): boolean {
  const around = tree.parentOf(member);
  const parent = around?.type === 'ChainExpression' ? tree.parentOf(around) : around;
  if (parent?.type === 'BinaryExpression') return parent.operator === '+';
  return parent?.type === 'TemplateLiteral' || (parent?.type === 'CallExpression' && isLogging(parent.callee));
}

/** The same for each way to write the same block. */
function keyOf(tree: SyntaxTree, { variable, place }: FirstBlock): string {
  const node = variable?.identifiers[0] ?? place;
  return variable ? node.range.join(' ') : tree.text.slice(...node.range).replaceAll(/[\s?!().]|at/g, '');
}

/** The whole of what names the first block: `block = list[0]`. */
function declarationOf(tree: SyntaxTree, { place }: FirstBlock) {
  return place.type === 'ArrayPattern' ? (tree.parentOf(place) ?? place).range : place.range;
}
