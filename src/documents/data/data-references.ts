import type { Range } from '../../edits/text-edit.js';
import type { Format } from '../document.js';
import type { ModelReference } from '../facts.js';
import type { Escapes } from '../text/escapes.js';
import type { Mention } from '../text/mentions.js';
import type { Place } from '../text/reference.js';
import type { DataNode, DataTree } from './data-node.js';
import { isTestPath } from '../test-path.js';
import { scanModelNames } from '../../catalog/scan-model-names.js';
import { idOf, mentionsIn, regionOf } from '../text/mentions.js';
import { endpointIn } from '../text/endpoint.js';
import { inTest, toReference } from '../text/reference.js';
import { dataEntry, keyEntry } from './data-entry.js';
import { chainOf, nodesOf } from './data-node.js';
import { settingOf } from './setting-of.js';
import { placeInData } from './data-position.js';
import { findModelTables } from './model-tables.js';
import { nearestKey } from './policy-place.js';

/** The model references of a parsed file, in the order of its text. */
export function dataReferences(tree: DataTree, path: string, text: string, format: Format): ModelReference[] {
  const isTest = isTestPath(path);
  const endpoint = endpointIn(text);
  const areRecords = /\.(?:jsonl|ndjson)$/i.test(path);
  const values = new Map<DataNode, Mention[]>();
  const keys = new Map<DataNode, Mention[]>();
  const covered: Range[] = [];
  for (const node of nodesOf(tree.roots)) {
    if (node.key) keep(keys, node, text, node.key, covered);
    if (node.kind === 'text') keep(values, node, text, { ...node, text: node.value }, covered);
  }
  const tables = findModelTables(wholeIds(values), new Set(keys.keys()));
  const references: ModelReference[] = [];
  const add = (mention: Mention, place: Place, node: DataNode | null) => {
    const isElsewhere = endpoint === 'mantle' && node !== null && isItemWithout(node, text);
    references.push(toReference(mention, isTest ? inTest(place) : place, format, isElsewhere ? 'runtime' : endpoint));
  };
  for (const [node, mentions] of keys)
    for (const mention of mentions)
      add(
        mention,
        withEscape({ position: 'key', entry: mention.share === 'whole' ? keyEntry(node, text) : null }, mention),
        node,
      );
  for (const [node, mentions] of values) {
    for (const mention of mentions) {
      const found = placeInData(node, mention, tables, text);
      const place = {
        ...found,
        entry: dataEntry(node, found.position, text),
        setting: settingOf(node, mention, text),
        variable: contextOf(node) ?? valueOf(node),
      };
      add(mention, withEscape(areRecords ? asRecord(place) : place, mention), node);
    }
  }
  for (const mention of commentMentions(text, covered)) add(mention, { position: 'prose' }, null);
  return references.sort((one, other) => one.range[0] - other.range[0]);
}

/** One of several in a list, of which another names the endpoint. */
function isItemWithout(node: DataNode, text: string) {
  for (const at of chainOf(node))
    if (at.kind === 'map' && at.parent?.kind === 'list') return endpointIn(text.slice(...at.range)) !== 'mantle';
  return false;
}

/** `{ "context": { "modelId": … } }` of a `cdk.json`: the key that code asks its context for. */
function contextOf(node: DataNode): string | null {
  let inner = node;
  for (const at of chainOf(node)) {
    if (at.key?.text === 'context' && at.parent?.parent === null && at !== inner)
      return `context.${inner.key?.text ?? ''}`;
    inner = at;
  }
  return null;
}

/** The keys by which a template reads it: `values.llm.modelId`. What stands in a list has none. */
function valueOf(node: DataNode): string | null {
  const keys: string[] = [];
  for (const { key, parent } of chainOf(node)) {
    if (parent?.kind === 'list') return null;
    if (key) keys.unshift(key.text);
  }
  return keys.length > 0 ? `values.${keys.join('.')}` : null;
}

/** Region literals that the file sets. */
export function dataRegions(tree: DataTree): string[] {
  const regions = new Set<string>();
  for (const node of nodesOf(tree.roots)) {
    const region = node.kind === 'text' && regionKey.test(nearestKey(node)) ? regionOf(node.value) : null;
    if (region) regions.add(region);
  }
  return [...regions];
}

const regionKey = /^(?:aws_?|bedrock_?)?(?:default_?)?region(?:_?name)?$/;

interface Spelled {
  readonly text: string;
  readonly range: Range;
  readonly escapes: Escapes;
}

/** A mention whose letters are escaped in the source: it is there, but no range holds it alone. */
interface HiddenMention extends Mention {
  readonly isHidden: true;
}

function keep(into: Map<DataNode, Mention[]>, node: DataNode, text: string, spelled: Spelled, covered: Range[]) {
  if (spelled.range[1] <= spelled.range[0]) return;
  covered.push(spelled.range);
  if (!mayName(spelled.text)) return;
  const mentions = mentionsIn(text, spelled.range, spelled.escapes);
  if (spelled.escapes === 'backslash' || text.slice(...spelled.range) !== spelled.text)
    mentions.push(...hiddenMentions(spelled, mentions));
  if (mentions.length > 0) into.set(node, mentions);
}

// Cheap: most values name nothing.
function mayName(value: string) {
  return /claude|bedrock/i.test(value);
}

function hiddenMentions(spelled: Spelled, seen: readonly Mention[]): HiddenMention[] {
  const decoded = scanModelNames(spelled.text);
  if (decoded.length <= seen.length) return [];
  const known = new Set(seen.map((mention) => mention.name.base));
  return decoded
    .filter((found) => !known.has(found.name.base))
    .map((found) => ({
      name: found.name,
      range: spelled.range,
      spelling: spelled.range,
      share: found.start === 0 && found.end === spelled.text.length ? 'whole' : 'part',
      hole: false,
      url: false,
      region: null,
      isHidden: true,
    }));
}

function withEscape(place: Place, mention: Mention): Place {
  return 'isHidden' in mention ? { ...place, fixed: 'escaped text' } : place;
}

// One row a line: results and data sets, in which each row says what it was made with.
function asRecord(place: Place): Place {
  return place.position === 'constant' ? { ...place, position: 'table' } : place;
}

function wholeIds(values: ReadonlyMap<DataNode, readonly Mention[]>) {
  const ids = new Map<DataNode, string>();
  for (const [node, [mention]] of values) if (mention?.share === 'whole') ids.set(node, idOf(mention));
  return ids;
}

/** Names outside every key and value stand in comments. */
function commentMentions(text: string, covered: readonly Range[]) {
  const sorted = [...covered].sort((one, other) => one[0] - other[0]);
  const gaps: Range[] = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (start > at) gaps.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < text.length) gaps.push([at, text.length]);
  return gaps.filter(([start, end]) => mayName(text.slice(start, end))).flatMap((gap) => mentionsIn(text, gap, 'none'));
}
