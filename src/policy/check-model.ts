import { families } from '../catalog/family-words.js';
import type { CatalogModel, ServiceTier } from '../catalog/schema.js';
import { GEOGRAPHIES } from './scope-names.js';
import type { Shape } from './shape.js';
import { aBoolean, aCount, aDay, aList, anObject, aText, orNull, word } from './shape.js';

/** The first way in which a value differs from a catalog entry, in words; `null` when it is one. */
export function checkModel(value: unknown, at: string): string | null {
  return model(value, at);
}

const family = word(families);
const effort = word(['low', 'medium', 'high', 'xhigh', 'max']);
const price = anObject({
  input: aCount,
  output: aCount,
  cacheRead: orNull(aCount),
  cacheWrite5m: orNull(aCount),
  cacheWrite1h: orNull(aCount),
});

const row = anObject({
  regions: orNull(aList(aText)),
  legacyOn: orNull(aDay),
  extendedAccessOn: orNull(aDay),
  endOfLifeOn: orNull(aDay),
});

const sampling = anObject({
  temperature: orNull(aBoolean),
  topP: orNull(aBoolean),
  topK: orNull(aBoolean),
  temperatureWithTopP: orNull(aBoolean),
});

/** What an overlay of an earlier version does not have. */
const optionalFields = {
  throughput: sourced({
    provisioned: orNull(aBoolean),
    latencyOptimized: orNull(aBoolean),
    serviceTiers: anObject({
      priority: orNull(aBoolean),
      flex: orNull(aBoolean),
      reserved: orNull(aBoolean),
    } satisfies Readonly<Record<ServiceTier, Shape>>),
    promptRouting: orNull(aBoolean),
  }),
} satisfies Readonly<Partial<Record<keyof CatalogModel, Shape>>>;

/** Keyed by the entry's own keys, so that a new field of the type cannot be forgotten here. */
const fields = {
  id: aText,
  aliases: aList(aText),
  name: aText,
  family,
  generation: aText,
  releasedOn: orNull(aDay),
  lifecycle: sourced({
    rows: aList(row),
    endOfLifeNotBefore: orNull(aDay),
    noticeMonths: orNull(aCount),
    lastObserved: orNull(aText),
  }),
  invocation: sourced({
    profiles: aList(word(['global', ...GEOGRAPHIES])),
    onDemandRegions: orNull(aList(aText)),
    endpoints: aList(word(['runtime', 'mantle'])),
    mantleId: orNull(aText),
    access: word(['open', 'retention', 'gated']),
    body: word(['messages', 'textCompletions']),
  }),
  promptCaching: sourced(
    {
      minTokens: orNull(aCount),
      maxPoints: orNull(aCount),
      ttls: aList(word(['5m', '1h'])),
      fields: aList(word(['system', 'messages', 'tools'])),
    },
    { automatic: aBoolean },
  ),
  limits: sourced({ contextTokens: orNull(aCount), maxOutputTokens: orNull(aCount), outputBurndown: orNull(aCount) }),
  request: sourced(
    {
      thinking: aList(word(['enabled', 'adaptive', 'disabled', 'between_tools', 'none'])),
      thinkingWhenOmitted: orNull(word(['on', 'off'])),
      effort: aList(effort),
      defaultEffort: orNull(effort),
      sampling,
      prefill: orNull(aBoolean),
      forcedToolChoice: orNull(aBoolean),
      strictTools: orNull(aBoolean),
      structuredOutputs: orNull(aBoolean),
    },
    {
      disabledUpToEffort: effort,
      effortBeta: aText,
      forcedToolChoiceWithoutThinking: aBoolean,
      bindsThinking: aBoolean,
    },
  ),
  price: sourced({ global: orNull(price), regional: orNull(price) }),
  firstPartyIds: aList(aText),
  firstParty: sourced({ retiresOn: orNull(aDay), retiresNotBefore: orNull(aDay) }),
  successorFamily: orNull(family),
} satisfies Readonly<Record<Exclude<keyof CatalogModel, keyof typeof optionalFields>, Shape>>;

const model = anObject(fields, optionalFields);

/** A group of facts with its provenance. */
function sourced(group: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}) {
  return anObject({ ...group, sources: aList(aText), checkedOn: aDay }, { ...optional, note: aText });
}
