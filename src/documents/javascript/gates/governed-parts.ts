import type { Variable } from '@typescript-eslint/scope-manager';
import { callsOf } from '../values/callers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap, wrapped } from '../syntax/unwrap.js';
import { isNothing, membersOf, setterOf, settersIn } from './setters.js';

/** A part of some object or list that is only there on a condition. */
export interface GovernedPart {
  readonly node: Node;
  /** Whether it is there where the condition holds, or where it fails. */
  readonly when: boolean;
  /** The expression that yields the ID that is asked about, as far as this part goes. */
  readonly subject: Node;
}

/** A truth that follows from an expression, by what the expression comes to; `null` where none does. */
interface Meaning {
  readonly truthy: boolean | null;
  readonly falsy: boolean | null;
}

/** An expression that is a condition, or that stands for one, and what is asked in it. */
interface Asked {
  readonly tree: SyntaxTree;
  /** The expression that yields the ID. */
  readonly subject: Node;
  /** How many names and helpers may still stand between the condition and what it governs. */
  readonly depth: number;
}

type Parts = readonly GovernedPart[] | null;

/** A helper that asks another helper that asks … is as far as anybody reads. */
const deepest = 4;

/** Everything that a condition lets in or keeps out; `null` where it decides about more than parts of objects, or nobody can tell. */
export function governedParts(tree: SyntaxTree, condition: Node, subject: Node): Parts {
  return partsUnder({ tree, subject, depth: deepest }, condition, { truthy: true, falsy: false });
}

function partsUnder(asked: Asked, start: Node, meaning: Meaning): Parts {
  const { tree } = asked;
  const node = wrapped(tree, start);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!'
        ? partsUnder(asked, parent, { truthy: meaning.falsy, falsy: meaning.truthy })
        : null;
    case 'LogicalExpression':
      return underLogical(asked, parent, node, meaning);
    case 'IfStatement':
      return parent.test === node
        ? joined([
            partsOf(asked, settersIn(tree, parent.consequent), meaning.truthy),
            partsOf(asked, parent.alternate ? settersIn(tree, parent.alternate) : [], meaning.falsy),
          ])
        : null;
    case 'ConditionalExpression': {
      if (parent.test !== node) return null;
      const [yes, no] = [isNothing(tree, parent.consequent), isNothing(tree, parent.alternate)];
      if (yes === no) return null;
      const [value, when] = no ? [parent.consequent, meaning.truthy] : [parent.alternate, meaning.falsy];
      return valueParts(asked, parent, value, when);
    }
    case 'VariableDeclarator':
      return parent.init === node ? underName(asked, parent, meaning) : null;
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return underHelper(asked, parent, node, meaning);
    default:
      return null;
  }
}

function underLogical(asked: Asked, parent: Node, node: Node, meaning: Meaning): Parts {
  if (parent.type !== 'LogicalExpression' || parent.operator === '??') return null;
  const isAnd = parent.operator === '&&';
  const right = unwrap(parent.right);
  if (isAnd && parent.left === node && (right.type === 'ObjectExpression' || right.type === 'ArrayExpression'))
    return valueParts(asked, parent, parent.right, meaning.truthy);
  const { tree } = asked;
  const outer = wrapped(tree, parent);
  if (isAnd && parent.left === node && tree.parentOf(outer)?.type === 'ExpressionStatement')
    return partsOf(asked, setterOf(tree, right), meaning.truthy);
  const means = isAnd ? { truthy: meaning.truthy, falsy: null } : { truthy: null, falsy: meaning.falsy };
  return partsUnder(asked, parent, means);
}

/** Where a value goes that is `value` on a condition and nothing otherwise. */
function valueParts(asked: Asked, start: Node, value: Node, when: boolean | null): Parts {
  const { tree } = asked;
  const node = wrapped(tree, start);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    // `cond && isClaude3 && { thinking }`
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.right === node ? valueParts(asked, parent, value, when) : null;
    case 'SpreadElement':
      return partsOf(asked, membersOf(unwrap(value)), when);
    case 'Property':
      return parent.value === node ? partsOf(asked, [parent], when) : null;
    case 'AssignmentExpression':
      return parent.right === node && tree.parentOf(parent)?.type === 'ExpressionStatement'
        ? partsOf(asked, setterOf(tree, parent), when)
        : null;
    case 'VariableDeclarator': {
      // A name for the value stands for the condition as well, where the value is never falsy by itself.
      const isObject = unwrap(value).type === 'ObjectExpression' || unwrap(value).type === 'ArrayExpression';
      return isObject ? underName(asked, parent, { truthy: when, falsy: flipped(when) }) : null;
    }
    default:
      return null;
  }
}

function flipped(when: boolean | null) {
  return when === null ? null : !when;
}

/** Every use of a constant that holds the condition. */
function underName(asked: Asked, declarator: Node, meaning: Meaning): Parts {
  const { tree, depth } = asked;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || depth === 0) return null;
  const declaration = tree.parentOf(declarator);
  const variable = tree.variableOf(declarator.id);
  if (declaration?.type !== 'VariableDeclaration' || !variable || isExported(tree, declaration, variable)) return null;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return null;
  const uses = variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
  if (uses.length === 0) return null;
  return joined(uses.map((use) => partsAtUse({ ...asked, depth: depth - 1 }, use, meaning)));
}

function partsAtUse(asked: Asked, use: Node, meaning: Meaning) {
  const parent = asked.tree.parentOf(use);
  if (parent?.type === 'Property' && parent.value === use) return partsOf(asked, [parent], meaning.truthy);
  // `...(thinking && { thinking })`: the inner one is a use of its own.
  return partsUnder(asked, use, meaning);
}

function isExported(tree: SyntaxTree, declaration: Node, { references, scope }: Variable) {
  return (
    tree.parentOf(declaration)?.type.startsWith('Export') === true ||
    references.some(({ identifier }) => tree.parentOf(identifier)?.type === 'ExportSpecifier') ||
    // A script's own names belong to every other script of its page.
    scope.type === 'global'
  );
}

/** Every call of a helper that does nothing but answer the condition. */
function underHelper(asked: Asked, parent: Node, node: Node, meaning: Meaning): Parts {
  const { tree, subject, depth } = asked;
  const callable = parent.type === 'ReturnStatement' ? onlyStatementOf(tree, parent) : parent;
  if (!callable || !('params' in callable) || !('body' in callable) || depth === 0) return null;
  if (callable.type === 'ArrowFunctionExpression' && parent === callable && callable.body !== node) return null;
  const calls = callable.async || callable.generator ? null : callsOf(tree, callable);
  if (!calls || calls.length === 0) return null;
  const variable = tree.variableOf(subject);
  const index = callable.params.findIndex((param) => variable !== null && tree.variableOf(param) === variable);
  return joined(
    calls.map((call) => {
      const argument = call.type === 'CallExpression' && index >= 0 ? call.arguments[index] : undefined;
      if (index >= 0 && (!argument || argument.type === 'SpreadElement')) return null;
      return partsUnder({ tree, subject: argument ? unwrap(argument) : subject, depth: depth - 1 }, call, meaning);
    }),
  );
}

function onlyStatementOf(tree: SyntaxTree, statement: Node) {
  const block = tree.parentOf(statement);
  if (block?.type !== 'BlockStatement' || block.body.length !== 1) return null;
  const owner = tree.parentOf(block);
  return owner?.type === 'FunctionDeclaration' ||
    owner?.type === 'FunctionExpression' ||
    owner?.type === 'ArrowFunctionExpression'
    ? owner
    : null;
}

function partsOf({ subject }: Asked, nodes: readonly Node[] | null, when: boolean | null): Parts {
  if (nodes === null || (when === null && nodes.length > 0)) return null;
  return nodes.map((node) => ({ node, when: when === true, subject }));
}

function joined(all: readonly Parts[]): Parts {
  return all.includes(null) ? null : all.flatMap((each) => each ?? []);
}
