import { printModelId } from '../catalog/model-id.js';
import type { CatalogModel, Scope } from '../catalog/schema.js';
import type { ModelReference } from '../documents/facts.js';
import { capLevel } from './models/cap-level.js';
import { formWith } from './composed-ids/composed-forms.js';
import { defineRule } from './define-rule.js';
import { isCalled } from './models/is-called.js';
import { judgeModel } from './models/judge-model.js';
import { claims, newId } from './models/successor-repairs.js';

export default defineRule({
  name: 'allowed-profile-scopes',
  meta: {
    type: 'problem',
    docs: {
      description: 'restrict inference profiles to the geographies where data may be processed',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      outsideScopes: '`{{id}}` lets Bedrock process requests in {{where}}, but the policy allows only {{allowed}}.',
      notCallableFrom: "The `{{scope}}` profile can't be called from {{region}}: `{{id}}` is refused there.",
    },
    repairs: {
      useAllowedScope: { message: 'Use the `{{scope}}` profile: `{{to}}`.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    for (const judged of document.modelReferences) {
      const verdict = judgeModel(judged, policy);
      if (verdict.kind !== 'outsideScopes' && verdict.kind !== 'notCallableFrom') continue;
      const { model, scope } = verdict;
      const reference = formWith(judged, scope);
      const region = verdict.kind === 'notCallableFrom' ? verdict.region : '';
      const allowed =
        verdict.kind === 'outsideScopes' ? (policy.residency ?? []) : policy.catalog.scopesOfRegion(verdict.region);
      const repairs = repairsOf(reference, model, allowed);
      yield {
        messageId: verdict.kind,
        data: {
          id: printModelId(reference.name),
          scope,
          where: scope === 'global' ? 'any region' : `the \`${scope}\` geography`,
          region,
          allowed: allowed.map((each) => `\`${each}\``).join(', '),
        },
        range: reference.range,
        level: capLevel(reference.level, 'error'),
        position: reference.position,
        repairs,
        ...(repairs.length > 0 ? {} : { unrepaired: obstacleTo(reference) }),
      };
    }
  },
});

function repairsOf(reference: ModelReference, model: CatalogModel, allowed: readonly Scope[]) {
  if (reference.fixed !== null || !isCalled(reference)) return [];
  const offered = allowed.filter((scope) => model.invocation.profiles.includes(scope));
  return offered.map((scope) => {
    const to = newId(reference, model, scope);
    return {
      id: 'useAllowedScope' as const,
      data: { to, scope },
      safety: 'review' as const,
      ...claims(reference, model, scope),
      edits: [{ range: reference.range, text: to }],
    };
  });
}

function obstacleTo(reference: ModelReference) {
  if (reference.fixed !== null) return reference.fixed;
  return isCalled(reference) ? 'the model has no profile that may be used here' : 'other code depends on this text';
}
