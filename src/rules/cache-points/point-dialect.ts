import type { CachePointForm } from '../../catalog/cache-point-forms.js';
import type { CachePointFact, PromptBlock } from '../../documents/prompt.js';
import { insertElement } from '../../edits/insert-element.js';
import { insertProperty } from '../../edits/insert-property.js';
import { removeProperty } from '../../edits/remove-property.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { pointWriter } from '../caching/cache-dialects.js';
import type { CachingCall, PointFinding } from './point-finding.js';
import { canEdit, levelFor, rangeFor } from './point-finding.js';
import { formOf, isRead } from './point-form.js';
import type { PlacedPoint } from './point-places.js';

const consequences = {
  dropped: 'it is left out of the request, and nothing is cached',
  refused: 'the request fails with a ValidationException',
};

/** The points in the words of another API than the one the call speaks. A point that may not be there proves nothing. */
export function foreignPoints({ call, points }: CachingCall): readonly PlacedPoint[] {
  const form = formOf(call);
  if (form === null) return [];
  return points.filter(({ block }) => !block.isConditional && isRead(form, block, call) === false);
}

export function* wrongDialects(caching: CachingCall): Iterable<PointFinding> {
  const form = formOf(caching.call);
  if (form === null) return;
  for (const point of foreignPoints(caching)) {
    // Code that serves several providers writes the words of each: those of this one are read.
    if (form.otherwise === 'dropped' && isMarked(point, form, caching)) continue;
    const edits = converted(point, form, caching);
    yield {
      messageId: 'wrongDialect',
      data: {
        written: nameOf(point.block),
        api: form.api,
        consequence: consequences[form.otherwise],
        write: form.write,
      },
      range: rangeFor(point.block.place, caching),
      level: levelFor(caching, 'error'),
      repairs: edits ? [{ id: 'useSurfaceDialect', safety: 'review', edits }] : [],
      ...(edits
        ? {}
        : {
            unrepaired:
              'the point is written in another place, together with other options, or in a type that takes no other',
          }),
    };
  }
}

function nameOf({ written, provider }: CachePointFact) {
  if (provider === undefined) return written;
  return `providerOptions.${provider}.${written === 'providerOptions' ? 'cachePoint' : written}`;
}

function converted(point: PlacedPoint, form: CachePointForm, caching: CachingCall): readonly TextEdit[] | null {
  const { block, section, index } = point;
  if (block.ttl === 'unknown' || block.inside !== null || !canEdit(point, [block.place], caching)) return null;
  if (section.types?.place === 'own' || section.types?.definition === 'own') return null;
  if (form.providers !== undefined) return withOtherOptions(point, form, caching);
  const before = section.blocks[index - 1];
  const added = isMarked(point, form, caching) ? [] : addition(point, before, caching);
  const removal = removalOf(point, before, caching);
  return added && removal && [removal, ...added];
}

/** A point that the API reads stands in the same place. */
function isMarked({ section, index }: PlacedPoint, form: CachePointForm, { call }: CachingCall) {
  return [section.blocks[index - 1], section.blocks[index + 1]].some(
    (each) => each?.kind === 'point' && isRead(form, each, call) === true,
  );
}

/** The point in the words of the API, where none stands there already. */
function addition({ block, section }: PlacedPoint, before: PromptBlock | undefined, caching: CachingCall) {
  const { call, document } = caching;
  const writer = pointWriter(call, document, block.place.range, section.types?.definition ?? null);
  const object = before?.kind === 'point' ? null : before?.object;
  if (!writer || object?.path !== document.path) return null;
  const written = withTtl(writer.point, block);
  return writer.form === 'property'
    ? insertProperty(document.text, written, object.range)
    : insertElement(document.text, written, section.definition.range, object.range);
}

/** A point is an element of its own or a property of the block before it. */
function removalOf({ block, section }: PlacedPoint, before: PromptBlock | undefined, { document }: CachingCall) {
  const container = block.written === 'cachePoint' ? section.definition : before?.object;
  return container?.path === document.path ? removeProperty(document.text, block.place.range, container.range) : null;
}

/** Puts the TTL of the old point into the new one. */
function withTtl(written: string, { ttl }: CachePointFact) {
  const literal = /: (?<type>['"]\w+['"](?: as const)?) \}/.exec(written)?.groups?.['type'] ?? '';
  return ttl === null ? written : written.replace(' }', `, ttl: ${literal.replace(/\w+/, ttl)} }`);
}

const plainOptions =
  /^\w+:\{(?:anthropic|bedrock|amazonBedrock):\{(?:cacheControl|cache_control|cachePoint):\{type:'\w+'(?:,ttl:'\w+')?\}\}\}$/;

/** Options that hold nothing but a point are worded for the other provider, on the lines they stand on. */
function withOtherOptions({ block }: PlacedPoint, form: CachePointForm, { document }: CachingCall) {
  const { range } = block.place;
  const text = document.text.slice(...range);
  if (!plainOptions.test(text.replaceAll(/\s/g, '').replaceAll('"', "'").replaceAll(',}', '}'))) return null;
  const [provider, point, type] = form.reads.includes('providerOptions')
    ? ['bedrock', 'cachePoint', 'default']
    : ['anthropic', 'cacheControl', 'ephemeral'];
  const written = text
    .replace(/\b(?:anthropic|bedrock|amazonBedrock)(?=\s{0,99}:)/, provider)
    .replace(/\b(?:cacheControl|cache_control|cachePoint)(?=\s{0,99}:)/, point)
    .replace(/(?<=\btype\s{0,99}:\s{0,99}['"])\w+/, type);
  return [{ range, text: written }];
}
