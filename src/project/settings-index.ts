import { printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ArnName, ModelReference } from '../documents/facts.js';
import { folderOf } from '../documents/folder-of.js';
import type { StaticValue } from '../documents/static-value.js';
import { isTestPath } from '../documents/test-path.js';
import { variablesOf } from '../documents/variables-of.js';
import type { UnitOf } from './units.js';

/** The IDs that settings of a project are given: what `process.env.NAME` may be where a program runs. */
export interface SettingsIndex {
  add(document: Document): void;
  /** Each place in the unit of `path` where a setting of this name is given an ID. */
  idsOf(name: string, path: string): readonly StaticValue[];
}

/** Files that set one name to more models than this say nothing of it. */
const mostPlaces = 24;

/** What the files of one unit say. */
interface Settings {
  /** An ID that may be what a setting is given, and the start of the paths of the programs that it is for; empty for all of the unit. */
  readonly given: { readonly reference: ModelReference; readonly path: string; readonly below: string }[];
  /** What infrastructure code hands on to a setting: a parameter, a variable, an ID that is written elsewhere. */
  readonly handedOn: Map<string, ArnName[]>;
}

export function createSettingsIndex(unitOf: UnitOf): SettingsIndex {
  const units = new Map<string, Settings>();
  return { add, idsOf };

  function add({ path, modelReferences, foundationArns = [] }: Document) {
    const given = modelReferences.filter(isGiven);
    const handed = isTestPath(path) ? [] : foundationArns.filter(({ via }) => via !== undefined && 'setting' in via);
    if (given.length + handed.length === 0) return;
    const unit = settingsOf(unitOf(path));
    const below = folderServed(path);
    for (const reference of given) unit.given.push({ reference, path, below });
    for (const { via, ...name } of handed)
      if (via && 'setting' in via) unit.handedOn.set(via.setting, [...(unit.handedOn.get(via.setting) ?? []), name]);
  }

  function settingsOf(name: string): Settings {
    const unit = units.get(name) ?? { given: [], handedOn: new Map<string, ArnName[]>() };
    units.set(name, unit);
    return unit;
  }

  function idsOf(name: string, path: string) {
    const unit = units.get(unitOf(path));
    const names = unit ? namesBehind(name, unit.handedOn) : [];
    const found = unit?.given.filter(
      (each) => path.startsWith(each.below) && names.some((behind) => isNamed(behind, each)),
    );
    return !found || found.length > mostPlaces ? [] : found.map(toValue);
  }
}

/** The setting itself, and what is handed on to it, from name to name. */
function namesBehind(name: string, handedOn: Settings['handedOn']): readonly ArnName[] {
  const found = new Map<string, ArnName>([[JSON.stringify({ setting: name }), { setting: name }]]);
  // What is added is asked about in turn.
  for (const each of found.values())
    for (const next of 'setting' in each ? (handedOn.get(each.setting) ?? []) : []) {
      const key = JSON.stringify(
        'id' in next ? next.id : 'setting' in next ? { setting: next.setting } : [next.variable, next.folder],
      );
      if (!found.has(key)) found.set(key, next);
    }
  return [...found.values()];
}

function isNamed(name: ArnName, { reference, path }: Settings['given'][number]) {
  if ('setting' in name) return reference.setting === name.setting;
  if ('id' in name)
    return name.id.path === path && name.id.range[0] <= reference.range[0] && reference.range[1] <= name.id.range[1];
  return (
    variablesOf(reference.variable).includes(name.variable) && (name.folder === null || name.folder === folderOf(path))
  );
}

function toValue({ reference: { name, range }, path }: Settings['given'][number]): StaticValue {
  return { kind: 'text', text: printModelId(name), range, path };
}

/** An `.env` file is for the programs beside and below it; what is deployed may be anywhere. */
function folderServed(path: string) {
  const [, folder = ''] = /^(.*\/)?\.env[^/]*$/.exec(path) ?? [];
  return folder.replace(/(?:^|(?<=\/))\.?(?:config|configs|env|envs|environments|docker|deploy|settings)\/$/, '');
}

/** A program reads what is set, not what a comment, a test or a table says beside it. */
function isGiven({ position, level, name }: ModelReference) {
  return (position === 'constant' || position === 'default') && level !== 'note' && name.base !== '';
}
