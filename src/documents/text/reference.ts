import type { Format } from '../document.js';
import type { Level, ModelReference, Position, Surface } from '../facts.js';
import type { BesideSetting } from '../beside-request.js';
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
  /** What a request beside it asks for. */
  readonly beside?: readonly BesideSetting[];
  /** The IDs that may stand there, where something beside it lists them. */
  readonly allowed?: readonly string[];
  /** The variable of Terraform or the CDK that it is the value of. */
  readonly variable?: string | null;
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
    // Mantle takes base IDs alone.
    endpoint: mention.name.scope === null && mention.name.arn === null ? endpoint : 'runtime',
    surface: place.surface ?? null,
    region: mention.region,
    fixed: fixedOf(mention, place),
    ...(place.entry ? { entry: place.entry } : {}),
    ...(place.allowed ? { allowed: place.allowed } : {}),
    ...(place.setting ? { setting: place.setting } : {}),
    ...(place.variable ? { variable: place.variable } : {}),
    ...(place.beside && place.beside.length > 0 ? { beside: place.beside } : {}),
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
  if (position === 'prose') return { ...place, level: 'note' };
  if (position !== 'key' && position !== 'comparison' && position !== 'type')
    return { ...place, position: 'assertion', level: 'note' };
  return { ...place, fixed: place.fixed ?? 'a test expects this text', level: 'note' };
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
