import { dirname, resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import type { CatalogModel } from '../catalog/schema.js';
import { createCatalog } from '../catalog/create-catalog.js';
import { checkModel } from './check-model.js';
import { ConfigError } from './config-error.js';
import type { Place } from './config-error.js';
import type { ConfigPort } from './load-config.js';
import { parseJson } from './load-config.js';
import { isRecord } from './readers.js';

/** A wish for newer or private catalog data. */
export interface OverlayRequest {
  readonly path: string;
  /** The file that names the overlay; its folder is where a relative path starts. `null` = the working directory. */
  readonly namedIn: string | null;
  readonly place: Place;
  readonly base: Catalog;
}

/**
 * Reads overlays: JSON files `{ "models": [ … ] }` (or the bare list) whose entries have the shape of a catalog entry.
 * An entry with a known ID replaces the groups it names in ours; others are added and must be complete.
 */
export function createOverlayReader(directory: string, port: ConfigPort): (request: OverlayRequest) => Catalog {
  return ({ path, namedIn, place, base }) => {
    const file = resolve(namedIn === null ? directory : dirname(namedIn), path);
    const models = readModels(file, place, port).map((entry, index) =>
      toModel(entry, base, `models[${String(index)}]`, file),
    );
    const replaced = new Set(models.map((model) => model.id));
    return createCatalog([...base.models.filter((model) => !replaced.has(model.id)), ...models]);
  };
}

function readModels(file: string, place: Place, port: ConfigPort): readonly unknown[] {
  const text = port.read(file);
  if (text === null)
    throw new ConfigError(`The catalog overlay ${file} (\`catalog\`, from ${place.origin}) does not exist.`);
  const overlay = parseJson(file, text);
  const models: unknown = isRecord(overlay) ? overlay['models'] : overlay;
  if (!Array.isArray(models))
    throw new ConfigError(`Expected the catalog overlay ${file} to hold { "models": [ … ] }.`);
  return models;
}

function toModel(entry: unknown, base: Catalog, at: string, file: string) {
  const ours = isRecord(entry) && typeof entry['id'] === 'string' ? base.findModel(entry['id']) : undefined;
  const model: unknown = ours !== undefined && isRecord(entry) ? { ...ours, ...entry } : entry;
  const problem = checkModel(model, at);
  if (problem !== null) throw new ConfigError(`${file}: ${problem}`);
  // `checkModel` has just compared every field with the type.
  return model as CatalogModel;
}
