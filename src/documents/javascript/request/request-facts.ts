import type { RequestFacts, RequestField, RequestSetting } from '../../request.js';
import { placeOf } from '../prompt/spot.js';
import { createReading } from '../prompt/text-parts.js';
import type { Reach } from '../values/reach.js';
import type { CallSite, ForcedTool } from '../surfaces/call-site.js';
import { dialectOf } from '../surfaces/dialect-of.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type Looking, readObject, toObject } from './read-object.js';
import { settingPlacesOf } from './setting-places.js';

/** Properties of one request; who sets more has a table there. */
const mostProperties = 500;

/** What the request of a call asks for beside its prompt; `null` where the request can't be seen. */
export function requestFactsOf(site: CallSite, tree: SyntaxTree, reach: Reach): RequestFacts | null {
  const { sources = [], isOpen = false, forced = [] } = site;
  const [first] = sources;
  if (!first) return null;
  const looking: Looking = {
    tree,
    reach,
    reading: createReading(reach),
    site,
    given: new Map(),
    budget: { left: mostProperties },
  };
  const read = sources.map((source) => ({ source, object: readObject(source.object, [], true, looking) }));
  const root = first.form === 'invokeCommand' ? null : (read[0]?.object ?? null);
  const found = new Map<RequestSetting, RequestField[]>();
  let isComplete = !isOpen && root !== null;
  for (const { source, object } of read) {
    // What else is in the headers says nothing of the request.
    if (source.form !== 'headers') isComplete &&= object.isComplete;
    const before = new Set(found.keys());
    for (const { setting, names } of settingPlacesOf(source.form)) {
      if (source.isDefault && before.has(setting)) continue;
      const { fields, isComplete: isWhole } = follow(object.fields, names);
      if (!isWhole) isComplete = false;
      if (fields.length > 0) found.set(setting, [...(found.get(setting) ?? []), ...fields]);
    }
  }
  if (forced.length > 0) found.set('toolChoice', [...(found.get('toolChoice') ?? []), ...forced.map(forcedField)]);
  return { dialect: dialectOf(site), root: root && toObject(root), settings: Object.fromEntries(found), isComplete };
}

interface LookedUp {
  readonly fields: readonly RequestField[];
  readonly isComplete: boolean;
}

const nothing: LookedUp = { fields: [], isComplete: true };

/** The properties that names lead to. */
function follow(fields: readonly RequestField[], names: readonly string[], depth = 0): LookedUp {
  const here = fields.filter(({ path }) => path.at(-1) === names[depth]);
  // Most requests have few of all the settings there are.
  if (here.length === 0) return nothing;
  if (depth === names.length - 1) return { fields: here, isComplete: true };
  const inner = here.map(({ object }) => (object ? follow(object.fields, names, depth + 1) : null));
  return {
    fields: inner.flatMap((each) => each?.fields ?? []),
    isComplete:
      here.every(({ object }) => object?.isComplete === true) && inner.every((each) => each?.isComplete === true),
  };
}

/** `model.withStructuredOutput(…)`, which asks for one tool at every call. */
function forcedField({ by, place: asked, isCertain }: ForcedTool): RequestField {
  const place = placeOf(asked);
  return {
    path: [by],
    property: place,
    written: place,
    value: { kind: 'unknown', range: place.range },
    object: null,
    elements: null,
    isCertain,
    hasValue: true,
    isShared: false,
    removal: null,
  };
}
