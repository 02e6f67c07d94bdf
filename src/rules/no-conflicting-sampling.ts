import { parseModelName } from '../catalog/model-id.js';
import type { CatalogModel } from '../catalog/schema.js';
import type { ModelCall, PropertyFact, StaticValue } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import { modelNamed } from './model-named.js';
import type { Finding } from './finding.js';
import { samplingEdits } from './sampling-edits.js';

export default defineRule({
  name: 'no-conflicting-sampling',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow `temperature` together with `top_p` for models that refuse the pair',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      bothSet:
        '{{name}} refuses `temperature` together with `{{topP}}`: the request fails with a ValidationException. Keep one of them.',
      bothSetForSuccessor:
        '{{name}}, the successor of `{{id}}`, refuses `temperature` together with `{{topP}}`: requests fail once the model is moved. Keep one of them.',
      neitherTaken:
        '{{name}} takes neither `temperature` nor `{{topP}}`: the request fails with a ValidationException. Remove both.',
    },
    repairs: {
      removeTopP: { message: 'Remove `{{topP}}` and keep `temperature`.', safeties: ['safe', 'review'] },
      removeSampling: { message: 'Remove `temperature` and `{{topP}}`.', safeties: ['safe', 'review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  detect(document, { policy }) {
    // Calls may share one object: the pair in it is one defect, and the surest call speaks for it.
    const byPair = new Map<number, Found>();
    for (const call of document.modelCalls) {
      const found = findingFor(call, policy);
      const known = found ? byPair.get(found.range[0]) : undefined;
      if (found && (!known || (known.level !== 'error' && found.level === 'error'))) byPair.set(found.range[0], found);
    }
    return byPair.values();
  },
});

type Found = Finding<'bothSet' | 'bothSetForSuccessor' | 'neitherTaken', 'removeTopP' | 'removeSampling'>;

function findingFor(call: ModelCall, policy: Policy): Found | null {
  const { temperature, topP } = call.sampling;
  const refusing = temperature && topP ? refusingModel(call, policy) : null;
  if (!temperature || !topP || !refusing) return null;
  const { model, id, certain } = refusing;
  const isSure = certain && isSet(temperature) && isSet(topP);
  const takesNeither = id === null && takesNoSampling(model);
  const removal = takesNeither
    ? samplingEdits({ temperature, topP, topK: null }, model)
    : topP.removal && [topP.removal];
  const edits = refusing.isRewritten === true ? null : removal;
  const repair = takesNeither ? ('removeSampling' as const) : ('removeTopP' as const);
  return {
    messageId: takesNeither ? 'neitherTaken' : id === null ? 'bothSet' : 'bothSetForSuccessor',
    data: { name: model.name, topP: topP.name, id: id ?? '' },
    // What can't be edited may stand in another file; the call is always in this one.
    range: topP.removal ? topP.range : call.range,
    level: isSure && id === null ? 'error' : 'warning',
    repairs: edits ? [{ id: repair, data: { topP: topP.name }, safety: isSure ? 'safe' : 'review', edits }] : [],
    ...(edits
      ? {}
      : { unrepaired: removal ? 'its request must be rewritten with it' : 'the pair is set in another place' }),
  };
}

interface Refusing {
  readonly model: CatalogModel;
  /** The ID in the code when it is its successor that refuses, else `null`. */
  readonly id: string | null;
  /** The request is of a form that its successor does not take. */
  readonly isRewritten?: boolean;
  /** On the day the call fails whatever else it says. */
  readonly certain: boolean;
}

/** The model the call reaches, or will reach once its ID is moved, if that refuses the pair. */
function refusingModel({ model, region, provesClaude, surface }: ModelCall, policy: Policy): Refusing | null {
  const { catalog, asOf, target, minRunwayDays } = policy;
  // A setting may name another model than the default beside it.
  const isNamed = model.kind === 'text';
  for (const text of textsOf(model)) {
    const name = parseModelName(text);
    const known = name ? modelNamed(name, policy) : undefined;
    if (!known) continue;
    const { state, certain } = catalog.lifecycleOn(known, asOf, region);
    if (state !== 'endOfLife' && refusesPair(known)) return { model: known, id: null, certain: isNamed };
    if (state === 'active') return null;
    const successor = catalog.successorOf(known, { target, day: asOf, minRunwayDays });
    // A Legacy model still answers, and takes the pair: dropping a parameter would change what it says.
    return successor && refusesPair(successor)
      ? {
          model: successor,
          id: text,
          certain: isNamed && certain && state === 'endOfLife',
          isRewritten: known.invocation.body === 'textCompletions' && surface.startsWith('Invoke'),
        }
      : null;
  }
  return provesClaude ? anyActive(policy) : null;
}

/** A call of a Claude that nobody names is refused when every Claude it may mean refuses it. */
function anyActive({ catalog, asOf }: Policy): Refusing | null {
  const active = catalog.models.filter(
    (each) => each.invocation.profiles.length > 0 && catalog.lifecycleOn(each, asOf).state === 'active',
  );
  const tolerant = active.find((each) => !takesNoSampling(each)) ?? active[0];
  return tolerant && active.every(refusesPair)
    ? { model: { ...tolerant, name: 'Every active Claude' }, id: null, certain: false }
    : null;
}

function refusesPair(model: CatalogModel) {
  return model.request.sampling.temperatureWithTopP === false || takesNoSampling(model);
}

function takesNoSampling({ request: { sampling } }: CatalogModel) {
  return sampling.temperature === false && sampling.topP === false;
}

function textsOf(value: StaticValue): readonly string[] {
  if (value.kind === 'text') return [value.text];
  return value.kind === 'oneOf' ? value.values.flatMap(textsOf) : [];
}

function isSet({ value }: PropertyFact) {
  return value.kind === 'number' || value.kind === 'text';
}
