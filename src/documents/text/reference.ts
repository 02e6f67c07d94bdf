import type { Format } from '../document.js';
import type { Level, ModelReference, Position, Surface } from '../facts.js';
import type { Entry } from '../entry.js';
import type { Mention } from './mentions.js';

/** What a scanner or a data reader says about the place of a mention. */
export interface Place {
  readonly position: Position;
  /** Why the ID cannot be edited in place; `null` = it can, left out = as the mention fills its text. */
  readonly fixed?: string | null;
  readonly surface?: Surface | null;
  readonly entry?: Entry | null;
  /** The name of the setting it is the value of. */
  readonly setting?: string | null;
  /** Overrides the level the position has by itself. */
  readonly level?: Level;
}

/** The reference of a mention at a place, with the level and the reasons that follow from both. */
export function toReference(
  mention: Mention,
  place: Place,
  format: Format,
  endpoint: ModelReference['endpoint'],
): ModelReference {
  const { position } = place;
  return {
    name: mention.name,
    range: mention.range,
    form: mention.hole ? 'template' : 'literal',
    position,
    level: place.level ?? levelOf(position, format),
    endpoint,
    surface: place.surface ?? null,
    region: mention.region,
    fixed: fixedOf(mention, place),
    ...(place.entry ? { entry: place.entry } : {}),
    ...(place.setting ? { setting: place.setting } : {}),
  };
}

function fixedOf(mention: Mention, { position, fixed }: Place) {
  if (mention.hole) return fixed ?? 'part of a template';
  if (fixed !== undefined) return fixed;
  if (position === 'prose') return 'prose';
  return mention.share === 'part' ? 'part of a longer text' : null;
}

/** A place in a file of tests: what stands there is expected or looked up, never called for its own sake. */
export function inTest(place: Place): Place {
  const { position } = place;
  const isKept = position === 'prose' || position === 'key' || position === 'comparison' || position === 'type';
  return { ...place, position: isKept ? position : 'assertion', level: 'note' };
}

/** The text formats in which the place of an ID is certain enough to edit it. */
export function isScannedOnly(format: Format): boolean {
  return format === 'code' || format === 'notebook' || format === 'text' || format === 'javascript';
}

function levelOf(position: Position, format: Format): Level {
  if (position === 'prose' || position === 'assertion') return 'note';
  if (position === 'request' || position === 'constant' || position === 'default')
    return isScannedOnly(format) ? 'warning' : 'error';
  return 'warning';
}
