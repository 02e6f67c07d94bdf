import type { ModelCall } from '../../facts.js';
import type { CompletionAnswer } from '../../text-completion.js';
import { speaksOfClaude } from '../answer/claude-evidence.js';
import { traceAnswer } from '../answer/trace-answer.js';
import type { Trace } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { type AnswerRead, answerTraces, readsOf, unseenAnswers } from './answer-uses.js';
import type { KnownCall } from './collect-text-completions.js';
import { bodySurfaces } from './completion-requests.js';

interface Found {
  readonly range: CompletionAnswer['range'];
  readonly isStreamed: boolean;
  readonly calls: ModelCall[];
}

/** The places that read `completion` off an answer of Claude. */
export function completionAnswers(
  tree: SyntaxTree,
  calls: readonly KnownCall[],
  reach: Reach,
): readonly CompletionAnswer[] {
  const found = new Map<Node, Found>();
  const seen = new Set<Node>();
  const add = (trace: Trace, call: ModelCall | null) => {
    for (const { node } of trace.uses) seen.add(node);
    if (trace.origin.isForeign) return;
    for (const read of completionReads(trace)) {
      const known = found.get(read.node) ?? {
        range: rangeOf(read),
        isStreamed: read.use.value.kind === 'event',
        calls: [],
      };
      if (call) known.calls.push(call);
      found.set(read.node, known);
    }
  };
  for (const { site, call } of calls)
    if (bodySurfaces.has(site.surface)) for (const trace of answerTraces(tree, site, reach)) add(trace, call);
  if (/bedrock/i.test(tree.text) && speaksOfClaude(tree, reach))
    for (const start of unseenAnswers(tree)) {
      if (seen.has(start.node)) continue;
      const surface = start.kind === 'event' ? 'InvokeModelWithResponseStream' : 'InvokeModel';
      const origin = { dialect: 'messages', surface, node: start.node, basis: 'shape', isForeign: false } as const;
      add(traceAnswer(tree, origin, [start], reach), null);
    }
  return [...found.values()].map((each) => ({ kind: 'answer', ...each }));
}

/** Code that reads `content` or `delta` as well is ready for both kinds of answers. */
function completionReads(trace: Trace): readonly AnswerRead[] {
  const reads = readsOf(trace);
  if (reads.some(({ name }) => name === 'content' || name === 'delta')) return [];
  return reads.filter(({ name }) => name === 'completion');
}

function rangeOf({ node }: AnswerRead): CompletionAnswer['range'] {
  return node.type === 'MemberExpression' ? node.property.range : node.range;
}
