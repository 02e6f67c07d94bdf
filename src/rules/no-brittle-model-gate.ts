import type { CatalogModel } from '../catalog/schema.js';
import type { ModelGate } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { opensFor } from '../documents/gate-opens.js';
import { defineRule } from './define-rule.js';

export default defineRule({
  name: 'no-brittle-model-gate',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow tests on parts of a model ID that fail for its successor or its inference profiles',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      missesSuccessor:
        '`{{pattern}}` matches `{{id}}` but not its successor `{{successor}}`: after the move the other branch runs. Name both, or test for what the model can do.',
      missesProfiles:
        '`{{pattern}}` matches the bare ID `{{id}}` but not its profile `{{profile}}`, by which Bedrock serves it: such a call takes the other branch. Compare what follows the geography.',
      missesGeography: 'This list of geographies misses `{{missing}}`: `{{profile}}` takes the other branch. Add it.',
    },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    // A gate speaks of Bedrock only in a file that does.
    if (!speaksOfBedrock.test(document.path) && !speaksOfBedrock.test(document.text)) return;
    for (const gate of document.modelGates) {
      // Taking an ID apart is no test of it; what it means for a move, the project answers.
      if (gate.kind === 'split') continue;
      const gap = gate.geography ? geographyGap(gate, policy) : modelGap(gate, policy);
      if (gap)
        yield {
          ...gap,
          range: gate.range,
          level: 'warning',
          repairs: [],
          unrepaired: 'code must say what it means by the test',
        };
    }
  },
});

const speaksOfBedrock = /bedrock|anthropic\.claude|['"`]anthropic\.['"`]/i;

function geographyGap(gate: ModelGate, policy: Policy) {
  if (gate.kind !== 'list' && gate.kind !== 'regex') return null;
  for (const model of active(policy)) {
    const covered = model.invocation.profiles.filter(
      (scope) => opensFor(gate, `${scope}.`) || opensFor(gate, scope) || opensFor(gate, `${scope}.${model.id}`),
    );
    const missing = model.invocation.profiles.find((scope) => scope === 'global' && !covered.includes(scope));
    if (covered.length >= 2 && missing)
      return {
        messageId: 'missesGeography' as const,
        data: { missing: `${missing}.`, profile: `${missing}.${model.id}` },
      };
  }
  return null;
}

function modelGap(gate: ModelGate, policy: Policy) {
  if (gate.kind === 'equality') return null;
  const pattern = gate.patterns.join(', ');
  for (const model of policy.catalog.models) {
    // A text-completion model and its successor take different bodies: telling them apart is right.
    const id =
      model.invocation.body === 'textCompletions'
        ? undefined
        : spellingsOf(model).find((spelling) => opensFor(gate, spelling));
    if (id === undefined) continue;
    const successor = policy.catalog.successorOf(model, {
      target: policy.target,
      day: policy.asOf,
      minRunwayDays: policy.minRunwayDays,
    });
    const isGone = policy.catalog.lifecycleOn(model, policy.asOf).state !== 'active';
    if (isGone && successor && !spellingsOf(successor).some((spelling) => opensFor(gate, spelling))) {
      return { messageId: 'missesSuccessor' as const, data: { pattern, id, successor: successor.id } };
    }
    const [scope] = model.invocation.profiles;
    if (
      !isGone &&
      scope !== undefined &&
      gate.kind !== 'list' &&
      id === model.id &&
      !opensFor(gate, `${scope}.${id}`)
    ) {
      return { messageId: 'missesProfiles' as const, data: { pattern, id, profile: `${scope}.${id}` } };
    }
  }
  return null;
}

function spellingsOf({ id, invocation }: CatalogModel) {
  return [id, ...invocation.profiles.map((scope) => `${scope}.${id}`)];
}

function active(policy: Policy) {
  return policy.catalog.models.filter(
    (model) =>
      model.invocation.profiles.length > 0 && policy.catalog.lifecycleOn(model, policy.asOf).state === 'active',
  );
}
