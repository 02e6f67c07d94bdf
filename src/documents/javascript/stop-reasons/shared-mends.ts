import { functionAround, holds } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { Draft } from './check-context.js';
import { isLoop } from './flow-after.js';
import type { Guard } from './guard-place.js';
import { ownStatement } from './line-place.js';

/** The drafts of one answer, of which those that one and the same guard mends have that guard in common. */
export function withSharedMends(tree: SyntaxTree, drafts: readonly Draft[]): readonly Draft[] {
  return drafts
    .map((draft) => mendedWith(draft, guardInLoop(tree, drafts, draft)))
    .map((draft, _, all) => mendedWith(draft, guardAhead(tree, all, draft)));
}

function mendedWith({ key, check }: Draft, guard: Guard | null): Draft {
  return { key, check: check && guard ? { ...check, mend: guard } : check };
}

/** A loop that goes on by a reason is mended with the test of it that its body makes each time. */
function guardInLoop(tree: SyntaxTree, drafts: readonly Draft[], { key, check }: Draft): Guard | null {
  const loop = check?.shape === 'loop' ? loopAround(tree, key) : null;
  const body = loop && 'body' in loop ? loop.body : null;
  const shared = drafts.find((other) => {
    const statement = other.check?.shape === 'branch' ? ownStatement(tree, other.key) : null;
    return statement !== null && tree.parentOf(statement) === body;
  });
  return shared ? guardOf(shared) : null;
}

function loopAround(tree: SyntaxTree, test: Node): Node | null {
  let node = tree.parentOf(test);
  while (node && !isLoop(node)) node = tree.parentOf(node);
  return node;
}

/** The first guard that the code has passed wherever it comes to that of a check, and that looks at the same reason. */
function guardAhead(tree: SyntaxTree, drafts: readonly Draft[], draft: Draft): Guard | null {
  const own = guardOf(draft);
  if (!own) return null;
  const ahead = drafts.flatMap((other) => {
    const guard = guardOf(other);
    return guard && areAlike(guard, own) && isPassedBefore(tree, guard, own) ? [guard] : [];
  });
  return ahead.toSorted((a, b) => a.place.at - b.place.at)[0] ?? null;
}

function guardOf({ check }: Draft): Guard | null {
  return check?.mend?.kind === 'guard' ? check.mend : null;
}

function areAlike(one: Guard, other: Guard): boolean {
  const isPlain = [one, other].every(({ pick, returned }) => pick === null && !returned);
  return isPlain && one.reason === other.reason && one.when === other.when;
}

/** A statement of the same block, or around it, and of the same function; and the name it reads still stands for the same answer. */
function isPassedBefore(tree: SyntaxTree, { place, reason }: Guard, own: Guard): boolean {
  if (place.at >= own.place.at) return false;
  const block = innermost(tree, place.at);
  const at = innermost(tree, own.place.at);
  if (!holds(block, own.place.at) || ownFunction(tree, block) !== ownFunction(tree, at)) return false;
  const root = /^[\w$]+/.exec(reason)?.[0];
  return !tree
    .all('Identifier')
    .some(
      (name) => name.name === root && name.range[0] > place.at && holds(block, name.range[0]) && isGiven(tree, name),
    );
}

function isGiven(tree: SyntaxTree, name: Node): boolean {
  return tree.variableOf(name)?.references.some((each) => each.identifier === name && each.isWrite()) === true;
}

/** A function body is a block of its function. */
function ownFunction(tree: SyntaxTree, block: Node): Node | null {
  return block.type === 'Program' ? null : functionAround(tree, block);
}

/** The list of statements that an offset stands in. */
function innermost(tree: SyntaxTree, offset: number): Node {
  const lists: readonly Node[] = [...tree.all('BlockStatement'), ...tree.all('SwitchCase'), ...tree.all('StaticBlock')];
  return lists
    .filter((list) => holds(list, offset))
    .reduce<Node>(
      (inner, list) => (list.range[1] - list.range[0] <= inner.range[1] - inner.range[0] ? list : inner),
      tree.program,
    );
}
