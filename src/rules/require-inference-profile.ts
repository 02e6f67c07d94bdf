import { printModelId } from '../catalog/model-id.js';
import type { CatalogModel } from '../catalog/schema.js';
import type { Document } from '../documents/document.js';
import type { Level, ModelReference } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { judgeModel } from './models/judge-model.js';
import { scopesFor } from './models/scopes-for.js';
import { claims, newId } from './models/successor-repairs.js';

export default defineRule({
  name: 'require-inference-profile',
  meta: {
    type: 'problem',
    docs: {
      description:
        'require an inference profile for models that Bedrock does not serve on demand, and none on bedrock-mantle',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      needsProfile:
        "`{{id}}` can't be invoked on demand{{where}}: Bedrock serves {{name}} through an inference profile ({{profiles}}).",
      profileOnMantle:
        'The Messages endpoint of bedrock-mantle has no inference profiles and refuses `{{id}}`. {{advice}}.',
    },
    repairs: {
      useProfile: { message: 'Use the `{{scope}}` profile: `{{to}}`.', safeties: ['safe', 'review'] },
      chooseProfile: { message: 'Use the `{{scope}}` profile: `{{to}}`.', safeties: ['review'] },
      useMantleId: {
        message: "Use the ID that bedrock-mantle knows: `{{to}}`. Requests then stay in the client's region.",
        safeties: ['review'],
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    for (const reference of document.modelReferences) {
      const verdict = judgeModel(reference, policy);
      if (verdict.kind === 'profileOnMantle') yield onMantle(reference, verdict.model);
      if (verdict.kind === 'needsProfile')
        yield withoutProfile(reference, verdict.model, verdict.certain, document, policy);
    }
  },
});

function onMantle(reference: ModelReference, { name, invocation }: CatalogModel) {
  const to = invocation.mantleId;
  const fixed =
    reference.fixed ?? reference.granted ?? (to === null ? 'bedrock-mantle does not serve the model' : null);
  return {
    ...placeOf(reference, 'error'),
    messageId: 'profileOnMantle' as const,
    data: {
      id: printModelId(reference.name),
      advice: to === null ? `It does not serve ${name}` : `It knows ${name} as \`${to}\``,
    },
    repairs:
      to === null || fixed !== null
        ? []
        : [
            {
              id: 'useMantleId' as const,
              data: { to },
              safety: 'review' as const,
              edits: [{ range: reference.range, text: to }],
            },
          ],
    ...(fixed === null ? {} : { unrepaired: fixed }),
  };
}

function withoutProfile(
  reference: ModelReference,
  model: CatalogModel,
  certain: boolean,
  document: Document,
  policy: Policy,
) {
  const { fixed, name } = reference;
  const obstacle =
    fixed ??
    (name.arn === null ? null : 'an inference-profile ARN names the account') ??
    (reference.composed ? 'other code puts a geography before it' : null);
  return {
    ...placeOf(reference, certain ? 'error' : 'warning'),
    messageId: 'needsProfile' as const,
    data: {
      id: printModelId(name),
      name: model.name,
      where: describePlace(reference.region, model.invocation.onDemandRegions ?? []),
      profiles: model.invocation.profiles.map((scope) => `\`${scope}.\``).join(', '),
    },
    repairs: obstacle === null ? repairsOf(reference, model, certain, document, policy) : [],
    ...(obstacle === null ? {} : { unrepaired: obstacle }),
  };
}

function placeOf({ range, level, position }: ModelReference, defect: Level) {
  return { range, level: capLevel(level, defect), position };
}

function describePlace(region: string | null, onDemand: readonly string[]) {
  if (region !== null) return ` in ${region}`;
  return onDemand.length === 0 ? '' : ` outside ${onDemand.join(', ')}`;
}

function repairsOf(
  reference: ModelReference,
  model: CatalogModel,
  certain: boolean,
  document: Document,
  policy: Policy,
) {
  // Other code may look an entry of a table up.
  const isEntry = reference.position === 'table';
  return scopesFor(reference, model, document, { ...policy, target: model.generation }).flatMap(({ scope, chosen }) => {
    if (scope === null) return [];
    const to = newId(reference, model, scope);
    const safety = certain && chosen === 'byPolicy' && !isEntry ? ('safe' as const) : ('review' as const);
    const id = chosen === 'byPerson' || isEntry ? ('chooseProfile' as const) : ('useProfile' as const);
    return [
      {
        id,
        data: { to, scope },
        safety,
        ...(isEntry ? {} : claims(reference, model, scope)),
        edits: [{ range: reference.range, text: to }],
      },
    ];
  });
}
