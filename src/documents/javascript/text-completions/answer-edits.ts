import type { TextEdit } from '../../../edits/text-edit.js';
import { traceAnswer } from '../answer/trace-answer.js';
import type { Trace } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { answerTraces, readsOf, worded } from './answer-uses.js';
import { converseReasons } from './converse/converse-reasons.js';
import { type ResponseEdits, responseEdits } from './converse/response-edits.js';
import { readEdits } from './read-edits.js';
import { isThrown, reasonEdits } from './reason-edits.js';
import { typeEdits } from './type-edits.js';

/** What it takes to read another answer where a text completion is read now, or why that can't be told. */
export type AnswerEdits = { readonly edits: readonly TextEdit[] } | { readonly obstacle: string };

/** Rewrites everything that a call's answer comes by for a Messages answer, or nothing. */
export function answerEdits(tree: SyntaxTree, site: CallSite, reach: Reach): AnswerEdits {
  const traces = answerTraces(tree, site, reach);
  const edits: TextEdit[] = [];
  for (const trace of traces) {
    const reads = readsOf(trace);
    for (const found of [lost(tree, trace), typeEdits(tree, trace), readEdits(tree, reads)]) {
      if ('obstacle' in found) return found;
      edits.push(...found.edits);
    }
    for (const reason of reasonTraces(tree, trace, reach)) {
      const found = reasonEdits(tree, reason);
      if ('obstacle' in found) return found;
      edits.push(...found.edits);
    }
  }
  return isRead(traces) ? { edits } : unread;
}

/**
 * The same for a response of Converse.
 *
 * @param hasStops the request has stop sequences of its own, which end an answer otherwise than the model does
 */
export function converseAnswer(
  tree: SyntaxTree,
  site: CallSite,
  hasStops: boolean,
  reach: Reach,
): (ResponseEdits & { readonly readsReason: boolean }) | { readonly obstacle: string } {
  const traces = answerTraces(tree, site, reach);
  const parts: ResponseEdits[] = [];
  let readsReason = false;
  for (const trace of traces) {
    const left = lost(tree, trace);
    if ('obstacle' in left) return left;
    const found = responseEdits(tree, trace);
    if ('obstacle' in found) return found;
    parts.push(found);
    for (const reason of reasonTraces(tree, trace, reach)) {
      const decided = converseReasons(tree, reason, hasStops);
      if ('obstacle' in decided) return decided;
      parts.push({ edits: decided.edits, deleted: [], names: [] });
    }
    readsReason ||= readsOf(trace).some(({ name }) => name !== 'completion');
  }
  if (!isRead(traces)) return unread;
  return {
    edits: parts.flatMap(({ edits }) => edits),
    deleted: parts.flatMap(({ deleted }) => deleted),
    names: parts.flatMap(({ names }) => names),
    readsReason,
  };
}

const unread = { obstacle: 'its answer is read by other code' };

function isRead(traces: readonly Trace[]): boolean {
  return traces.some((trace) => readsOf(trace).some(({ name }) => name === 'completion'));
}

/** An answer that other code gets as it comes. */
function lost(tree: SyntaxTree, { uses }: Trace): AnswerEdits {
  const handed = uses.some(
    ({ role, value, at }) =>
      (role === 'handedOn' || (role === 'forwarded' && !isThrown(tree, at))) &&
      value.kind !== 'text' &&
      value.kind !== 'reason',
  );
  if (handed) return { obstacle: 'its answer is handed to other code' };
  const isQueried = uses.some(
    ({ role, value, at }) => role === 'tested' && worded.has(value.kind) && at.type === 'BinaryExpression',
  );
  return isQueried ? { obstacle: 'its answer is compared' } : { edits: [] };
}

/** What becomes of stop reasons: also of a chunk's own, which no event of the Messages API has. */
function reasonTraces(tree: SyntaxTree, trace: Trace, reach: Reach): readonly Trace[] {
  const streamed = readsOf(trace).flatMap(({ name, node, use }) =>
    name === 'stop_reason' && use.value.kind === 'event'
      ? [traceAnswer(tree, trace.origin, [{ node: boundBy(node), kind: 'reason' }], reach)]
      : [],
  );
  return [trace, ...streamed];
}

/** The name that a property of a pattern gives its value. */
function boundBy(node: Node): Node {
  return node.type === 'Property' ? node.value : node;
}
