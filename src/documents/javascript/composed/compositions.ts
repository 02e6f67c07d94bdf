import { parseModelName } from '../../../catalog/model-id.js';
import type { ComposedGeography } from '../../composed-id.js';
import type { Range, StaticValue } from '../../facts.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { idValues } from '../values/id-values.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { termsOf } from '../syntax/terms-of.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** A bare ID that is one part of a longer text. */
export interface Piece {
  /** The text that spells it. */
  readonly path: string;
  readonly range: Range;
  readonly text: string;
  /** The part of the composition that has it for a value. */
  readonly part: Node;
  readonly composition: Node;
  /** The geographies put before it; none where another text or nothing stands there. */
  readonly geographies: readonly ComposedGeography[];
  /** No dot is seen between the two: what stands before may be no geography at all. */
  readonly isLoose: boolean;
  /** More of an ID may stand behind it: `${MODEL}-v2:0`. */
  readonly isContinued: boolean;
}

const known = new WeakMap<SyntaxTree, readonly Piece[]>();

/** The bare IDs that templates, sums, `concat` and `join` of a file make longer IDs of. */
export function piecesOf(tree: SyntaxTree, reach: Reach): readonly Piece[] {
  const memo = known.get(tree);
  if (memo) return memo;
  const pieces = [...compositionsIn(tree)].flatMap((node) => piecesIn({ tree, node }, reach));
  known.set(tree, pieces);
  return pieces;
}

/** Whether an expression is a part of a composition behind a part that may be a geography. */
export function standsBehind(tree: SyntaxTree, part: Node, reach: Reach): boolean {
  return [...compositionsIn(tree)].some((node) => {
    const parts = partsOf({ tree, node }, reach);
    const at = parts.indexOf(part);
    return at > 0 && /[./]$/.test(endOf(parts[at - 1]) ?? '.');
  });
}

function* compositionsIn(tree: SyntaxTree): Iterable<Node> {
  for (const node of tree.all('TemplateLiteral'))
    if (node.expressions.length > 0 && isOutermost(tree, node)) yield node;
  for (const node of tree.all('BinaryExpression')) if (node.operator === '+' && isOutermost(tree, node)) yield node;
  for (const node of tree.all('CallExpression')) if (methodOf(node) !== null) yield node;
}

/** What is part of a longer composition is looked at with all of it. */
function isOutermost(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  return parent?.type !== 'TemplateLiteral' && !(parent?.type === 'BinaryExpression' && parent.operator === '+');
}

function methodOf(call: Node): 'concat' | 'join' | null {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  const name = callee?.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return name === 'concat' || name === 'join' ? name : null;
}

function piecesIn(composition: Located, reach: Reach): Piece[] {
  const parts = partsOf(composition, reach);
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') continue;
    // Cheap: in most compositions no part has to do with a geography.
    const before = endOf(parts[index - 1]);
    const isContinued = continues(parts[index + 1]);
    if (!isContinued && (index === 0 || (before !== null && !before.endsWith('.')))) continue;
    const ids = idValues({ tree: composition.tree, node: part }, reach).filter(isBare);
    if (ids.length === 0) continue;
    const geographies = geographiesBefore(parts.slice(0, index), composition, reach);
    const found = {
      part,
      composition: composition.node,
      geographies,
      isLoose: index > 0 && before === null,
      isContinued,
    };
    for (const { range, path, text } of ids) if (path !== null) pieces.push({ ...found, path, range, text });
  }
  return pieces;
}

function continues(part: Part | undefined) {
  return part !== undefined && (typeof part !== 'string' || /^[-.:]?\w/.test(part));
}

function isBare(value: StaticValue): value is Extract<StaticValue, { kind: 'text' }> {
  const name = value.kind === 'text' ? parseModelName(value.text) : null;
  return name !== null && name.base !== '' && name.scope === null && name.arn === null;
}

type Part = string | Node;

/** @param within lists whose elements are being read: one that is made of itself has no end */
function partsOf({ tree, node: written }: Located, reach: Reach, within: readonly Node[] = []): Part[] {
  const node = unwrap(written);
  const inner = (part: Node) => partsOf({ tree, node: part }, reach, within);
  if (node.type === 'TemplateLiteral')
    return node.quasis.flatMap((quasi, index) => {
      const hole = node.expressions[index];
      const text = quasi.value.cooked ?? '';
      return [...(text === '' ? [] : [text]), ...(hole ? inner(hole) : [])];
    });
  if (node.type === 'BinaryExpression' && node.operator === '+') return termsOf(node).flatMap(inner);
  if (node.type !== 'CallExpression') return [node];
  const callee = unwrap(node.callee);
  const method = methodOf(node);
  if (callee.type !== 'MemberExpression' || method === null) return [node];
  if (method === 'concat') return [callee.object, ...node.arguments].flatMap(inner);
  const list = definitionOf({ tree, node: callee.object }, reach);
  const [separator] = node.arguments;
  const glue = separator ? staticName(unwrap(separator), true) : ',';
  if (list?.node.type !== 'ArrayExpression' || list.tree !== tree || glue === null || within.includes(list.node))
    return [node];
  const entered = [...within, list.node];
  const elements = list.node.elements.filter((element) => element !== null);
  return elements.length > longestList
    ? [node]
    : elements.flatMap((element, index) => [
        ...(index > 0 && glue !== '' ? [glue] : []),
        ...partsOf({ tree, node: element }, reach, entered),
      ]);
}

/** Nobody writes an ID in more pieces. */
const longestList = 12;

/** What a part ends with, where the source says so; `null` for a part that has to be followed. */
function endOf(part: Part | undefined): string | null {
  if (part === undefined || typeof part === 'string') return part ?? null;
  return staticName(part, true);
}

function geographiesBefore(parts: readonly Part[], { tree, node }: Located, reach: Reach): ComposedGeography[] {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    const next = typeof part === 'string' ? [part] : textsOf(staticValue({ tree, node: part }, reach));
    const joined = texts.flatMap((text) => next.map((end) => text + end));
    texts = joined.length > mostTexts ? [hole] : joined;
  }
  const scopes = new Set(texts.map(scopeAtEnd).filter((scope) => scope !== undefined));
  return [...scopes].map((scope) => ({ scope, range: node.range }));
}

/** Branches before an ID that are looked at. */
const mostTexts = 24;
/** Stands for what only the running program knows. */
const hole = '\0';

function textsOf(value: StaticValue): readonly string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'oneOf') return value.values.flatMap(textsOf);
  return [value.kind === 'template' ? value.parts.map((part) => part ?? hole).join('') : hole];
}

/** The geography that a text ends with; `null` for a computed one, `undefined` where none is put before the ID. */
function scopeAtEnd(text: string): string | null | undefined {
  const scope = /(?:^|[/:])([a-z]{2,6}(?:-[a-z]{2,4})?)\.$/.exec(text)?.[1];
  if (scope !== undefined) return scope;
  return text.endsWith(hole) || text.endsWith(`${hole}.`) ? null : undefined;
}
