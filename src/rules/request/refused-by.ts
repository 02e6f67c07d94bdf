import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { isTestPath } from '../../documents/test-path.js';
import { withFacts } from '../../documents/with-facts.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import noConflictingSampling from '../no-conflicting-sampling.js';
import noRemovedSampling from '../no-removed-sampling.js';
import { ruleOptions } from '../rule-options.js';
import { namedModels } from './named-models.js';
import { requestRules } from './refused-moves.js';

/** What a model refuses of a request, and the rule that says so. */
export interface RefusedRequest {
  readonly rule: string;
  readonly finding: Finding;
}

const rules = [noConflictingSampling, noRemovedSampling, ...requestRules];

/** Whether code of a document calls a model that only the running program knows. */
export function callsUnknownModel({ path, modelCalls }: Document, policy: Policy): boolean {
  return !isTestPath(path) && modelCalls.some((call) => isUnknown(call, policy));
}

/**
 * What a model would refuse of the requests whose model only the running program knows, were it this one: what the rules say of them with its ID in
 * that place. What depends on more than the model is left out.
 */
export function refusedBy(document: Document, id: string, policy: Policy): readonly RefusedRequest[] {
  const modelCalls = document.modelCalls
    .filter((call) => isUnknown(call, policy))
    .map((call) => ({ ...call, model: { kind: 'text', text: id, range: call.model.range, path: null } as const }));
  const asked = withFacts(document, { modelCalls, passedCalls: [], textCompletions: [] });
  return rules.flatMap((rule) =>
    [...rule.detect(asked, { policy, options: ruleOptions(rule, policy) })]
      .filter(({ refusal, level }) => refusal?.when === 'now' && level === 'error')
      .map((finding) => ({ rule: rule.name, finding })),
  );
}

function isUnknown({ model }: ModelCall, policy: Policy) {
  return namedModels(model, policy).every((named) => named === null);
}
