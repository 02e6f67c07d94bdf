import type { ModelCall } from '../../facts.js';
import type { TextCompletion } from '../../text-completion.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { completionAnswers } from './completion-answers.js';
import { completionPrompts } from './completion-prompts.js';
import { completionRequests } from './completion-requests.js';
import { unsentBodies } from './unsent-bodies.js';

/** A call as its surface sees it, and as the rules do. */
export interface KnownCall {
  readonly site: CallSite;
  readonly call: ModelCall;
}

/** Words without which a file has nothing to do with text completions. */
const words = /Human:|max_tokens_to_sample|\bcompletion\b/;

/** What a file keeps of the text-completion API: requests, reads of their answers, and prompts that go elsewhere. */
export function collectTextCompletions(
  tree: SyntaxTree,
  sites: readonly CallSite[],
  modelCalls: readonly ModelCall[],
  reach: Reach,
): readonly TextCompletion[] {
  if (!words.test(tree.text) || isTestSource(tree)) return [];
  const calls = sites.flatMap((site, index): KnownCall[] => {
    const call = modelCalls[index];
    return call ? [{ site, call }] : [];
  });
  const requests = completionRequests(tree, calls, reach);
  const answers = completionAnswers(tree, calls, reach);
  const prompts = completionPrompts(tree, calls, requests, reach);
  const bodies = unsentBodies(tree, requests, reach);
  return [...requests.map(({ request }) => request), ...bodies, ...answers, ...prompts].toSorted(
    (a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1],
  );
}
