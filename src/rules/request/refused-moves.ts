import type { Document } from '../../documents/document.js';
import type { Place } from '../../documents/prompt.js';
import type { Range } from '../../edits/text-edit.js';
import { rangesOverlap } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import compatibleSdkVersion from '../compatible-sdk-version.js';
import noAssistantPrefill from '../no-assistant-prefill.js';
import noFirstBlockText from '../no-first-block-text.js';
import noForcedToolChoice from '../no-forced-tool-choice.js';
import noObsoleteBeta from '../no-obsolete-beta.js';
import { requestsOf } from './requests-of.js';
import type { ClaudeRule } from '../rule-meta.js';
import { ruleOptions } from '../rule-options.js';
import { refusedPlaces } from './refused-places.js';
import validMaxTokens from '../valid-max-tokens.js';
import validStructuredOutput from '../valid-structured-output.js';
import validThinkingConfig from '../valid-thinking-config.js';

/** Rules on requests whose repairs an ID does not bring along by itself, as it does for sampling parameters. */
export const requestRules: readonly ClaudeRule[] = [
  compatibleSdkVersion,
  noAssistantPrefill,
  noFirstBlockText,
  noForcedToolChoice,
  noObsoleteBeta,
  validMaxTokens,
  validStructuredOutput,
  validThinkingConfig,
];

const known = new WeakMap<Document, WeakMap<Policy, readonly Place[]>>();

/** Whether a request of the document asks for what the model refuses that the ID at `range` is moved to: then more than the ID must change. */
export function isRefusedAfterMove(range: Range, document: Document, policy: Policy): boolean {
  return refusedModels(document, policy).some(
    (place) => place.path === document.path && rangesOverlap(place.range, range),
  );
}

function refusedModels(document: Document, policy: Policy): readonly Place[] {
  if (requestsOf(document).length === 0) return [];
  const ofDocument = known.get(document) ?? new WeakMap<Policy, readonly Place[]>();
  known.set(document, ofDocument);
  const memo = ofDocument.get(policy);
  if (memo) return memo;
  const places = requestRules.flatMap((rule) =>
    [...rule.detect(document, { policy, options: ruleOptions(rule, policy) })].flatMap(({ refusal, level }) =>
      refusal && level !== 'note' ? refusedPlaces(refusal, 'moved') : [],
    ),
  );
  ofDocument.set(policy, places);
  return places;
}
