import type { CachePointFact, Place, PromptBlock } from '../../prompt.js';
import { unwrap } from '../syntax/unwrap.js';
import { wholeText } from './compose.js';
import { resolve } from './follow.js';
import { choicesOf, findProperty, hasUnknownSpread, isNothing, placeOfProperty, type Property } from './properties.js';
import { inside, placeOf, type Reading, type Spot } from './spot.js';

type PointBlock = Extract<PromptBlock, { kind: 'point' }>;
export type Role = PromptBlock['role'];

/** Converse's `{ cachePoint: { type: 'default' } }` as an element of its own. */
export function pointElement(
  element: Spot,
  object: Spot,
  role: Role,
  reading: Reading,
  within: CachePointFact['inside'] = null,
): PointBlock | null {
  const found = findProperty(object, 'cachePoint', reading);
  if (!found || isNothing(found.value)) return null;
  return point('cachePoint', found, placeOf(element), role, reading, { inside: within });
}

/** Points set as properties of a block, a message or a tool: they stand after it. */
export function pointsOn(object: Spot, role: Role, reading: Reading): PointBlock[] {
  const control = findProperty(object, 'cache_control', reading);
  return [
    ...(control && !isNothing(control.value)
      ? [point('cache_control', control, placeOfProperty(control), role, reading)]
      : []),
    ...['providerOptions', 'experimental_providerMetadata', 'providerMetadata'].flatMap((name) =>
      providerPoints(object, name, role, reading),
    ),
  ];
}

/** `providerOptions: { bedrock: { cachePoint: … } }`, `{ anthropic: { cacheControl: … } }`. */
function providerPoints(object: Spot, name: string, role: Role, reading: Reading): PointBlock[] {
  const options = findProperty(object, name, reading);
  if (!options) return [];
  return choicesOf(options.value, reading).flatMap(({ spot: providers, isCertain }) =>
    ['bedrock', 'amazonBedrock', 'anthropic', 'bedrockAnthropic'].flatMap((provider) => {
      const own = findProperty(providers, provider, reading);
      if (!own) return [];
      return choicesOf(own.value, reading).flatMap((choice) =>
        (['cachePoint', 'cacheControl', 'cache_control'] as const).flatMap((key) => {
          const found = findProperty(choice.spot, key, reading);
          if (!found || isNothing(found.value)) return [];
          const isSure = isCertain && choice.isCertain && !options.isConditional && !own.isConditional;
          return [
            point(
              key === 'cachePoint' ? 'providerOptions' : key,
              isSure ? found : { ...found, isConditional: true },
              placeOfProperty(options),
              role,
              reading,
              { provider },
            ),
          ];
        }),
      );
    }),
  );
}

function point(
  written: CachePointFact['written'],
  found: Property,
  place: Place,
  role: Role,
  reading: Reading,
  more: Partial<Pick<CachePointFact, 'inside' | 'provider'>> = {},
): PointBlock {
  const choices = choicesOf(found.value, reading);
  const set = choices.find(({ spot }) => spot.node.type === 'ObjectExpression')?.spot;
  const isConditional = found.isConditional || choices.some(({ isCertain }) => !isCertain);
  return {
    kind: 'point',
    place,
    object: set ? placeOf(set) : null,
    role,
    written,
    inside: null,
    ...ttlOf(set ?? found.value, reading),
    ...(isConditional ? { isConditional: true } : {}),
    ...more,
  };
}

/** The lifetime that a point is set with. */
export function ttlOf(settings: Spot, reading: Reading): Pick<CachePointFact, 'ttl' | 'ttlPlace'> {
  const found = findProperty(settings, 'ttl', reading);
  if (!found) {
    const isUnseen = settings.node.type !== 'ObjectExpression' || hasUnknownSpread(settings, reading);
    return { ttl: isUnseen ? 'unknown' : null };
  }
  if (isNothing(found.value)) return { ttl: null };
  const text = found.isConditional ? null : wholeText(reading.text(found.value));
  return { ttl: text === '5m' || text === '1h' ? text : 'unknown', ttlPlace: placeOfProperty(found) };
}

/** A point for what nobody can follow, where its code speaks of points: the request may have one. */
export function possiblePoint(spot: Spot, role: Role, reading: Reading): PointBlock[] {
  if (!speaksOfPoints(spot, reading)) return [];
  return [
    {
      kind: 'point',
      place: placeOf(spot),
      object: null,
      role,
      written: 'cachePoint',
      inside: null,
      ttl: 'unknown',
      isConditional: true,
    },
  ];
}

const names = /cache_?point|cache_?control/i;

function speaksOfPoints(spot: Spot, reading: Reading): boolean {
  const found = resolve(spot, reading);
  const node = unwrap(found.node);
  const texts = [
    spot,
    found,
    ...(node.type === 'CallExpression' ? [resolve(inside(found, node.callee), reading)] : []),
  ];
  return texts.some(({ tree, node: { range } }) => names.test(tree.text.slice(...range)));
}
