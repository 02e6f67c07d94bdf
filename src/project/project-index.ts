import { parseModelName, printModelId } from '../catalog/model-id.js';
import type { ModelName } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { GivenModel, Position } from '../documents/facts.js';
import type { Place } from '../documents/prompt.js';
import type { StaticValue } from '../documents/static-value.js';
import type { ArnUse } from '../documents/held-by-arns.js';
import { isTestPath } from '../documents/test-path.js';
import { toEntry, type Entry, type Lookup } from './index-entry.js';
import { createArnIndex } from './arn-index.js';
import { createGivenIndex } from './given-index.js';
import { exampleOf, isTemplate } from './region-places.js';
import { createSettingsIndex } from './settings-index.js';
import { decisivePatterns, tellsApart } from './tells-apart.js';
import type { UnitOf } from './units.js';

/** A question that only a whole project can answer; rules attach it to a repair. */
export type ModelClaim = MoveClaim | { readonly kind: 'notNamed'; readonly models: readonly string[] };

interface MoveClaim {
  readonly kind: 'notLookedUp' | 'noGuard' | 'notComposed';
  readonly from: string;
  readonly to: string;
}

export interface ClaimAnswer {
  readonly holds: boolean;
  /** File, line and nature of the first obstacle. */
  readonly why?: string;
  /** The tests that tell the two apart, where it is known of each what it decides about: with these repaired the claim may hold. */
  readonly gates?: readonly Place[];
}

/** What the candidates of a run know of each other. */
export interface ProjectIndex {
  add(document: Document): void;
  /** Whether a claim holds in the unit of `path`. */
  answer(claim: ModelClaim, path: string): ClaimAnswer;
  /** The IDs that a setting of this name is given in the unit of `path`. */
  setting(name: string, path: string): readonly StaticValue[];
  /** The models that files give to a function or an object. */
  given(inlet: string): readonly GivenModel[];
  /** The ARNs of foundation models that the unit of `path` makes of what this file may name. */
  arnsOf(path: string): readonly ArnUse[];
  /** Region literals proven anywhere in the unit of `path`. */
  regions(path: string): readonly string[];
}

/** What the files of one unit say. */
interface Unit {
  readonly entries: Entry[];
  readonly answers: Map<string, ClaimAnswer>;
  /** Region literals by file, and the folder of examples outside which they say nothing. Tests run where they like. */
  readonly regions: { readonly example: string | null; readonly spoken: readonly string[] }[];
}

/** An empty index; add every candidate, then ask. */
export function createProjectIndex(unitOf: UnitOf): ProjectIndex {
  const units = new Map<string, Unit>();
  const settings = createSettingsIndex(unitOf);
  const arns = createArnIndex(unitOf);
  const given = createGivenIndex();
  return { add, answer, regions, given: given.to, setting: settings.idsOf, arnsOf: arns.usesOf };

  function add(document: Document) {
    // Programs don't look models up in what people read.
    if (document.format === 'markdown' || document.format === 'notebook') return;
    settings.add(document);
    arns.add(document);
    given.add(document);
    const entry = toEntry(document);
    const { lookups, conditions, types, builders, regions: spoken, named } = entry;
    if (lookups.length + conditions.length + types.length + builders.length + spoken.length + named.length === 0)
      return;
    const unit = unitAt(entry.path);
    unit.entries.push(entry);
    unit.answers.clear();
    if (spoken.length > 0 && !isTestPath(entry.path) && !isTemplate(entry.path))
      unit.regions.push({ example: exampleOf(entry.path), spoken });
  }

  function answer(claim: ModelClaim, path: string) {
    const { entries, answers } = unitAt(path);
    const key = [claim.kind, ...(claim.kind === 'notNamed' ? claim.models : [claim.from, claim.to])].join('\0');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = answerIn(entries, claim);
    answers.set(key, found);
    return found;
  }

  function regions(path: string) {
    const heard = unitAt(path).regions.filter(({ example }) => example === null || path.startsWith(example));
    return [...new Set(heard.flatMap(({ spoken }) => spoken))];
  }

  function unitAt(path: string): Unit {
    const name = unitOf(path);
    const known = units.get(name);
    if (known !== undefined) return known;
    const unit: Unit = { entries: [], answers: new Map(), regions: [] };
    units.set(name, unit);
    return unit;
  }
}

function answerIn(entries: readonly Entry[], claim: ModelClaim): ClaimAnswer {
  const why = claim.kind === 'notNamed' ? firstNamed(entries, claim.models) : firstObstacle(claim, entries);
  if (why === null) return { holds: true };
  const gates = claim.kind === 'noGuard' ? gatesBetween(entries, claim) : null;
  return gates ? { holds: false, why, gates } : { holds: false, why };
}

function firstNamed(entries: readonly Entry[], models: readonly string[]) {
  for (const { path, named } of entries) {
    const found = named.find((id) => models.includes(id));
    if (found !== undefined) return `${path} names \`${found}\`, which would be answered otherwise`;
  }
  return null;
}

/** The tests that tell two IDs apart, where it is known of each what it decides about. */
function gatesBetween(entries: readonly Entry[], { from, to }: MoveClaim): readonly Place[] | null {
  const guards = entries.flatMap(({ path, conditions }) =>
    conditions
      .filter(({ gates }) => tellsApart(gates, from, to))
      .flatMap(({ gates }) => gates.map(({ guard }) => guard && { path, range: guard.range })),
  );
  const known = guards.filter((guard) => guard !== undefined);
  return known.length === guards.length ? known : null;
}

function firstObstacle({ kind, from, to }: MoveClaim, entries: readonly Entry[]) {
  for (const entry of entries) {
    const obstacle = obstacleIn[kind](entry, from, to);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

const obstacleIn = { notLookedUp: lookupObstacle, noGuard: gateObstacle, notComposed: builderObstacle } as const;

function lookupObstacle(entry: Entry, from: string, to: string) {
  return namedObstacle(entry, from, to) ?? typeObstacle(entry, from, to);
}

/** What is declared with such a type would not compile. */
function typeObstacle({ path, types }: Entry, from: string, to: string) {
  const found = types.find(({ patterns }) => {
    const takes = (id: string) => patterns.some((pattern) => new RegExp(pattern).test(id));
    return takes(from) && !takes(to);
  });
  return found === undefined ? null : `${path}:${found.line} is a type that takes \`${from}\`, and not \`${to}\``;
}

function namedObstacle({ path, lookups }: Entry, from: string, to: string) {
  const [old, next] = [parseModelName(from), parseModelName(to)];
  if (old === null || next === null) return null;
  const found = lookups.find(
    (lookup) => lookup.name.base === old.base && !lookups.some((other) => isStandIn(other, lookup, old, next)),
  );
  return found === undefined
    ? null
    : `${path}:${found.line} ${verbs[found.position] ?? 'names'} \`${printModelId(found.name)}\`, and \`${standIn(found, old, next)}\` does not stand there`;
}

/** What would have to stand beside a lookup of `old`. */
function standIn({ name, anyScope }: Lookup, old: ModelName, next: ModelName) {
  if (anyScope) return next.base;
  return name.scope === old.scope ? printModelId(next) : printModelId({ ...next, scope: name.scope });
}

/** Whether a program that finds `old` at `lookup` finds `next` at `other`: full IDs take full IDs, IDs without geography take the like. */
function isStandIn(other: Lookup, lookup: Lookup, old: ModelName, next: ModelName) {
  if (other.name.base !== next.base) return false;
  if (other.anyScope || lookup.anyScope || other.name.scope === next.scope) return true;
  return lookup.name.scope !== old.scope && other.name.scope === lookup.name.scope;
}

const verbs: Partial<Record<Position, string>> = {
  key: 'looks up',
  comparison: 'compares with',
  type: 'is a type that names',
  table: 'lists',
};

function gateObstacle({ path, conditions }: Entry, from: string, to: string) {
  const found = conditions.find(({ gates }) => tellsApart(gates, from, to));
  if (found === undefined) return null;
  if (found.gates.some(({ kind }) => kind === 'split'))
    return `${path}:${found.line} takes IDs apart, and \`${from}\` and \`${to}\` have different pieces`;
  const limit = found.gates.find(({ kind }) => kind === 'length')?.patterns[0];
  if (limit !== undefined)
    return `${path}:${found.line} takes at most ${limit} characters, and only one of \`${from}\` and \`${to}\` is that short`;
  const patterns = found.gates.flatMap((gate) => decisivePatterns(gate, from, to)).map((pattern) => `\`${pattern}\``);
  return `${path}:${found.line} decides by ${patterns.join(', ')}, which \`${from}\` and \`${to}\` answer differently`;
}

/** Code that puts a geography before bare IDs would put a second one before an ID that has one. */
function builderObstacle({ path, builders }: Entry, from: string, to: string) {
  const [line] = builders;
  const keepsForm = (parseModelName(from)?.scope === null) === (parseModelName(to)?.scope === null);
  return line === undefined || keepsForm
    ? null
    : `${path}:${line} puts a geography or a foundation-model ARN before model IDs`;
}
