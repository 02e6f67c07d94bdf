import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { isLoop } from './flow-after.js';
import { functionAround, isCallable, holds } from '../syntax/functions.js';

/** Whether an exception thrown at an offset makes the code send its request again: a refusal would be asked for, and paid, once more. */
export function isSentAgain(tree: SyntaxTree, at: number): boolean {
  return (
    tree.all('TryStatement').some((attempt) => holds(attempt.block, at) && isRetried(tree, attempt)) ||
    tree
      .all('CallExpression')
      .some((call) => retries.test(calledName(call)) && call.arguments.some((each) => isGiven(each, at)))
  );
}

const retries = /retr(?:y|ies)|back_?off/i;

function isGiven(argument: Node, at: number) {
  return isCallable(argument) && holds(argument, at);
}

/** `for (let i = 0; i < 3; i++) { try { … } catch { await sleep(100); } }`, `catch { return ask(text, tries - 1); }` */
function isRetried(tree: SyntaxTree, attempt: Extract<Node, { type: 'TryStatement' }>): boolean {
  const { handler } = attempt;
  if (!handler) return false;
  const owner = functionAround(tree, attempt);
  const name = owner && nameOf(tree, owner);
  if (
    name !== null &&
    tree.all('CallExpression').some((call) => holds(handler, call.range[0]) && calledName(call) === name)
  )
    return true;
  const last = handler.body.body.at(-1)?.type ?? '';
  return !/^(?:Throw|Return|Break)Statement$/.test(last) && isInCountedLoop(tree, attempt, owner);
}

/** A loop over items goes on with the next one, where others try again. */
function isInCountedLoop(tree: SyntaxTree, inside: Node, owner: Node | null): boolean {
  for (let node = tree.parentOf(inside); node && node !== owner; node = tree.parentOf(node)) {
    if (!isLoop(node) || node.type === 'ForOfStatement' || node.type === 'ForInStatement') continue;
    const test = 'test' in node && node.test ? tree.text.slice(...node.test.range) : '';
    return !/\.(?:length|size)\b/.test(test);
  }
  return false;
}

function nameOf(tree: SyntaxTree, callable: Node): string | null {
  if (callable.type === 'FunctionDeclaration') return callable.id?.name ?? null;
  const parent = tree.parentOf(callable);
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  return parent?.type === 'MethodDefinition' || parent?.type === 'Property' || parent?.type === 'PropertyDefinition'
    ? staticName(parent.key, parent.computed)
    : null;
}
