import { parseModelName } from '../../../catalog/model-id.js';
import type { ComposedId } from '../../composed-id.js';
import { piecesOf, type Piece } from './compositions.js';
import { flowOf, isExported, isShown } from '../references/flow.js';
import type { Located, Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { ReferenceContext } from '../references/usage.js';

/** What the file makes of the bare ID that a text spells; `null` where it takes it as it stands. */
export function composedId(context: ReferenceContext, text: Node): ComposedId | null {
  const { tree, reach } = context;
  const pieces = piecesOf(tree, reach).filter((piece) => isOf(piece, tree, text) && isId(piece, context));
  if (pieces.length === 0) return null;
  const continued = pieces.find(({ isContinued }) => isContinued);
  return {
    ...(continued && { whole: wholeName({ tree, node: continued.composition }, reach) }),
    geographies: pieces.flatMap(({ geographies }) => geographies),
    isAlways: isAlwaysPart(tree, text, new Set(pieces.map(({ part }) => part))),
  };
}

function isOf({ path, range }: Piece, tree: SyntaxTree, text: Node) {
  return path === tree.path && range[0] === text.range[0] && range[1] === text.range[1];
}

function wholeName(composition: Located, reach: Reach) {
  const value = staticValue(composition, reach);
  return value.kind === 'text' ? parseModelName(value.text) : null;
}

/** A text that people read has words around an ID, a model slot only what makes another ID of it. */
function isId({ geographies, isLoose, isContinued, composition }: Piece, { tree, calls }: ReferenceContext) {
  if (isContinued) return flowOf(tree, composition, calls) !== null;
  if (geographies.length === 0) return false;
  return !isLoose || geographies.some(({ scope }) => scope !== null) || flowOf(tree, composition, calls) !== null;
}

/** Whether everything that takes the value is a part of a composition, as far as it can be seen. */
function isAlwaysPart(tree: SyntaxTree, start: Node, parts: ReadonlySet<Node>): boolean {
  const end = endOf(tree, start, parts);
  if (parts.has(end)) return true;
  const name = nameGiven(tree.parentOf(end), end);
  const variable = name && tree.variableOf(name);
  if (!variable || isExported(tree, variable)) return false;
  return variable.references.every((reference) => {
    if (reference.init === true) return true;
    const { identifier } = reference;
    return !reference.isWrite() && (parts.has(endOf(tree, identifier, parts)) || isShown(tree, identifier));
  });
}

/** The outermost expression that still has the value, or the part of a composition that it is. */
function endOf(tree: SyntaxTree, start: Node, parts: ReadonlySet<Node>): Node {
  let node = start;
  for (let parent = tree.parentOf(node); parent && !parts.has(node); parent = tree.parentOf(node)) {
    const isTest = parent.type === 'ConditionalExpression' && parent.test === node;
    if (isTest || !passing.test(parent.type)) break;
    node = parent;
  }
  return node;
}

const passing =
  /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|LogicalExpression|ConditionalExpression)$/;

/** The variable or parameter that is given a value, also one that it has by default. */
function nameGiven(parent: Node | null, value: Node): Node | null {
  if (parent?.type === 'VariableDeclarator') return parent.init === value ? parent.id : null;
  return parent?.type === 'AssignmentPattern' && parent.right === value ? parent.left : null;
}
