import { folderOf } from './folder-of.js';
import type { ArnName, FoundationArn, ModelReference } from './facts.js';
import { variablesOf } from './variables-of.js';

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
  if (uses.length === 0 || !references.some(mayMove)) return references;
  const byName = groupUses(lastUses(uses), ({ arn }) => arn);
  return references.map((reference) => {
    const made = mayMove(reference)
      ? namesOf(reference).flatMap(
          (name) => byName.get(name)?.filter(({ arn }) => isMadeOf(arn, reference, path)) ?? [],
        )
      : [];
    const use = made.find(({ arn }) => arn.isGrant !== true) ?? made[0];
    if (!use) return reference;
    const why = `${use.where} ${words[use.arn.use ?? 'made']}`;
    return use.arn.isGrant === true ? { ...reference, granted: why } : { ...reference, fixed: why };
  });
}

const words = {
  made: 'makes the ARN of a foundation model of it, which takes no geography',
  compared: 'compares it with the IDs of foundation models, which have no geography',
  given: 'gives it to an API that takes foundation models and no profiles',
} as const;

/** What is handed on under another name counts as the ARNs that are made of that name, if any are. */
function lastUses(uses: readonly ArnUse[]): readonly ArnUse[] {
  const found = uses.filter(({ arn }) => arn.via === undefined);
  const handed = groupUses(
    uses.filter(({ arn }) => arn.via !== undefined),
    ({ arn }) => arn.via ?? arn,
  );
  const seen = new Set<string>();
  // What is added is asked about in turn.
  if (handed.size > 0)
    for (const { arn: made, where } of found)
      for (const { arn } of handed.get(nameOf(made)) ?? []) {
        const { via, ...given } = arn;
        const isGrant = made.isGrant === true;
        const key = [nameOf(arn), folderIn(arn), ...arn.range, isGrant].join('\0');
        if (via === undefined || !isInFolder(made, folderIn(via)) || seen.has(key)) continue;
        seen.add(key);
        found.push({ arn: { ...given, isGrant }, where });
      }
  return found;
}

function groupUses(uses: readonly ArnUse[], by: (use: ArnUse) => ArnName): ReadonlyMap<string, readonly ArnUse[]> {
  const groups = new Map<string, ArnUse[]>();
  for (const use of uses) {
    const name = nameOf(by(use));
    const group = groups.get(name);
    if (group) group.push(use);
    else groups.set(name, [use]);
  }
  return groups;
}

/** Texts of a file have no name: they are told apart by their places. */
const unnamed = '';

function nameOf(name: ArnName) {
  if ('setting' in name) return `setting ${name.setting}`;
  return 'variable' in name ? `variable ${name.variable}` : unnamed;
}

function namesOf({ setting, variable }: ModelReference): readonly string[] {
  return [
    ...(setting === undefined ? [] : [nameOf({ setting })]),
    ...variablesOf(variable).map((each) => nameOf({ variable: each, folder: null })),
    unnamed,
  ];
}

function folderIn(name: ArnName) {
  return 'variable' in name ? name.folder : null;
}

function isInFolder(name: ArnName, folder: string | null) {
  const own = folderIn(name);
  return own === null || folder === null || own === folder;
}

function mayMove({ name, position, fixed }: ModelReference) {
  const isCalled = position === 'request' || position === 'constant' || position === 'default';
  return isCalled && fixed === null && name.scope === null && name.arn === null;
}

/** What it is made of is the text that defines it: the same ID elsewhere is another one. */
function isMadeOf(arn: FoundationArn, { range }: ModelReference, path: string) {
  if (!('id' in arn)) return isInFolder(arn, folderOf(path));
  return arn.id.path === path && arn.id.range[0] <= range[0] && range[1] <= arn.id.range[1];
}
