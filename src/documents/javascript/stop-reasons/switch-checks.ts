import { isSuccess } from '../../../catalog/stop-reasons.js';
import type { Use } from '../answer/value.js';
import type { Node } from '../syntax/syntax-tree.js';
import { casesPlace } from './cases-place.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { effectOf } from './effect-of.js';
import { guardBefore } from './guard-place.js';
import { isWithin } from '../syntax/functions.js';
import { defaultCourse, switchCases } from './switch-cases.js';

/** Switches of which the default, or what comes behind, takes every other reason for a finished answer. */
export function* switchChecks(context: CheckContext): Iterable<Draft> {
  for (const use of context.reasonUses)
    if (use.role === 'switched') yield { key: use.at, check: checkOf(context, use, use.at) };
}

function checkOf(context: CheckContext, use: Use, statement: Node) {
  const { tree, reach, trace, vocabulary } = context;
  const groups = switchCases(tree, statement, reach);
  const words = groups.flatMap((group) => group.words);
  const { others, becomes } = effectOf(tree, defaultCourse(tree, statement), trace.uses);
  if (context.isCovered || context.missing.length === 0 || (others !== 'success' && others !== 'ignored')) return null;
  if (becomes === null && (context.isSeenElsewhere || !words.some((word) => isSuccess(vocabulary, word)))) return null;
  if (!words.some((word) => Object.hasOwn(vocabulary.reasons, word))) return null;
  return describe(context, {
    shape: 'switch',
    range: use.node.range,
    reason: use.node,
    handled: groups.flatMap(({ cases }) =>
      cases.flatMap(({ test }) => (test ? [{ value: tree.text.slice(...test.range), range: test.range }] : [])),
    ),
    others,
    becomes,
    mend:
      (isOf(statement, use.node) ? casesPlace(context, statement, groups, use) : null) ??
      guardBefore(context, statement, use),
  });
}

/** The cases of `switch (true)` are no words. */
function isOf(statement: Node, reason: Node): boolean {
  return statement.type === 'SwitchStatement' && isWithin(reason, statement.discriminant);
}
