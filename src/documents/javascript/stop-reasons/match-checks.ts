import { type CheckContext, describe, type Draft } from './check-context.js';
import { finishedIn, finishedValue } from './finished-value.js';
import { guardAround } from './guard-place.js';
import type { ReasonMatch } from './reason-match.js';

/** Chains of patterns of which the last function takes every other reason for a finished answer. */
export function* matchChecks(context: CheckContext): Iterable<Draft> {
  for (const match of context.matches) yield { key: match.node, check: checkOf(context, match) };
}

function checkOf(context: CheckContext, { use, node, words, otherwise }: ReasonMatch) {
  const { tree, vocabulary, missing, isCovered } = context;
  const finished = 'ends' in otherwise ? finishedIn(tree, otherwise.nodes) : finishedValue(otherwise);
  if (isCovered || missing.length === 0 || !finished) return null;
  if (!words.some(({ value }) => Object.hasOwn(vocabulary.reasons, value))) return null;
  return describe(context, {
    shape: 'switch',
    range: use.node.range,
    reason: use.node,
    handled: words.map(({ value, node: { range } }) => ({ value, range })),
    others: 'success',
    becomes: tree.text.slice(...finished.range),
    mend: guardAround(context, node, use),
  });
}
