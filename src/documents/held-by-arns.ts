import type { ArnName, FoundationArn, ModelReference } from './facts.js';

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
  const last = lastUses(uses);
  return references.map((reference) => {
    const made = mayMove(reference) ? last.filter(({ arn }) => isMadeOf(arn, reference, path)) : [];
    const use = made.find(({ arn }) => arn.isGrant !== true) ?? made[0];
    if (!use) return reference;
    const why = `${use.where} makes the ARN of a foundation model of it, which takes no geography`;
    return use.arn.isGrant === true ? { ...reference, granted: why } : { ...reference, fixed: why };
  });
}

/** What is handed on under another name counts as the ARNs that are made of that name, if any are. */
function lastUses(uses: readonly ArnUse[]): readonly ArnUse[] {
  const found = uses.filter(({ arn }) => arn.via === undefined);
  const handed = uses.filter(({ arn }) => arn.via !== undefined);
  // What is added is asked about in turn.
  for (const use of found) {
    if (found.length > mostUses) break;
    for (const { arn } of handed) {
      const { via, ...given } = arn;
      if (
        via === undefined ||
        !isSame(via, use.arn) ||
        found.some((one) => isSame(one.arn, arn) && one.arn.range === arn.range && one.where === use.where)
      )
        continue;
      found.push({ arn: { ...given, isGrant: use.arn.isGrant === true }, where: use.where });
    }
  }
  return found;
}

/** Beyond this a project says everything of everything. */
const mostUses = 2000;

function isSame(one: ArnName, other: ArnName) {
  if ('setting' in one) return 'setting' in other && one.setting === other.setting;
  if (!('variable' in one) || !('variable' in other)) return false;
  return one.variable === other.variable && (other.folder === null || one.folder === other.folder);
}

function mayMove({ name, position, fixed }: ModelReference) {
  const isCalled = position === 'request' || position === 'constant' || position === 'default';
  return isCalled && fixed === null && name.scope === null && name.arn === null;
}

/** What it is made of is the text that defines it: the same ID elsewhere is another one. */
function isMadeOf(arn: FoundationArn, { range, setting, variable }: ModelReference, path: string) {
  if ('setting' in arn) return arn.setting === setting;
  if ('variable' in arn) return isIn(arn.variable, variable) && (arn.folder === null || arn.folder === folderOf(path));
  return arn.id.path === path && arn.id.range[0] <= range[0] && range[1] <= arn.id.range[1];
}

/** One of the values of a map is taken by a key that only the running program knows. */
function isIn(owner: string, variable: string | undefined) {
  return variable === owner || variable?.startsWith(`${owner}.`) === true;
}

function folderOf(path: string) {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
