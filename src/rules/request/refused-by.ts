import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { isTestPath } from '../../documents/test-path.js';
import { withFacts } from '../../documents/with-facts.js';
import type { Range } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import noConflictingSampling from '../no-conflicting-sampling.js';
import noFirstBlockText from '../no-first-block-text.js';
import noRemovedSampling from '../no-removed-sampling.js';
import { ruleOptions } from '../rule-options.js';
import { isOfAnyModel, refusedPairs } from '../sampling/loose-pairs.js';
import { refusesPair, takesNeither } from '../sampling/refuses-pair.js';
import { asSentTo } from './as-sent-to.js';
import { namedModels } from './named-models.js';
import { requestRules } from './refused-moves.js';

/** What a model refuses of a request, and the rule that says so. */
export interface RefusedRequest {
  readonly rule: string;
  /** What the model refuses, or where its answer is read. */
  readonly range: Range;
  /** The model takes the request, and the code misses the text of its answer. */
  readonly isMisread?: true;
}

const rules = [noConflictingSampling, noRemovedSampling, ...requestRules];

/** Whether code of a document calls a model that only the running program knows, or writes a request that no call of it is seen to send. */
export function callsUnknownModel({ path, modelCalls, samplingPairs }: Document, policy: Policy): boolean {
  return !isTestPath(path) && (modelCalls.some((call) => isUnknown(call, policy)) || samplingPairs.some(isOfAnyModel));
}

/**
 * What a model would refuse of the requests whose model only the running program knows, were it this one: what the rules say of them with its ID in
 * that place. What depends on more than the model is left out.
 */
export function refusedBy(document: Document, id: string, policy: Policy): readonly RefusedRequest[] {
  const modelCalls = document.modelCalls
    .filter((call) => isUnknown(call, policy))
    .map((call) => asSentTo(id, call, document));
  const asked = withFacts(document, { modelCalls, samplingPairs: [], passedCalls: [], textCompletions: [] });
  const refused = rules.flatMap((rule) =>
    [...rule.detect(asked, { policy, options: ruleOptions(rule, policy) })]
      .filter(({ refusal, level }) => refusal?.when === 'now' && (level === 'error' || refusal.isSent === true))
      .map(({ range }) => ({ rule: rule.name, range })),
  );
  return [...refused, ...refusedPairsOf(document, id, policy), ...misreadAnswers(document, asked, policy)];
}

/** Reads of an answer's first block, which has no text where the model thinks, as far as no repair of theirs is on offer. */
function misreadAnswers(document: Document, asked: Document, policy: Policy): readonly RefusedRequest[] {
  const rule = noFirstBlockText;
  const readsOf = (of: Document) => [...rule.detect(of, { policy, options: ruleOptions(rule, policy) })];
  const mended = new Set(
    readsOf(document).flatMap(({ repairs, range }) => (repairs.length > 0 ? range.join('-') : [])),
  );
  return readsOf(asked)
    .filter(({ refusal, range }) => refusal?.when === 'now' && !mended.has(range.join('-')))
    .map(({ range }) => ({ rule: rule.name, range, isMisread: true }));
}

/** Pairs in bodies that no known call is seen to send. */
function refusedPairsOf(document: Document, id: string, policy: Policy): readonly RefusedRequest[] {
  const samplingPairs = document.samplingPairs.filter(isOfAnyModel).map((pair) => ({ ...pair, models: [id] }));
  const open = withFacts(document, { samplingPairs });
  const refusing = [
    { rule: noConflictingSampling.name, refuses: refusesPair },
    { rule: noRemovedSampling.name, refuses: takesNeither },
  ];
  return refusing.flatMap(({ rule, refuses }) =>
    refusedPairs(open, policy, refuses)
      .filter(({ refusal }) => refusal.basis === 'named')
      .map(({ pair: { topP } }) => ({ rule, range: topP.range })),
  );
}

/** A model of somebody else, `settings.model || 'amazon.nova-…'`, says nothing of which Claude it may be. */
function isUnknown({ model }: ModelCall, policy: Policy) {
  const named = namedModels(model, policy);
  return named.includes(null) && named.every((each) => !each?.model);
}
