import { isOfOtherMaker } from '../other-makers.js';
import { namesClaude } from '../../catalog/family-words.js';
import { describing, namesGeneration } from '../names-generation.js';
import type { DataNode } from './data-node.js';
import { namesModel, tellsModel } from '../text/names-model.js';
import { chainOf, childUnder } from './data-node.js';
import { nearestKey } from './policy-place.js';

/** Which values stand beside other models rather than choose one. */
export interface ModelTables {
  holds(node: DataNode): boolean;
  /** The IDs of which a default beside them is one: `default` and `enum`, `Default` and `AllowedValues`. */
  allowedBeside(node: DataNode): readonly string[] | null;
}

/** `ids` holds the ID of every value that is a Claude ID and nothing else; `keyIds` the values under a key that is one. */
export function findModelTables(ids: ReadonlyMap<DataNode, string>, keyIds: ReadonlySet<DataNode>): ModelTables {
  const idsUnder = countDistinct(ids);
  const isCount = (node: DataNode, least: number) => (idsUnder.get(node)?.size ?? 0) >= least;
  const allowsIds = perNode((map) => holdsAllowedIds(map, ids));
  const isMixed = perNode((list) =>
    list.children.some((child) => child.kind === 'text' && isOfOtherMaker(child.value)),
  );
  const holders = perNode((parent) => parent.children.filter((child) => isCount(child, 1)));
  const tellsModels = perNode((map) => holders(map).some(({ key }) => tellsModel(key?.text ?? '')));
  const isRegional = perNode((map) => holders(map).every((child) => regionKey.test(child.key?.text ?? '')));

  function isListed(list: DataNode, item: DataNode) {
    if (item.kind === 'text') return isCount(list, 2) || isMixed(list);
    if (item.kind !== 'map') return false;
    return isRow(item) || (isCount(list, 2) && holders(list).filter(({ kind }) => kind === 'map').length >= 2);
  }

  // `{ "claude-3-haiku": "…", "claude-3-5-sonnet": "…" }`, `{ "us-east-1": "us.…", "eu-west-1": "eu.…" }`
  function isMapped(map: DataNode, item: DataNode) {
    if (!item.key || !isCount(map, 2) || !isCount(item, 1)) return false;
    const isName = () => namesModel(item.key?.text ?? '') && tellsModels(map);
    return holders(map).length >= 2 && (isName() || isRegional(map));
  }

  return {
    allowedBeside: ({ parent }) => (parent && allowsIds(parent) ? allowedIds(parent, ids) : null),
    holds(node) {
      if (isVariable(node)) return false;
      if (isUnderModelKey(node, keyIds) || isAllowedList(nearestKey(node))) return true;
      if (node.parent && allowsIds(node.parent)) return true;
      if (isDescribed(node)) return true;
      let at = node;
      for (let depth = 0; at.parent && depth < nearness; depth++) {
        if (at.parent.kind === 'list' ? isListed(at.parent, at) : isMapped(at.parent, at)) return true;
        at = at.parent;
      }
      return false;
    },
  };
}

/** One of the variables that a container or a stack is given: `{ name: MODEL_ID, value: … }`. Each is read by its name, whatever stands beside it. */
function isVariable({ key, parent }: DataNode) {
  if (!key || !parent) return false;
  const name = key.text.toLowerCase();
  if (name === 'parametervalue') return childUnder(parent, 'parameterkey') !== undefined;
  return name === 'value' && variableName.test(childUnder(parent, 'name')?.value ?? '');
}

const variableName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Levels above an ID at which what stands beside it still belongs to it: the field, its row, the list of rows. */
const nearness = 3;

/** The distinct IDs below each node, near enough to belong to it. */
function countDistinct(ids: ReadonlyMap<DataNode, string>) {
  const found = new Map<DataNode, Set<string>>();
  for (const [node, id] of ids) {
    let depth = 0;
    for (const at of chainOf(node)) {
      if (depth++ > nearness) break;
      const set = found.get(at);
      if (set) set.add(id);
      else found.set(at, new Set([id]));
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
function holdsAllowedIds(map: DataNode, ids: ReadonlyMap<DataNode, string>) {
  return map.children.some(
    ({ key, children }) =>
      key !== null && isAllowedList(key.text.toLowerCase()) && children.some((child) => ids.has(child)),
  );
}

function allowedIds(map: DataNode, ids: ReadonlyMap<DataNode, string>) {
  return map.children.flatMap(({ key, children }) =>
    key !== null && isAllowedList(key.text.toLowerCase())
      ? children.flatMap((child) => writtenId(ids.get(child)) ?? [])
      : [],
  );
}

/** An ID without a geography begins with the dot that would stand behind one. */
function writtenId(id: string | undefined) {
  return id?.replace(/^\./, '');
}

function isAllowedList(key: string) {
  return /^(?:allowed_?values|enum|options|choices|allowed|valid_?values|one_?of)$/.test(key);
}

/** A row of a picker or a price list: an ID with the words or numbers that belong to it. */
function isRow(map: DataNode) {
  const label = childUnder(map, 'name', 'label', 'displayname', 'display_name', 'title', 'modelname', 'model_name');
  if (label?.kind === 'text' && namesClaude(label.value)) return true;
  return map.children.some((child) => child.key !== null && rowNumber.test(child.key.text));
}

/** A model by itself, with words or numbers about it: a default beside the words that explain a setting is none. */
function isDescribed({ key, parent }: DataNode) {
  if (parent?.kind !== 'map' || !key || /^default(?:_?value)?$|^value$/i.test(key.text)) return false;
  return parent.children.some(
    (child) =>
      child.key !== null &&
      (modelNumber.test(child.key.text) ||
        (child.kind === 'text' &&
          (describing.test(child.key.text) || displayName.test(child.key.text)) &&
          namesGeneration(child.value))),
  );
}

const displayName = /^(?:name|label|title|display_?name|model_?name)$/i;
const modelNumber =
  /^(?:(?:input|output|prompt|completion)_?(?:price|cost)\w*|pricing|context_?window|max_?input_?tokens)$/i;

const rowNumber =
  /^(?:(?:input|output|cache\w*|prompt|completion)_?(?:price|cost|rate)\w*|price\w*|pricing|costs?|\w*per_?(?:1k|1m|million|mtok|token)\w*|max_?(?:output|input)?_?tokens|context_?(?:window|length|size)|max_?(?:output|input|context)\w*)$/i;
const regionKey = /^[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d$/;

function perNode<T>(compute: (node: DataNode) => T): (node: DataNode) => T {
  const known = new Map<DataNode, T>();
  return (node) => {
    const there = known.get(node) ?? compute(node);
    known.set(node, there);
    return there;
  };
}
