import { isInside } from '../edits/text-edit.js';
import type { ModelCall, ModelReference, PropertyFact, Sampling } from './facts.js';
import { alternativesOf, type StaticValue } from './static-value.js';

/** The references, of which those that a call names beside other models are not moved with what the call sends: others get it, too. */
export function besideOtherModels(
  references: readonly ModelReference[],
  calls: readonly ModelCall[],
  path: string,
): readonly ModelReference[] {
  const several = calls.map(({ model }) => knownIn(model)).filter(({ length }) => length > 1);
  if (several.length === 0) return references;
  return references.map((reference) => {
    const { sampling, range } = reference;
    const isOneOfSeveral = several.some((values) =>
      values.some((value) => value.path === path && isInside(range, value.range)),
    );
    return sampling && isOneOfSeveral ? { ...reference, sampling: sharedSampling(sampling) } : reference;
  });
}

type Known = Exclude<StaticValue, { kind: 'oneOf' | 'unknown' }>;

function knownIn(value: StaticValue): readonly Known[] {
  return alternativesOf(value).filter((each) => each.kind !== 'oneOf' && each.kind !== 'unknown');
}

function sharedSampling({ temperature, topP, topK }: Sampling): Sampling {
  return { temperature: shared(temperature), topP: shared(topP), topK: shared(topK) };
}

function shared(fact: PropertyFact | null): PropertyFact | null {
  return fact && { ...fact, removal: null, isShared: true };
}
