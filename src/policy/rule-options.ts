import type { Place } from './config-error.js';
import { valueError } from './config-error.js';
import type { Reader } from './readers.js';
import { listOf, oneOf, refuseUnknownKeys, text, toRecord, trueOrFalse, within } from './readers.js';

/** What a rule says of one of its options: the part of JSON Schema that rules use. */
export interface RuleOptionSchema {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: RuleOptionSchema;
}

/** Rule → its options. */
export type RuleSchemas = Readonly<Record<string, Readonly<Record<string, RuleOptionSchema>>>>;

/** Options of rules as a team writes them for every way in. */
export type RuleOptions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Reads options of rules, checked against what the rules say where `schemas` is known. */
export function ruleOptions(schemas: RuleSchemas | null): Reader<RuleOptions> {
  return (value, place) => {
    const record = toRecord(value, place, 'a map of rules to their options');
    if (schemas !== null) refuseUnknownKeys(record, Object.keys(schemas), place.origin, `${place.option}.`);
    const rules: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const [rule, written] of Object.entries(record)) {
      const own = within(place, `.${rule}`);
      const options = toRecord(written, own, 'an object of options');
      const schema = schemas?.[rule];
      if (schema !== undefined) checkOptions(options, schema, own);
      rules[rule] = Object.freeze({ ...options });
    }
    return Object.freeze(rules);
  };
}

function checkOptions(
  options: Readonly<Record<string, unknown>>,
  schema: Readonly<Record<string, RuleOptionSchema>>,
  place: Place,
) {
  refuseUnknownKeys(options, Object.keys(schema), place.origin, `${place.option}.`);
  for (const [name, value] of Object.entries(options)) {
    const option = schema[name];
    if (option !== undefined) readerOf(option)(value, within(place, `.${name}`));
  }
}

function readerOf({
  type,
  enum: words,
  minimum = -Infinity,
  maximum = Infinity,
  items,
}: RuleOptionSchema): Reader<unknown> {
  switch (type) {
    case 'string':
      return words ? oneOf(words) : text;
    case 'boolean':
      return trueOrFalse;
    case 'integer':
    case 'number':
      return (value, place) => {
        if (typeof value === 'number' && minimum <= value && value <= maximum) return value;
        throw valueError(place, 'a number that the rule takes', value);
      };
    case 'array':
      return listOf(items ? readerOf(items) : (value) => value, 'a list');
    default:
      return (value, place) => toRecord(value, place, 'an object');
  }
}
