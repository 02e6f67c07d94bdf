import { compareGenerations, isNumbered } from './generation.js';
import type { CatalogModel, Day } from './schema.js';

/** What a base ID says, whatever the order it says it in. */
interface IdParts {
  readonly family: string | null;
  readonly generation: string | null;
  /** `YYYYMMDD`. */
  readonly date: string | null;
  /** The number after `-v`. */
  readonly version: string | null;
}

/**
 * The known model that an ID which never existed most likely means: the only one of its family and generation that its
 * date or version does not contradict, or the last of them where it has neither. A date that belongs to another generation contradicts everything.
 */
export function intendedModel(models: readonly CatalogModel[], id: string): CatalogModel | undefined {
  const wanted = partsOf(models, id);
  const sameGeneration = generationOf(models, wanted);
  if (wanted.date !== null) {
    const dated = sameGeneration.filter((model) => dateOf(model.id) === wanted.date);
    if (dated.length === 1) return dated[0];
    if (models.some((model) => model.family === wanted.family && dateOf(model.id) === wanted.date)) return undefined;
  }
  if (sameGeneration.length <= 1) return sameGeneration[0];
  // Without date and version it names the generation, of which the last one was meant to replace the others.
  if (wanted.date === null && wanted.version === null) return lastOf(sameGeneration);
  const sameVersion = sameGeneration.filter((model) => versionOf(model.id) === wanted.version);
  return sameVersion.length === 1 ? sameVersion[0] : undefined;
}

function lastOf(models: readonly CatalogModel[]) {
  if (models.some((model) => dateOf(model.id) === null)) return undefined;
  return models.toSorted((a, b) => Number(dateOf(a.id)) - Number(dateOf(b.id))).at(-1);
}

/** Whether nothing but a newer catalog could know the ID: its generation or its date lies past what `models` cover. */
export function mayBeNewer(models: readonly CatalogModel[], id: string, checkedOn: Day): boolean {
  const parts = partsOf(models, id);
  if (parts.family === null || parts.generation === null) return false;
  if (parts.date !== null && parts.date > checkedOn.replaceAll('-', '')) return true;
  const history = models.filter((model) => model.lifecycle.rows.length > 0 && isNumbered(model.generation));
  const closed =
    history
      .map((model) => model.generation)
      .sort(compareGenerations)
      .at(-1) ?? '0';
  return generationOf(models, parts).length === 0 && compareGenerations(parts.generation, closed) > 0;
}

function generationOf(models: readonly CatalogModel[], { family, generation, version }: IdParts) {
  return models.filter((model) => {
    if (model.family !== family) return false;
    if (family !== 'legacy') return model.generation === generation;
    // The oldest models have no family name; two of them share a generation and differ in their revision.
    return model.id === legacyId(generation, version);
  });
}

function legacyId(generation: string | null, version: string | null) {
  const [major = '', minor = '0'] = (generation ?? version ?? '').split('.');
  return `anthropic.claude-v${major}${minor === '0' ? '' : `:${minor}`}`;
}

function partsOf(models: readonly CatalogModel[], id: string): IdParts {
  const rest = withoutVendor(id);
  const parts = rest.split(/[-:.]/);
  const word = parts.find((part) => /^[a-z]{3,}$/.test(part)) ?? null;
  const numbers = /(?:^|-)v?(\d)(?:[-.:](\d{1,2}))?(?![\d:.])/.exec(rest.replace(/-v\d+(?:[:.]\d+)?$/, ''));
  const generation = numbers?.[1] === undefined ? null : numbers[1] + (numbers[2] ? `.${numbers[2]}` : '');
  const own = models.filter(({ family }) => family === word).map((model) => model.generation);
  // A generation may have a name, and a family no other.
  const named =
    own.find((each) => !isNumbered(each) && parts.includes(each)) ?? (own.length === 1 ? own[0] : undefined);
  return {
    family: word ?? (generation === null ? null : 'legacy'),
    generation: named ?? generation,
    date: dateOf(id),
    version: versionOf(id),
  };
}

function dateOf(id: string) {
  return /(?<!\d)\d{8}(?!\d)/.exec(id)?.[0] ?? null;
}

function versionOf(id: string) {
  return /(?:^|-)v(\d+)(?:[:.]\d+)?$/.exec(withoutVendor(id))?.[1] ?? null;
}

function withoutVendor(id: string) {
  // bedrock-claude-disable-next-line no-brittle-model-gate -- only base IDs come here
  return id.toLowerCase().replace(/^anthropic\.claude-/, '');
}
