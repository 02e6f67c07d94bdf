import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import { isShown } from '../prompt-source.js';
import { removeStatement } from '../remove-statement.js';
import { meansTheSame, type NamedValue, namedValue } from './variable-of-value.js';

/** The way from the `body` of a call to the literal it is made of, taken out of its encodings. */
export interface BodyPath {
  /** What the literal and its encodings are: the property, or the value of a variable. */
  readonly place: Range;
  readonly isInline: boolean;
  readonly edits: readonly TextEdit[];
  /** Code that goes. */
  readonly deleted: readonly Range[];
}

/** Steps from the body to its literal. */
const maximumSteps = 10;

/** Follows a body through `JSON.stringify`, encoders and variables, which nothing else may use. */
export function bodyPath(
  tree: SyntaxTree,
  property: Extract<Node, { type: 'Property' }>,
  literal: Node,
): BodyPath | { readonly obstacle: string } {
  const holders: NamedValue[] = [];
  let at: Node = property.value;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const node = unwrap(at);
    if (node === literal) return pathOf(tree, property, literal, holders);
    const inner = encodedIn(node);
    const holder = inner ? null : holderOf(tree, node);
    if (!inner && !holder) break;
    if (holder) holders.push(holder);
    at = inner ?? holder?.init ?? node;
  }
  return { obstacle: 'its body is put together by other code, or used by it' };
}

function pathOf(
  tree: SyntaxTree,
  property: Extract<Node, { type: 'Property' }>,
  literal: Node,
  holders: readonly NamedValue[],
): BodyPath | { readonly obstacle: string } {
  const last = holders.at(-1);
  const [start, end] = literal.range;
  const around = (whole: Range): readonly Range[] => [
    [whole[0], start],
    [end, whole[1]],
  ];
  if (!last) return { place: property.range, isInline: true, edits: [], deleted: around(property.range) };
  const outer = holders.slice(0, -1);
  const statements = outer.map(({ statement, reads }) =>
    statement && reads.length === 1 ? removeStatement(tree.text, statement.range) : null,
  );
  const removed = statements.flatMap((edit) => edit ?? []);
  if (removed.length < outer.length || !meansTheSame(tree, last.id, property))
    return { obstacle: 'its body goes through several names' };
  const { typeAnnotation } = last.id;
  const type = typeAnnotation ? [{ range: typeAnnotation.range, text: '' }] : [];
  return {
    place: last.init.range,
    isInline: false,
    edits: [{ range: property.range, text: `...${last.id.name}` }, ...type, ...removed],
    deleted: [property.range, ...around(last.init.range), ...removed.map(({ range }) => range)],
  };
}

/** What `JSON.stringify`, `Buffer.from` or an encoder is given. */
function encodedIn(node: Node): Node | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const [argument] = node.arguments;
  if (!argument || argument.type === 'SpreadElement') return null;
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : nameOf(callee);
  return name !== null && /^(?:stringify|from|encode|fromUtf8|toUint8Array|Uint8Array)$/.test(name) ? argument : null;
}

function nameOf(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null;
}

/** `const body = …` of which this is the only use, beside showing it to people. */
function holderOf(tree: SyntaxTree, node: Node): NamedValue | null {
  const value = node.type === 'Identifier' ? namedValue(tree, node) : null;
  return value?.reads.every((read) => read === node || isShown(tree, read)) === true ? value : null;
}
