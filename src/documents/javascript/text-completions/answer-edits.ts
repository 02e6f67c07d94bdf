import type { TextEdit } from '../../../edits/text-edit.js';
import { traceAnswer } from '../answer/trace-answer.js';
import type { Trace } from '../answer/value.js';
import type { Reach } from '../reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax-tree.js';
import { answerTraces, readsOf, worded } from './answer-uses.js';
import { readEdits } from './read-edits.js';
import { isThrown, reasonEdits } from './reason-edits.js';
import { typeEdits } from './type-edits.js';

/** What it takes to read a Messages answer where a text completion is read now, or why that can't be told. */
export type AnswerEdits = { readonly edits: readonly TextEdit[] } | { readonly obstacle: string };

/** Rewrites everything that a call's answer comes by, or nothing. */
export function answerEdits(tree: SyntaxTree, site: CallSite, reach: Reach): AnswerEdits {
  const traces = answerTraces(tree, site, reach);
  const edits: TextEdit[] = [];
  for (const trace of traces) {
    const found = editsOf(tree, trace, reach);
    if ('obstacle' in found) return found;
    edits.push(...found.edits);
  }
  if (!traces.some((trace) => readsOf(trace).some(({ name }) => name === 'completion')))
    return { obstacle: 'its answer is read by other code' };
  return { edits };
}

function editsOf(tree: SyntaxTree, trace: Trace, reach: Reach): AnswerEdits {
  const lost = trace.uses.find(
    ({ role, value, at }) =>
      (role === 'handedOn' || (role === 'forwarded' && !isThrown(tree, at))) &&
      value.kind !== 'text' &&
      value.kind !== 'reason',
  );
  if (lost) return { obstacle: 'its answer is handed to other code' };
  const isQueried = trace.uses.some(
    ({ role, value, at }) => role === 'tested' && worded.has(value.kind) && at.type === 'BinaryExpression',
  );
  if (isQueried) return { obstacle: 'its answer is compared' };
  const reads = readsOf(trace);
  const edits: TextEdit[] = [];
  const reasons = [trace, ...streamedReasons(tree, trace, reach)].map((each) => reasonEdits(tree, each));
  for (const found of [typeEdits(tree, trace), readEdits(tree, reads), ...reasons]) {
    if ('obstacle' in found) return found;
    edits.push(...found.edits);
  }
  return { edits };
}

/** What becomes of a chunk's own stop reason, which no event of the Messages API has. */
function streamedReasons(tree: SyntaxTree, trace: Trace, reach: Reach): readonly Trace[] {
  return readsOf(trace).flatMap(({ name, node, use }) =>
    name === 'stop_reason' && use.value.kind === 'event'
      ? [traceAnswer(tree, trace.origin, [{ node, kind: 'reason' }], reach)]
      : [],
  );
}
