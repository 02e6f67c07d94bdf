import { printModelId } from '../catalog/model-id.js';
import type { FoundationArn, ModelReference } from './facts.js';

/** An ARN of a foundation model that code makes of an ID, and the words for where. */
export interface ArnUse {
  readonly arn: FoundationArn;
  readonly where: string;
}

/**
 * References whose ID must not get a geography, because ARNs are made of it that take none.
 */
export function heldByArns(
  references: readonly ModelReference[],
  path: string,
  uses: readonly ArnUse[],
): readonly ModelReference[] {
  if (uses.length === 0) return references;
  return references.map((reference) => {
    const use = mayMove(reference) ? uses.find(({ arn }) => isMadeOf(arn, reference, path)) : undefined;
    return use
      ? { ...reference, fixed: `${use.where} makes the ARN of a foundation model of it, which takes no geography` }
      : reference;
  });
}

function mayMove({ name, position, fixed }: ModelReference) {
  const isCalled = position === 'request' || position === 'constant' || position === 'default';
  return isCalled && fixed === null && name.scope === null && name.arn === null;
}

function isMadeOf(arn: FoundationArn, { name, setting }: ModelReference, path: string) {
  return 'setting' in arn ? arn.setting === setting : arn.id.path === path && arn.id.text === printModelId(name);
}
