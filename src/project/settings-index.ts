import { printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ModelReference } from '../documents/facts.js';
import type { StaticValue } from '../documents/static-value.js';
import type { UnitOf } from './units.js';

/** The IDs that settings of a project are given: what `process.env.NAME` may be where a program runs. */
export interface SettingsIndex {
  add(document: Document): void;
  /** Each place in the unit of `path` where a setting of this name is given an ID. */
  idsOf(name: string, path: string): readonly StaticValue[];
}

/** Files that set one name to more models than this say nothing of it. */
const mostPlaces = 24;

export function createSettingsIndex(unitOf: UnitOf): SettingsIndex {
  const settings = new Map<string, Setting[]>();
  const keyOf = (name: string, path: string) => `${unitOf(path)}\0${name}`;
  return { add, idsOf };

  function add({ path, modelReferences }: Document) {
    for (const { setting, name, range } of modelReferences.filter(isSet)) {
      const key = keyOf(setting ?? '', path);
      const value: StaticValue = { kind: 'text', text: printModelId(name), range, path };
      settings.set(key, [...(settings.get(key) ?? []), { value, below: folderServed(path) }]);
    }
  }

  function idsOf(name: string, path: string) {
    const found = (settings.get(keyOf(name, path)) ?? []).filter(({ below }) => path.startsWith(below));
    return found.length > mostPlaces ? [] : found.map(({ value }) => value);
  }
}

interface Setting {
  readonly value: StaticValue;
  /** The start of the paths of the programs that it is for; empty for all of the unit. */
  readonly below: string;
}

/** An `.env` file is for the programs beside and below it; what is deployed may be anywhere. */
function folderServed(path: string) {
  const [, folder = ''] = /^(.*\/)?\.env[^/]*$/.exec(path) ?? [];
  return folder.replace(/(?:^|(?<=\/))\.?(?:config|configs|env|envs|environments|docker|deploy|settings)\/$/, '');
}

/** A program reads what is set, not what a comment, a test or a table says beside it. */
function isSet({ setting, position, level, name }: ModelReference) {
  return (
    setting !== undefined && (position === 'constant' || position === 'default') && level !== 'note' && name.base !== ''
  );
}
