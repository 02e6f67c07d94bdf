import type { DataNode } from './data-node.js';
import { chainOf, childUnder } from './data-node.js';
import { namesModel } from '../text/names-model.js';
import { nearestKey } from './policy-place.js';

/** Which values stand beside other models rather than choose one. */
export interface ModelTables {
  holds(node: DataNode): boolean;
}

/** `ids` holds the ID of every value that is a Claude ID and nothing else. */
export function findModelTables(ids: ReadonlyMap<DataNode, string>, keyIds: ReadonlySet<DataNode>): ModelTables {
  const idsUnder = countDistinct(ids);
  const rowLists = new Map<DataNode, boolean>();
  const isRowList = (list: DataNode) => {
    const known = rowLists.get(list) ?? holdsRows(list, idsUnder);
    rowLists.set(list, known);
    return known;
  };
  return {
    holds(node) {
      if (isUnderModelKey(node, keyIds)) return true;
      if (isAllowedValue(node, ids)) return true;
      let at = node;
      for (let depth = 0; at.parent && depth < 3; depth++) {
        const parent = at.parent;
        if (parent.kind === 'list' ? isModelList(parent, at, ids, idsUnder) || (at.kind === 'map' && isRowList(parent)) : isModelMap(parent, at, ids, idsUnder)) return true;
        at = parent;
      }
      return false;
    },
  };
}

type DistinctIds = ReadonlyMap<DataNode, ReadonlySet<string>>;

/** The distinct IDs below each node, near enough to belong to it. */
function countDistinct(ids: ReadonlyMap<DataNode, string>): DistinctIds {
  const found = new Map<DataNode, Set<string>>();
  for (const [node, id] of ids) {
    let depth = 0;
    for (const at of chainOf(node)) {
      if (depth++ > 3) break;
      const set = found.get(at) ?? new Set();
      found.set(at, set.add(id));
    }
  }
  return found;
}

// `{ "anthropic.claude-…": { "eu-west-1": "eu.anthropic.claude-…" } }`
function isUnderModelKey(node: DataNode, keyIds: ReadonlySet<DataNode>) {
  for (const at of chainOf(node)) if (keyIds.has(at)) return true;
  return false;
}

/** A parameter that lists what it allows: default and entries must stay in step. */
function isAllowedValue(node: DataNode, ids: ReadonlyMap<DataNode, string>) {
  if (isAllowedList(nearestKey(node))) return true;
  const allowed = node.parent?.children.find((child) => child.key !== null && isAllowedList(child.key.text.toLowerCase()));
  return allowed?.children.some((child) => ids.has(child)) ?? false;
}

function isAllowedList(key: string) {
  return /^(?:allowedvalues|allowed_values|enum|options|choices|allowed|validvalues|valid_values|one_?of)$/.test(key);
}

function isModelList(list: DataNode, item: DataNode, ids: ReadonlyMap<DataNode, string>, idsUnder: DistinctIds) {
  if (item.kind === 'text') return distinct(idsUnder.get(list)) >= 2 || list.children.some((child) => child !== item && child.kind === 'text' && !ids.has(child) && otherModel.test(child.value));
  return item.kind === 'map' && isRow(item);
}

function holdsRows(list: DataNode, idsUnder: DistinctIds) {
  return distinct(idsUnder.get(list)) >= 2 && list.children.filter((child) => child.kind === 'map' && idsUnder.has(child)).length >= 2;
}

function isModelMap(map: DataNode, item: DataNode, ids: ReadonlyMap<DataNode, string>, idsUnder: DistinctIds) {
  if (!item.key || distinct(idsUnder.get(map)) < 2) return false;
  if (item.kind === 'text' && !ids.has(item)) return false;
  const siblings = map.children.filter((child) => child.kind === item.kind && distinct(idsUnder.get(child)) > 0);
  if (siblings.length < 2) return false;
  return siblings.every((child) => child.key !== null && regionKey.test(child.key.text)) || (siblings.length >= 2 && namesModel(item.key.text));
}

/** A row of a picker or a price list: an ID with the words or numbers that belong to it. */
function isRow(map: DataNode) {
  const label = childUnder(map, 'name', 'label', 'displayname', 'display_name', 'title', 'modelname', 'model_name');
  if (label?.kind === 'text' && /claude|haiku|sonnet|opus|fable|mythos/i.test(label.value)) return true;
  return map.children.some((child) => child.key !== null && rowNumber.test(child.key.text));
}

const rowNumber = /^(?:(?:input|output|cache\w*|prompt|completion)_?(?:price|cost|rate)\w*|price\w*|pricing|cost|costs|\w*per_?(?:1k|1m|million|mtok|token)\w*|max_?(?:output_?|input_?)?tokens|context_?(?:window|length|size)|max_?(?:output|input|context)\w*)$/i;
const regionKey = /^[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d$/;
const otherModel = /^(?:[a-z-]{2,6}\.)?(?:amazon|meta|mistral|cohere|ai21|stability|deepseek|openai|qwen|writer|anthropic)\.[a-z0-9-]+/;

function distinct(set: ReadonlySet<string> | undefined) {
  return set?.size ?? 0;
}
