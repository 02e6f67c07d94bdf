import { isLogging, localFunction } from '../answer/functions.js';
import { globalName } from '../syntax/globals.js';
import { argumentsFor, callsOf } from '../values/callers.js';
import { returnsOf } from '../values/returns.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { isWrittenText } from './prompt-pieces.js';
import { isCallable } from '../syntax/functions.js';

/** Steps from the body to the text of its prompt. */
const maximumSteps = 6;

/**
 * The texts that a prompt may be, when all of them are written in this file and nothing else uses them; `null` otherwise.
 * Code that only shows a text to people does not count.
 */
export function promptSource(tree: SyntaxTree, value: Node, steps = 0): readonly Node[] | null {
  const node = unwrap(value);
  if (steps > maximumSteps) return null;
  if (isWrittenText(node)) return [node];
  const next = nextOf(tree, node);
  if (!next || next.length === 0) return null;
  const found: Node[] = [];
  for (const each of next) {
    const texts = promptSource(tree, each, steps + 1);
    if (!texts) return null;
    found.push(...texts);
  }
  return [...new Set(found)];
}

function nextOf(tree: SyntaxTree, node: Node): readonly Node[] | null {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'Identifier':
      return valuesOf(tree, node);
    case 'CallExpression': {
      const callable = localFunction(tree, node.callee);
      const calls = isCallable(callable) && !callable.async ? callsOf(tree, callable) : null;
      return callable && calls?.length === 1 ? returnsOf(tree, callable) : null;
    }
    default:
      return null;
  }
}

function valuesOf(tree: SyntaxTree, name: Node): readonly Node[] | null {
  const variable = tree.variableOf(name);
  const [definition, another] = variable?.defs ?? [];
  if (!variable || !definition || another) return null;
  const isOwn = variable.references.every(
    ({ identifier, init }) => init === true || identifier === name || isShown(tree, identifier),
  );
  if (!isOwn) return null;
  if (definition.type === 'Parameter') return argumentsFor(tree, variable);
  const declarator = definition.node;
  if (declarator.type !== 'VariableDeclarator' || declarator.id !== definition.name || !declarator.init) return null;
  return isExported(tree, declarator) ? null : [declarator.init];
}

function isExported(tree: SyntaxTree, declarator: Node): boolean {
  const declaration = tree.parentOf(declarator);
  return declaration !== null && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration';
}

/** Whether a value is only shown to people: an argument of a logger, alone or inside of a text or an object. */
export function isShown(tree: SyntaxTree, value: Node): boolean {
  for (let node = tree.parentOf(value); node; node = tree.parentOf(node)) {
    if (node.type === 'CallExpression') {
      if (isLogging(node.callee)) return true;
      if (globalName(tree, node.callee) !== 'JSON.stringify') return false;
    } else if (
      !/^(?:TemplateLiteral|BinaryExpression|Property|ObjectExpression|ArrayExpression|MemberExpression)$/.test(
        node.type,
      )
    )
      return false;
  }
  return false;
}
