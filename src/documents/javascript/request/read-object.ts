import type { Place } from '../../prompt.js';
import type { RequestElement, RequestField, RequestObject } from '../../request.js';
import { listElements } from '../prompt/list-elements.js';
import type { Element } from '../prompt/list.js';
import { placeOf, type Reading, spotAt } from '../prompt/spot.js';
import type { Located, Reach } from '../values/reach.js';
import { staticValue } from '../values/static-value.js';
import {
  type BuiltField,
  type BuiltObject,
  builtObject,
  builtObjects,
  type NamedField,
} from '../values/built-object.js';
import { originsOf } from '../values/origins.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { CallSite } from '../surfaces/call-site.js';
import { bothOf, type ModelCondition } from '../../model-condition.js';
import { gateOf } from './gate-of.js';
import { isRead } from './is-read.js';
import { isShared } from './is-shared.js';
import { mayBeAbsent } from './may-be-absent.js';
import type { Given } from './model-sources.js';
import { keptBy, removalOf } from './removal.js';
import { givenIn, sentWhere, valueWhere } from './sent-where.js';

/** One look at a request. */
export interface Looking {
  readonly tree: SyntaxTree;
  readonly reach: Reach;
  readonly reading: Reading;
  /** The call that sends it. */
  readonly site: CallSite;
  /** What the parameters of a helper are given that makes the part at hand. */
  readonly given: Given;
  /** On which questions about the model the part at hand is there. */
  readonly where?: ModelCondition;
  /** Properties that may still be looked at. */
  readonly budget: { left: number };
}

/** An object of a request, whether or not one literal stands for it. */
export interface ReadObject extends Omit<RequestObject, 'place'> {
  readonly owner: Located | null;
}

/** No setting lies deeper, a schema apart, which nobody asks for all of. */
const deepest = 5;
/** Parts of a request that are no settings: a prompt is read by itself. */
const prompts = new Set(['system', 'systemPrompt', 'instructions', 'messages', 'input_schema', 'inputSchema', 'body']);

/** Without it there is no request: nobody takes it out. */
const models = new Set(['model', 'modelId']);

/** The properties of an object, and what is in them. */
export function readObject(
  object: BuiltObject,
  path: readonly string[],
  isCertain: boolean,
  looking: Looking,
): ReadObject {
  const fields: RequestField[] = [];
  let isComplete = object.isComplete;
  const isAffordable = () => {
    const isLeft = looking.budget.left-- > 0;
    if (!isLeft) isComplete = false;
    return isLeft;
  };
  for (const name of object.names) {
    const isTouched = object.touched.has(name);
    const found = object
      .fieldsOf(name)
      .filter(isAffordable)
      .flatMap((field) => readField(name, field, path, isCertain && field.isCertain && !isTouched, looking));
    const inside = isTouched ? object.insideOf(name).filter(isAffordable) : [];
    fields.push(...(inside.length > 0 ? withInside(found, inside, isCertain, looking) : found));
  }
  for (const name of object.touched) isComplete &&= prompts.has(name);
  return { owner: object.owner, fields, isComplete };
}

/** What later statements set in the object that a property holds, with what the object is written with. */
function withInside(
  fields: readonly RequestField[],
  inside: readonly NamedField[],
  isCertain: boolean,
  looking: Looking,
): readonly RequestField[] {
  const index = fields.findLastIndex(({ object }) => object !== null);
  const owner = fields[index];
  if (!owner?.object) return fields;
  // An object that has a name of its own is changed for all who read it by that.
  const isNamed = !isWithin(owner.object.place, owner.written);
  const more = inside
    .flatMap((field) => readField(field.name, field, owner.path, isCertain && field.isCertain, looking))
    .map((field) => (isNamed ? { ...field, isShared: true } : field));
  const certain = new Set(more.filter((each) => each.isCertain).map(({ path }) => path.at(-1)));
  const written = owner.object.fields.filter(({ path }) => !certain.has(path.at(-1)));
  return fields.with(index, { ...owner, object: { ...owner.object, fields: [...written, ...more] } });
}

function isWithin(inner: Place, outer: Place) {
  return inner.path === outer.path && outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** A property; one for each object it may hold. */
function readField(
  name: string,
  { value }: BuiltField,
  within: readonly string[],
  isGiven: boolean,
  looking: Looking,
): readonly RequestField[] {
  const { reach, tree: own } = looking;
  const { tree, node } = value;
  const setter = tree.parentOf(node) ?? node;
  const path = [...within, name];
  const hasValue = !mayBeAbsent(value, reach);
  const isCertain = isGiven && hasValue;
  const isPrompt = prompts.has(name);
  const gate = gateOf(tree, setter);
  const set = bothOf(looking.where, sentWhere({ tree, node: setter }, looking.site, reach, looking.given));
  const isModel = within.length === 0 && models.has(name);
  const isRemovable = tree === own && setter !== node && !isPrompt && !isModel && gate === null;
  const removal = isRemovable ? removalOf(tree, setter) : null;
  const field = {
    path,
    property: placeOf({ tree, node: setter }),
    written: placeOf(value),
    hasValue,
    value: isPrompt ? ({ kind: 'unknown', range: node.range } as const) : staticValue(value, reach),
    isShared: isShared(tree, setter),
    ...(isShared(tree, setter) && isRead(tree, setter) && { isRead: true as const }),
    ...(gate === 'capability' && { isGated: true as const }),
    ...(set && { onlyWhere: set }),
    removal,
    ...(isRemovable && !removal && keptBy(tree, setter)),
  };
  const inner = isPrompt || path.length >= deepest ? [] : innerObjects(value, reach);
  if (inner.length > 0) {
    const given = givenIn(value, reach, looking.given);
    return inner.map((object) => {
      const isOnly = isCertain && inner.length === 1;
      const made = object?.owner && sentWhere(object.owner, looking.site, reach, given);
      const where = bothOf(set, made ?? undefined);
      const read = object && readObject(object, path, isOnly, { ...looking, given, ...(where && { where }) });
      return {
        ...field,
        object: read && toObject(read),
        elements: null,
        isCertain: isOnly,
        ...(where && { onlyWhere: where }),
      };
    });
  }
  const where = bothOf(set, isPrompt ? undefined : valueWhere(value, looking.site, reach, looking.given));
  const elements = elementsOf(name, value, path, looking);
  return [{ ...field, object: null, elements, isCertain, ...(where && { onlyWhere: where }) }];
}

function innerObjects(value: Located, reach: Reach): readonly (BuiltObject | null)[] {
  const found = builtObjects(value, reach);
  return found.some((object) => object !== null) ? found : [];
}

export function toObject({ owner, fields, isComplete }: ReadObject): RequestObject | null {
  return owner && { place: placeOf(owner), fields, isComplete };
}

/** Longer lists are data. */
const longestList = 100;

function elementsOf(
  name: string,
  value: Located,
  path: readonly string[],
  looking: Looking,
): readonly RequestElement[] | null {
  if (prompts.has(name) || path.length > deepest || !mayBeList(value, looking.reach)) return null;
  const list = listElements(spotAt(value.tree, value.node), looking.reading, { followMaps: false });
  return list?.elements.slice(0, longestList).map((element) => elementOf(element, path, looking)) ?? null;
}

function mayBeList(value: Located, reach: Reach) {
  const origins = originsOf(value, reach);
  return origins.some(({ place: { node } }) => node.type === 'ArrayExpression' || node.type === 'CallExpression');
}

function elementOf({ spot, count, isMade }: Element, path: readonly string[], looking: Looking): RequestElement {
  const { tree, node } = spot;
  const { reach } = looking;
  const place = placeOf(spot);
  if (count === 'many') return { place, value: { kind: 'unknown', range: node.range }, object: null, removal: null };
  const object = path.length < deepest ? builtObject(spot, reach) : null;
  const parent = tree.parentOf(node);
  const isWritten = tree === looking.tree && !isMade && parent?.type === 'ArrayExpression';
  return {
    place,
    value: staticValue(spot, reach),
    object: object && toObject(readObject(object, path, true, looking)),
    removal: isWritten ? removalOf(tree, node) : null,
  };
}
