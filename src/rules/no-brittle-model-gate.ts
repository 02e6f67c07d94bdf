import { parseModelName } from '../catalog/model-id.js';
import type { CatalogModel } from '../catalog/schema.js';
import type { Document, Format } from '../documents/document.js';
import type { ModelGate } from '../documents/facts.js';
import type { GateGuard } from '../documents/gate-guard.js';
import { matching, opensFor } from '../documents/gate-opens.js';
import type { Policy } from '../policy/policy.js';
import { toConditions } from '../project/to-conditions.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { type GateRepair, gateRepair } from './model-gates/gate-repair.js';
import { spellingsOf } from './model-gates/spellings-of.js';
import { modelNamed } from './models/model-named.js';
import { movedTo } from './models/moved-to.js';
import { targetModels } from './request/target-models.js';

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
      missesForm:
        '`{{pattern}}` is found in `{{id}}` but not in its successor `{{successor}}`: after the move the code finds nothing. Keep what it needs beside the ID.',
      missesProfiles:
        '`{{pattern}}` matches the bare ID `{{id}}` but not its profile `{{profile}}`, by which Bedrock serves it: such a call takes the other branch. Compare what follows the geography.',
      missesGeography: 'This list of geographies misses `{{missing}}`: `{{profile}}` takes the other branch. Add it.',
    },
    repairs: {
      askForTrait: {
        message: 'Ask what the model can do, with `supports` of `bedrock-claude-runtime`: `{{code}}`.',
        safeties: ['review'],
        imports: true,
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    // A gate speaks of Bedrock only in a file that does.
    if (document.modelGates.length === 0) return;
    if (!speaksOfBedrock.test(document.path) && !speaksOfBedrock.test(document.text)) return;
    const models = likeliestFirst(document, policy);
    const repairOf = rememberRepairs(document, policy);
    for (const { gates } of toConditions(document.text, document.modelGates)) {
      for (const gate of gates) {
        const asked = gate.form ? askedOf(gate.form, document, policy) : models;
        const gap = gate.geography ? geographyGap(gate, policy) : modelGap(gate, gates, asked, policy);
        // Code that puts a geography before IDs asks about those that have none.
        if (gap?.messageId === 'missesProfiles' && document.geographyBuilders.length > 0) continue;
        if (gap) yield { ...gap, range: gate.range, level: 'warning', ...repairsOf(gate, repairOf, document) };
      }
    }
  },
});

const byHand = 'ask `supports(id, …)` for an ability, or `modelTraits(id)` for a limit, of `bedrock-claude-runtime`';

/** Formats that declare what they take, where no function can be asked. */
const declaring: ReadonlySet<Format> = new Set<Format>(['json', 'yaml', 'toml', 'terraform']);

const speaksOfBedrock = /bedrock|anthropic\.claude|['"`]anthropic\.['"`]/i;

function geographyGap(gate: ModelGate, policy: Policy) {
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

/** The models that a message may name: first those that the file names, then their successors, then what the policy moves to. */
function likeliestFirst(document: Document, policy: Policy): readonly CatalogModel[] {
  const named = new Set(namedIn(document, policy));
  const next = [...named].flatMap((model) => movedTo(model, null, policy) ?? []);
  return [...new Set([...named, ...next, ...targetModels(policy), ...policy.catalog.models])];
}

function namedIn({ modelReferences }: Document, policy: Policy) {
  return modelReferences.flatMap(({ name }) => modelNamed(name, policy) ?? []);
}

/** Only of the models whose IDs are asked for a form does that say anything. */
function askedOf({ ids }: NonNullable<ModelGate['form']>, document: Document, policy: Policy) {
  if (ids === null) return namedIn(document, policy);
  return ids.flatMap((id) => {
    const name = parseModelName(id);
    return (name && modelNamed(name, policy)) ?? [];
  });
}

/** @param alternatives the gates that answer as one with it, itself included */
function modelGap(
  gate: ModelGate,
  alternatives: readonly ModelGate[],
  models: readonly CatalogModel[],
  policy: Policy,
) {
  // An equality says what it means; taking an ID apart or counting it is no test of it, and what that means for a move, the project answers.
  if (gate.kind === 'equality' || gate.kind === 'split' || gate.kind === 'length') return null;
  const isOpen = (id: string) => alternatives.some((each) => opensFor(each, id));
  for (const model of models) {
    // A text-completion model and its successor take different bodies: telling them apart is right.
    const id =
      model.invocation.body === 'textCompletions'
        ? undefined
        : spellingsOf(model).find((spelling) => opensFor(gate, spelling));
    if (id === undefined) continue;
    const pattern = matching(gate, id).join(', ');
    const successor = policy.catalog.successorOf(model, {
      target: policy.target,
      day: policy.asOf,
      minRunwayDays: policy.minRunwayDays,
    });
    const isGone = policy.catalog.lifecycleOn(model, policy.asOf).state !== 'active';
    if (isGone && successor && !spellingsOf(successor).some(isOpen) && !isKeptUp(gate, successor, policy)) {
      const messageId = gate.form ? ('missesForm' as const) : ('missesSuccessor' as const);
      return { messageId, data: { pattern, id, successor: successor.id } };
    }
    const [scope] = model.invocation.profiles;
    if (!isGone && scope !== undefined && gate.kind !== 'list' && id === model.id && !isOpen(`${scope}.${id}`)) {
      return { messageId: 'missesProfiles' as const, data: { pattern, id, profile: `${scope}.${id}` } };
    }
  }
  return null;
}

/** A table with an entry for a model of the family that answers today is looked after, whichever of them is moved to. */
function isKeptUp(gate: ModelGate, { family }: CatalogModel, policy: Policy) {
  if (gate.yields !== 'entry') return false;
  return active(policy).some((model) => model.family === family && spellingsOf(model).some((id) => opensFor(gate, id)));
}

function active(policy: Policy) {
  return policy.catalog.models.filter(
    (model) =>
      model.invocation.profiles.length > 0 && policy.catalog.lifecycleOn(model, policy.asOf).state === 'active',
  );
}

/** The gates of one condition have one repair. */
function rememberRepairs(document: Document, policy: Policy): (guard: GateGuard) => GateRepair {
  const known = new Map<GateGuard, GateRepair>();
  return (guard) => {
    const repair = known.get(guard) ?? gateRepair(guard, document, policy);
    known.set(guard, repair);
    return repair;
  };
}

function repairsOf(
  { guard, geography }: ModelGate,
  repairOf: (guard: GateGuard) => GateRepair,
  { format }: Document,
): Pick<Finding<never, 'askForTrait'>, 'repairs' | 'unrepaired'> {
  if (geography) return { repairs: [], unrepaired: 'whether another geography may follow is for a person to say' };
  if (declaring.has(format)) return { repairs: [], unrepaired: 'which IDs it takes is for a person to say' };
  if (!guard) return { repairs: [], unrepaired: `code must say what it means by the test: ${byHand}` };
  const { repair, obstacle } = repairOf(guard);
  return repair ? { repairs: [repair] } : { repairs: [], unrepaired: `${obstacle}: ${byHand}` };
}
