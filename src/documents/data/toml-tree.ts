import type * as TomlParser from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { DataKey, DataNode, DataTree, GrowingNode } from './data-node.js';
import { once } from '../lazy-document.js';
import { loadPackage } from '../load-package.js';
import { createNode } from './data-node.js';

// The package's own types say what it exports.
const toml = once(() => loadPackage('toml-eslint-parser') as typeof TomlParser);

/** TOML, with tables and dotted keys as the nested maps they mean. */
export function parseToml(text: string): DataTree {
  // A byte order mark is no TOML; a blank keeps the offsets.
  const program = toml().parseTOML(text.replace(/^\uFEFF/, ' '));
  const root = createNode(null, null, { kind: 'map', range: [0, text.length] });
  for (const item of program.body[0].body) {
    if (item.type === 'TOMLKeyValue') growPair(item, root, text);
    else growTable(item, root, text);
  }
  return { roots: [root], error: null };
}

function growTable(item: AST.TOMLTable, root: GrowingNode, text: string) {
  const table = tableAt(root, item);
  for (const pair of item.body) growPair(pair, table, text);
}

function tableAt(root: GrowingNode, table: AST.TOMLTable) {
  const keys = table.key.keys.map(toKey);
  let at = root;
  table.resolvedKey.forEach((step, index) => {
    // A number is the place in an array of tables; it takes no key of its own.
    if (typeof step === 'number') at = at.children[step] ?? createNode(at, null, { kind: 'map', range: table.range });
    else
      at = child(
        at,
        keys.shift() ?? noKey,
        table.range,
        typeof table.resolvedKey[index + 1] === 'number' ? 'list' : 'map',
      );
  });
  return at;
}

function growPair(pair: AST.TOMLKeyValue, parent: GrowingNode, text: string) {
  const keys = pair.key.keys.map(toKey);
  const last = keys.pop();
  let at = parent;
  for (const key of keys) at = child(at, key, pair.range, 'map');
  if (last) growValue(pair.value, at, last, text);
}

function child(map: GrowingNode, key: DataKey, range: DataNode['range'], kind: 'map' | 'list') {
  const there = map.children.find((each) => each.key?.text === key.text && each.kind !== 'text');
  return there ?? createNode(map, key, { kind, range });
}

function growValue(value: AST.TOMLContentNode, parent: GrowingNode, key: DataKey | null, text: string): void {
  if (value.type === 'TOMLArray') {
    const list = createNode(parent, key, { kind: 'list', range: value.range });
    for (const element of value.elements) growValue(element, list, null, text);
  } else if (value.type === 'TOMLInlineTable') {
    const map = createNode(parent, key, { kind: 'map', range: value.range });
    for (const pair of value.body) growPair(pair, map, text);
  } else if (value.kind === 'string') {
    const quote = value.multiline ? 3 : 1;
    createNode(parent, key, {
      kind: 'text',
      value: value.value,
      range: [value.range[0] + quote, value.range[1] - quote],
      escapes: value.style === 'basic' ? 'backslash' : 'none',
    });
  } else createNode(parent, key, { kind: 'other', value: text.slice(...value.range), range: value.range });
}

const noKey: DataKey = { text: '', range: [0, 0], escapes: 'none' };

function toKey(key: AST.TOMLBare | AST.TOMLQuoted): DataKey {
  if (key.type === 'TOMLBare') return { text: key.name, range: key.range, escapes: 'none' };
  return {
    text: key.value,
    range: [key.range[0] + 1, key.range[1] - 1],
    escapes: key.style === 'basic' ? 'backslash' : 'none',
  };
}
