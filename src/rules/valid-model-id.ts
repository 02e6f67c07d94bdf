import { hasDateOrRevision } from '../catalog/model-id-shape.js';
import { printModelId } from '../catalog/model-id.js';
import type { CatalogModel } from '../catalog/schema.js';
import type { Document } from '../documents/document.js';
import type { ModelReference } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { capLevel } from './models/cap-level.js';
import { choicesFor } from './composed-ids/composed-choice.js';
import { formWith } from './composed-ids/composed-forms.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { firstPartyIds } from './models/first-party-ids.js';
import { isCalled } from './models/is-called.js';
import { judgeModel } from './models/judge-model.js';
import { claims, newId } from './models/successor-repairs.js';

export default defineRule({
  name: 'valid-model-id',
  meta: {
    type: 'problem',
    docs: {
      description: 'require Claude model IDs that exist on Amazon Bedrock',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      neverExisted:
        'Bedrock has never had a model `{{id}}`: requests fail with "The provided model identifier is invalid". `{{intended}}` is probably meant.',
      noSuchProfile: 'Bedrock has no `{{scope}}` profile of {{name}}, so `{{id}}` is refused. {{profiles}}.',
      unknownModel: '`{{id}}` is not in the catalog of {{checkedOn}}; it may be newer than the data.',
      firstPartyId: "`{{id}}` is the ID of Anthropic's own API; Bedrock refuses it and needs `{{bedrockId}}`.",
      foreignClient:
        '`{{id}}` is a Bedrock model ID, but `{{client}}` talks to another platform, which needs an ID of its own.',
    },
    repairs: {
      useIntendedModel: { message: 'Use `{{to}}`.', safeties: ['safe', 'review'] },
      useBedrockId: { message: 'Use the Bedrock ID `{{to}}`.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    for (const reference of document.modelReferences) {
      const finding = findingFor(reference, document, policy);
      if (finding) yield finding;
    }
    yield* firstPartyIds(document, policy);
  },
});

type Found = Finding<'neverExisted' | 'noSuchProfile' | 'unknownModel' | 'foreignClient', 'useIntendedModel'>;

function findingFor(reference: ModelReference, document: Document, policy: Policy): Found | null {
  const verdict = judgeModel(reference, policy);
  const id = printModelId(reference.name);
  const place = { range: reference.range, position: reference.position, repairs: [] };
  switch (verdict.kind) {
    case 'neverExisted': {
      const repairs = repairsTowardsIntended(reference, verdict.intended, document, policy);
      const intended =
        repairs[0]?.data.to ?? newId(reference, verdict.intended, keptScope(reference, verdict.intended));
      return {
        ...place,
        messageId: 'neverExisted',
        data: { id, intended },
        // Elsewhere it may be a name that the code, or a gateway, has given itself.
        level: isMeantForBedrock(reference, document) ? capLevel(reference.level, 'error') : 'note',
        repairs,
      };
    }
    case 'noSuchProfile': {
      const { name, range } = formWith(reference, verdict.scope);
      const offered = verdict.model.invocation.profiles.map((scope) => `\`${scope}.\``).join(', ');
      const profiles = offered === '' ? 'It has none' : `It has ${offered}`;
      return {
        ...place,
        range,
        messageId: 'noSuchProfile',
        data: { id: printModelId(name), name: verdict.model.name, scope: verdict.scope, profiles },
        // Profiles are added to models that are active: the data may be older than this one.
        level: isCalled(reference) ? capLevel(reference.level, 'warning') : 'note',
        unrepaired: 'a person chooses the geography',
      };
    }
    case 'unknownModel':
      return { ...place, messageId: 'unknownModel', data: { id, checkedOn: policy.catalog.checkedOn }, level: 'note' };
    case 'foreignClient':
      return {
        ...place,
        messageId: 'foreignClient',
        data: { id, client: verdict.client },
        level: capLevel(reference.level, 'warning'),
        unrepaired: "the other platform's own model name must be chosen",
      };
    default:
      return null;
  }
}

/** Gateways have names like `anthropic.claude-4.6-sonnet`; a geography, a date or a revision is written for Bedrock alone. */
function isMeantForBedrock(reference: ModelReference, { text }: Document) {
  if (!isCalled(reference)) return false;
  const { scope, arn, base } = reference.name;
  const isOfItsForm = scope !== null || arn !== null || hasDateOrRevision(base);
  return reference.surface !== null || isOfItsForm || /bedrock/i.test(text);
}

/** A misspelt ID never worked; where the model it means has ended too, its successor is proposed at once. */
function repairsTowardsIntended(reference: ModelReference, intended: CatalogModel, document: Document, policy: Policy) {
  if (!isMeantForBedrock(reference, document) || reference.fixed !== null || reference.name.arn !== null) return [];
  const isAlive = policy.catalog.lifecycleOn(intended, policy.asOf, reference.region).state === 'active';
  const towards = isAlive ? { ...policy, target: intended.generation } : policy;
  const choices = choicesFor(reference, intended, document, towards);
  const choice = typeof choices === 'string' ? undefined : choices[0];
  if (!choice || choice.chosen === 'byPerson') return [];
  const to = newId(reference, choice.model, choice.scope);
  const keepsScope = reference.name.scope === choice.scope;
  return [
    {
      id: 'useIntendedModel' as const,
      data: { to },
      safety: isAlive && keepsScope ? ('safe' as const) : ('review' as const),
      ...claims(reference, choice.model, choice.scope),
      edits: [{ range: reference.range, text: to }],
    },
  ];
}

function keptScope({ name }: ModelReference, { invocation }: CatalogModel) {
  return invocation.profiles.find((scope) => scope === name.scope) ?? null;
}
