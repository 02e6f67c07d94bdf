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
    const made = mayMove(reference) ? uses.filter(({ arn }) => isMadeOf(arn, reference, path)) : [];
    const use = made.find(({ arn }) => arn.isGrant !== true) ?? made[0];
    if (!use) return reference;
    const why = `${use.where} makes the ARN of a foundation model of it, which takes no geography`;
    return use.arn.isGrant === true ? { ...reference, granted: why } : { ...reference, fixed: why };
  });
}

function mayMove({ name, position, fixed }: ModelReference) {
  const isCalled = position === 'request' || position === 'constant' || position === 'default';
  return isCalled && fixed === null && name.scope === null && name.arn === null;
}

/** What it is made of is the text that defines it: the same ID elsewhere is another one. */
function isMadeOf(arn: FoundationArn, { range, setting, variable }: ModelReference, path: string) {
  if ('setting' in arn) return arn.setting === setting;
  if ('variable' in arn) return arn.variable === variable && (arn.folder === null || arn.folder === folderOf(path));
  return arn.id.path === path && arn.id.range[0] <= range[0] && range[1] <= arn.id.range[1];
}

function folderOf(path: string) {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
