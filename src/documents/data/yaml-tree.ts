import type * as Yaml from 'yaml';
import type { DataKey, DataTree, GrowingNode } from './data-node.js';
import { once } from '../lazy-document.js';
import { loadPackage } from '../load-package.js';
import { createNode } from './data-node.js';
import { parseProblem } from './parse-problem.js';

// The package's own types say what it exports.
const yaml = once(() => loadPackage('yaml') as typeof Yaml);

/** YAML of one or more documents. Unknown tags (`!Sub`, `!Ref`) keep the value they stand before. */
export function parseYaml(text: string): DataTree {
  // Without pretty errors: a text with thousands of them would cost the square of its length.
  const documents = yaml().parseAllDocuments(text, {
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const list = Array.isArray(documents) ? documents : [];
  const error = list.flatMap((document) => document.errors)[0];
  if (error) return { roots: [], error: parseProblem(text, error.message, error.pos[0]) };
  return { roots: list.flatMap((document) => grow(document.contents, null, null, text) ?? []), error: null };
}

function grow(node: unknown, parent: GrowingNode | null, key: DataKey | null, text: string): GrowingNode | null {
  const { isMap, isSeq, isScalar } = yaml();
  if (isScalar(node)) return growScalar(node, parent, key, text);
  if (!isMap(node) && !isSeq(node)) return null;
  const range = [node.range?.[0] ?? 0, node.range?.[1] ?? 0] as const;
  const wrapped = wrapInTag(node.tag, parent, key, range);
  const grown = createNode(wrapped.parent, wrapped.key, { kind: isMap(node) ? 'map' : 'list', range });
  for (const item of node.items) {
    if (yaml().isPair(item)) grow(item.value, grown, toKey(item.key, text), text);
    else grow(item, grown, null, text);
  }
  return wrapped.root ?? grown;
}

function growScalar(node: Yaml.Scalar, parent: GrowingNode | null, key: DataKey | null, text: string) {
  const range = contentOf(node, text);
  const wrapped = wrapInTag(node.tag, parent, key, range);
  const escapes = node.type === 'QUOTE_DOUBLE' ? 'backslash' : 'none';
  const grown = createNode(
    wrapped.parent,
    wrapped.key,
    typeof node.value === 'string'
      ? { kind: 'text', value: node.value, range, escapes }
      : { kind: 'other', value: text.slice(...range), range },
  );
  return wrapped.root ?? grown;
}

/** `!Sub x` means `{ "Fn::Sub": x }`, and reads like it from here on. */
function wrapInTag(
  tag: string | undefined,
  parent: GrowingNode | null,
  key: DataKey | null,
  range: readonly [number, number],
) {
  if (!tag || !/^![A-Za-z]/.test(tag)) return { parent, key, root: null };
  const root = createNode(parent, key, { kind: 'map', range });
  const name = tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`;
  return { parent: root, key: { text: name, range: [range[0], range[0]] as const, escapes: 'none' as const }, root };
}

function toKey(key: unknown, text: string): DataKey {
  if (!yaml().isScalar(key)) return { text: '', range: [0, 0], escapes: 'none' };
  return {
    text: String(key.value),
    range: contentOf(key, text),
    escapes: key.type === 'QUOTE_DOUBLE' ? 'backslash' : 'none',
  };
}

function contentOf(node: Yaml.Scalar, text: string): readonly [number, number] {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? start;
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return [start + 1, Math.max(start + 1, end - 1)];
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const header = isBlock ? text.indexOf('\n', start) : -1;
  return header < 0 || header >= end ? [start, end] : [header + 1, end];
}
