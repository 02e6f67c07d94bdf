import type { Variable } from '@typescript-eslint/scope-manager';
import type { WrittenType } from '../../prompt.js';
import { importedName } from '../modules/bindings.js';
import type { Located } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { declaredType, type Path } from './declared-type.js';
import { resolve } from './follow.js';
import { usesOf } from './name-uses.js';
import { type Reading, spotAt } from './spot.js';

/** What the types around an expression take in its place; `null` = anything, as far as is known. */
export function typeAround({ tree, node: start }: Located, reading: Reading): WrittenType | null {
  let found: WrittenType | null = null;
  let path: Path = [];
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    const step = stepOut(tree, node, parent, path, reading);
    if (step.verdict === 'own') return 'own';
    found ??= step.verdict;
    if (step.path === null) return found;
    path = step.path;
  }
  return found;
}

interface Step {
  readonly verdict: WrittenType | null;
  /** The way from the parent to the expression; `null` where the value goes no further. */
  readonly path: Path | null;
}

function stepOut(tree: SyntaxTree, node: Node, parent: Node, path: Path, reading: Reading): Step {
  const typed = (type: Node | null | undefined, onward: Path | null): Step => ({
    verdict: written(tree, type, path),
    path: onward,
  });
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return typed(parent.typeAnnotation, path);
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'AwaitExpression':
    case 'ObjectExpression':
    case 'SpreadElement':
      return { verdict: null, path };
    case 'ArrayExpression':
      return { verdict: null, path: node.type === 'SpreadElement' ? path : ['*', ...path] };
    case 'Property': {
      const name = staticName(parent.key, parent.computed);
      return { verdict: null, path: name === null || parent.value !== node ? null : [name, ...path] };
    }
    case 'VariableDeclarator':
      if (parent.id.typeAnnotation) return typed(parent.id.typeAnnotation.typeAnnotation, null);
      return { verdict: typeOfUses(tree, tree.variableOf(parent.id), path, reading), path: null };
    case 'AssignmentPattern':
      return typed(parent.left.typeAnnotation?.typeAnnotation, null);
    case 'PropertyDefinition':
      return typed(parent.typeAnnotation?.typeAnnotation, null);
    case 'AssignmentExpression':
      return { verdict: typeOfTarget(tree, parent.left, path), path: null };
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return typed(returnTypeAround(tree, parent), null);
    case 'CallExpression':
    case 'NewExpression':
      return { verdict: typeOfArgument(tree, parent, node, path, reading), path: null };
    default:
      return { verdict: null, path: null };
  }
}

function written(tree: SyntaxTree, type: Node | null | undefined, path: Path): WrittenType | null {
  const verdict = declaredType(tree, type, path);
  return verdict === 'absent' ? 'own' : verdict;
}

/** A variable without a type of its own: functions it is handed to, and code that reads what is written into it. */
function typeOfUses(tree: SyntaxTree, variable: Variable | null, path: Path, reading: Reading): WrittenType | null {
  for (const use of variable ? usesOf(variable) : []) {
    const parent = tree.parentOf(use);
    if (parent?.type === 'MemberExpression' && parent.object === use && path.length === 1) {
      const isTarget = tree.parentOf(parent)?.type === 'AssignmentExpression';
      if (!isTarget && staticName(parent.property, parent.computed) === path[0]) return 'own';
    }
    if (parent?.type === 'ReturnStatement' && written(tree, returnTypeAround(tree, parent), path) === 'own')
      return 'own';
    if (parent?.type !== 'CallExpression' || parent.callee === use) continue;
    if (typeOfArgument(tree, parent, use, path, reading) === 'own') return 'own';
  }
  return null;
}

/** `body.system = …`, of a variable with a type. */
function typeOfTarget(tree: SyntaxTree, target: Node, below: Path): WrittenType | null {
  let path = below;
  let node = unwrap(target);
  for (; node.type === 'MemberExpression'; node = unwrap(node.object)) {
    const name = staticName(node.property, node.computed);
    if (name === null) return null;
    path = [name, ...path];
  }
  const declared = node.type === 'Identifier' ? tree.variableOf(node)?.identifiers[0] : null;
  return written(tree, declared?.typeAnnotation?.typeAnnotation, path);
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function returnTypeAround(tree: SyntaxTree, start: Node): Node | null {
  let node: Node | null = start;
  while (node && !functions.has(node.type)) node = tree.parentOf(node);
  return node && 'returnType' in node ? (node.returnType?.typeAnnotation ?? null) : null;
}

/** The type of the parameter that an argument is for. */
function typeOfArgument(
  tree: SyntaxTree,
  call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
  argument: Node,
  path: Path,
  reading: Reading,
): WrittenType | null {
  if (importedName(tree, call.callee)) return 'library';
  const target = resolve(spotAt(tree, call.callee), reading);
  if (!('params' in target.node) || !Array.isArray(target.node.params)) return null;
  const parameters: readonly Node[] = target.node.params;
  const parameter = parameters[call.arguments.findIndex((each) => each === argument)];
  const named = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const type = named && 'typeAnnotation' in named ? named.typeAnnotation : null;
  return written(target.tree, type?.type === 'TSTypeAnnotation' ? type.typeAnnotation : null, path);
}
