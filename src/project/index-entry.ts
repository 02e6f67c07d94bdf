import type { ModelName } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { IdType, ModelGate, ModelReference, Position } from '../documents/facts.js';
import { isOfOtherPlatform } from '../documents/other-platform.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import { toConditions } from './to-conditions.js';

/** Where a model ID decides by being equal to another text. */
export interface Lookup {
  readonly line: number;
  readonly position: Position;
  readonly name: ModelName;
  /** The geography is computed, so it may be any. */
  readonly anyScope: boolean;
}

/** Gates of which one is enough. */
export interface Condition {
  readonly line: number;
  readonly gates: readonly ModelGate[];
}

/** A type that takes some IDs and no others. */
export interface TypeOfIds extends IdType {
  readonly line: number;
}

/** What a file says that moves of IDs depend on. */
export interface Entry {
  readonly path: string;
  readonly lookups: readonly Lookup[];
  readonly conditions: readonly Condition[];
  readonly types: readonly TypeOfIds[];
  /** Lines that put a geography before an ID. */
  readonly builders: readonly number[];
  readonly regions: readonly string[];
  /** Base IDs of the models that a program may be run with. */
  readonly named: readonly string[];
}

const lookupPositions: ReadonlySet<Position> = new Set<Position>(['key', 'comparison', 'type', 'table']);

export function toEntry({
  path,
  text,
  modelReferences,
  modelGates: written,
  idTypes = [],
  geographyBuilders,
  regions,
}: Document): Entry {
  // A gate in the client of another platform sees that platform's names.
  const modelGates = isOfOtherPlatform(path, text) ? [] : written;
  const references = modelReferences.filter(isLookup);
  const named = isTestPath(path) ? [] : [...new Set(modelReferences.filter(isOfProgram).map(({ name }) => name.base))];
  if (references.length + modelGates.length + idTypes.length + geographyBuilders.length === 0)
    return { path, lookups: [], conditions: [], types: [], builders: [], regions, named };
  const { lineOf } = lineIndex(text);
  return {
    path,
    lookups: references.map(({ range, position, name, form }) => ({
      line: lineOf(range[0]),
      position,
      name,
      anyScope: form === 'template',
    })),
    conditions: toConditions(text, modelGates).map(({ gates, start }) => ({ gates, line: lineOf(start) })),
    types: idTypes.map((type) => ({ ...type, line: lineOf(type.range[0]) })),
    builders: geographyBuilders.map(([start]) => lineOf(start)),
    regions,
    named,
  };
}

function isLookup({ position, name, foreignClient, isOnlyCalled }: ModelReference) {
  return lookupPositions.has(position) && isOnlyCalled !== true && name.base !== '' && foreignClient === undefined;
}

function isOfProgram({ position, foreignClient }: ModelReference) {
  return position !== 'prose' && position !== 'policy' && position !== 'assertion' && foreignClient === undefined;
}
