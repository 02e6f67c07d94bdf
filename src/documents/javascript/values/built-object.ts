import type { Variable } from '@typescript-eslint/scope-manager';
import { deeper, type Located, type Reach } from './objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { stepsOf } from './object-steps.js';
import { isGlobal, originsOf, type Passage } from './origins.js';

/** An object as it is when it is read: what it is first written as, and what spreads and later statements put into it. */
export interface BuiltObject {
  /** The one object literal it starts as; `null` where there are several, or none is known. */
  readonly owner: Located | null;
  /** Every property it may have is known. */
  readonly isComplete: boolean;
  /** Properties whose own value is changed in place: `input.messages.push(…)`. */
  readonly touched: ReadonlySet<string>;
  /** What later statements set inside the value of a property: `input.inferenceConfig.topP = …`. */
  insideOf(name: string): readonly NamedField[];
  /** Names of the properties that are set, in the order in which they are first given. */
  readonly names: readonly string[];
  /** The values a property may have, in the order in which they are given. */
  valuesOf(name: string): readonly Located[];
  /** The same, with what sets them. */
  fieldsOf(name: string): readonly BuiltField[];
}

/** A value that a property of an object is given, by a property of a literal or by an assignment. */
export interface BuiltField {
  readonly value: Located;
  /** It is given wherever the object is made, and nothing takes it back. */
  readonly isCertain: boolean;
}

export interface NamedField extends BuiltField {
  readonly name: string;
}

type Part =
  | ({ readonly kind: 'property' } & NamedField)
  | ({ readonly kind: 'setInside'; readonly owner: string } & NamedField)
  | { readonly kind: 'touch'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Reads an object through variables, branches, spreads, helpers and the statements that add to it; `null` when no literal is behind it. */
export function builtObject(place: Located, reach: Reach): BuiltObject | null {
  const origins = originsOf(place, reach);
  const written = origins.filter(({ place: origin }) => !isNothing(origin));
  const [first, second] = written;
  // A value that may come from elsewhere altogether is not known by the part of it that is written here.
  if (!first || !written.every(({ place: origin }) => isObject(origin))) return null;
  const isOnly = origins.length === 1;
  const parts = written.flatMap(({ place: origin, passed }) => partsOf(origin, passed, isOnly, reach));
  return toObject(!second && first.place.node.type === 'ObjectExpression' ? first.place : null, parts);
}

/** Each object that an expression may stand for by itself, where it stands for one of several; `null` for what is none, or nobody can read. */
export function builtObjects(place: Located, reach: Reach): readonly (BuiltObject | null)[] {
  const origins = originsOf(place, reach);
  return origins
    .filter(({ place: origin }) => !isNothing(origin))
    .map(({ place: origin, passed }) =>
      isObject(origin)
        ? toObject(
            origin.node.type === 'ObjectExpression' ? origin : null,
            partsOf(origin, passed, origins.length === 1, reach),
          )
        : null,
    );
}

function isObject({ tree, node }: Located): boolean {
  return node.type === 'ObjectExpression' || assignedObjects(tree, node) !== null;
}

function toObject(owner: Located | null, parts: readonly Part[]): BuiltObject {
  const fields = new Map<string, BuiltField[]>();
  const touched = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'touch') touched.add(part.name);
    if (part.kind !== 'property') continue;
    const before = part.isCertain ? [] : (fields.get(part.name) ?? []);
    fields.set(
      part.name,
      isUndefined(part.value)
        ? before.map(doubtful)
        : [...before.map(doubtful), { value: part.value, isCertain: part.isCertain }],
    );
  }
  return {
    owner,
    touched,
    isComplete: parts.every(({ kind }) => kind !== 'unknown'),
    names: [...fields.keys()],
    valuesOf: (name) => (fields.get(name) ?? []).map(({ value }) => value),
    fieldsOf: (name) => fields.get(name) ?? [],
    insideOf: (owner) =>
      parts.flatMap((part) =>
        part.kind === 'setInside' && part.owner === owner && !isUndefined(part.value) ? part : [],
      ),
  };
}

function doubtful({ value }: BuiltField): BuiltField {
  return { value, isCertain: false };
}

function isUndefined({ tree, node }: Located) {
  return node.type === 'Identifier' && node.name === 'undefined' && isGlobal(tree, node);
}

function partsOf(origin: Located, passed: readonly Passage[], isCertain: boolean, reach: Reach): readonly Part[] {
  const parts: Part[] = [...writtenParts(origin, isCertain, null, reach)];
  for (const passage of passed) {
    for (const step of stepsOf(passage)) {
      if (step.kind === 'merge')
        parts.push(...mergedParts(step.value, isCertain && step.isCertain, passage.variable, reach));
      else if (step.kind === 'set') parts.push({ ...step, kind: 'property', isCertain: isCertain && step.isCertain });
      else if (step.kind === 'setInside') parts.push({ ...step, isCertain: isCertain && step.isCertain });
      else parts.push(step);
    }
  }
  return parts;
}

/** The properties of a literal; `itself` is the variable whose object a spread of it adds to. */
function* writtenParts(
  { tree, node }: Located,
  isCertain: boolean,
  itself: Variable | null,
  reach: Reach,
): Iterable<Part> {
  const objects = assignedObjects(tree, node);
  if (objects) {
    for (const value of objects) yield* mergedParts({ tree, node: value }, isCertain, null, reach);
    return;
  }
  for (const property of node.type === 'ObjectExpression' ? node.properties : []) {
    if (property.type === 'SpreadElement') {
      const spread = unwrap(property.argument);
      if (itself && tree.variableOf(spread) === itself) continue;
      yield* mergedParts({ tree, node: spread }, isCertain, null, reach);
      continue;
    }
    const name = staticName(property.key, property.computed);
    if (name === null) yield { kind: 'unknown' };
    else yield { kind: 'property', name, value: { tree, node: property.value }, isCertain };
  }
}

/** The properties that a spread, or a source of `Object.assign`, brings. */
function* mergedParts(place: Located, isCertain: boolean, itself: Variable | null, reach: Reach): Iterable<Part> {
  const next = deeper(reach);
  if (!next) {
    yield { kind: 'unknown' };
    return;
  }
  const origins = originsOf(place, next);
  const isOnly = origins.length === 1;
  for (const { place: origin, passed } of origins) {
    if (isNothing(origin)) continue;
    if (!isObject(origin)) yield { kind: 'unknown' };
    else if (itself) yield* writtenParts(origin, isCertain && isOnly, itself, next);
    else yield* partsOf(origin, passed, isCertain && isOnly, next);
  }
}

/** `...(x && {})`, `...(x ? {} : undefined)`: what adds nothing. */
function isNothing(place: Located) {
  const { node } = place;
  return isUndefined(place) || node.type === 'LogicalExpression' || (node.type === 'Literal' && !node.value);
}

/** The arguments of `Object.assign({}, a, b)`. */
function assignedObjects(tree: SyntaxTree, node: Node): readonly Node[] | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const isAssign =
    callee.type === 'MemberExpression' &&
    staticName(callee.property, callee.computed) === 'assign' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    isGlobal(tree, callee.object);
  return isAssign && node.arguments.every(({ type }) => type !== 'SpreadElement') ? node.arguments : null;
}
