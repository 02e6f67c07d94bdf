import type { Catalog, Target } from '../catalog/catalog.js';
import type { Family } from '../catalog/schema.js';
import { compareGenerations } from '../catalog/generation.js';
import { parseModelName } from '../catalog/model-id.js';
import { valueError } from './config-error.js';
import type { Policy } from './policy.js';
import type { Reader } from './readers.js';
import {
  day,
  filledListOf,
  isRecord,
  listOf,
  oneOf,
  quoted,
  refuseUnknownKeys,
  text,
  toRecord,
  trueOrFalse,
  wholeNumber,
  within,
} from './readers.js';
import type { RuleSchemas } from './rule-options.js';
import { ruleOptions } from './rule-options.js';
import { GEOGRAPHIES } from './scope-names.js';
import { WRAPPER_SURFACES } from './wrapper-surfaces.js';

/** What may be written in the configuration file, in settings and as flags, after checking. */
export type PolicyOptions = Omit<Policy, 'catalog' | 'profileNamed'>;

type Readers = { readonly [Option in keyof PolicyOptions]: Reader<PolicyOptions[Option]> };

export const SUPERSEDED = ['keep', 'move'] as const;

export const REPAIR_STYLES = ['runtime', 'inline'] as const;

/** Every option that a reader exists for, plus the overlay, which is read before the rest. */
export const OPTION_NAMES = [
  'asOf',
  'target',
  'minRunwayDays',
  'superseded',
  'profile',
  'residency',
  'warnWithinDays',
  'minTokens',
  'repairStyle',
  'promote',
  'wrappers',
  'profiles',
  'rules',
  'notes',
  'catalog',
] as const;

/** The readers of all options. Targets are checked against `catalog`, repair ids against `repairs` and options of rules against `rules` where the door knows them. */
export function createReaders(catalog: Catalog, repairs: readonly string[] | null, rules: RuleSchemas | null): Readers {
  return {
    asOf: day,
    target: targetOf(catalog),
    minRunwayDays: wholeNumber,
    superseded: oneOf(SUPERSEDED),
    profile: oneOf(['global', 'keep', ...GEOGRAPHIES]),
    residency: (value, place) =>
      value === null
        ? null
        : filledListOf(oneOf(GEOGRAPHIES), `a list of at least one of ${quoted(GEOGRAPHIES)}`)(value, place),
    warnWithinDays: wholeNumber,
    minTokens: wholeNumber,
    repairStyle: oneOf(REPAIR_STYLES),
    promote: listOf(repairs === null ? text : oneOf(repairs), 'a list of repair ids'),
    wrappers: listOf(wrapper, 'a list of { module, name, surface }'),
    profiles: readProfiles,
    rules: ruleOptions(rules),
    notes: trueOrFalse,
  };
}

function targetOf(catalog: Catalog): Reader<Target> {
  return (value, place) => {
    if (typeof value === 'string') return targetWord(catalog.models)(value, place);
    if (!isRecord(value))
      throw valueError(place, '"nearest", "latest", a generation, or a map of families to those', value);
    const families = [...new Set(catalog.models.map((model) => model.family))];
    refuseUnknownKeys(value, families, place.origin, `${place.option}.`);
    const target: Partial<Record<Family, string>> = {};
    for (const family of families) {
      if (value[family] === undefined) continue;
      const models = catalog.models.filter((model) => model.family === family);
      target[family] = targetWord(models)(value[family], within(place, `.${family}`));
    }
    return Object.freeze(target);
  };
}

function targetWord(models: Catalog['models']): Reader<string> {
  const words = ['nearest', 'latest', ...new Set(models.map((model) => model.generation).toSorted(compareGenerations))];
  return oneOf(words);
}

const wrapper: Reader<Policy['wrappers'][number]> = (value, place) => {
  const record = toRecord(value, place, '{ module, name, surface }');
  refuseUnknownKeys(record, ['module', 'name', 'surface'], place.origin, `${place.option}.`);
  return Object.freeze({
    module: text(record['module'], within(place, '.module')),
    name: text(record['name'], within(place, '.name')),
    surface: oneOf(WRAPPER_SURFACES)(record['surface'], within(place, '.surface')),
  });
};

const readProfiles: Reader<Readonly<Record<string, string>>> = (value, place) => {
  const record = toRecord(value, place, 'a map of application inference profile ARNs to model IDs');
  const profiles: Record<string, string> = {};
  for (const [arn, model] of Object.entries(record)) {
    const entry = within(place, `[${JSON.stringify(arn)}]`);
    if (parseModelName(arn)?.arn == null)
      throw valueError({ ...entry, option: `a key of ${place.option}` }, 'the ARN of an inference profile', arn);
    const id = text(model, entry);
    const name = parseModelName(id);
    if (name === null || name.base === '') throw valueError(entry, 'the ID of a Claude model on Bedrock', id, []);
    profiles[arn] = id;
  }
  return Object.freeze(profiles);
};
