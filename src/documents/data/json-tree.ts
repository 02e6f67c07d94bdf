import type * as JsoncParser from 'jsonc-parser';
import type { DataKey, DataNode, DataTree, GrowingNode } from './data-node.js';
import { once } from '../lazy-document.js';
import { loadPackage } from '../load-package.js';
import { createNode } from './data-node.js';
import { codeInWords, parseProblem } from './parse-problem.js';

// The package's own types say what it exports.
const jsonc = once(() => loadPackage('jsonc-parser') as typeof JsoncParser);

/** JSON, with comments and trailing commas as editors allow them. */
export function parseJson(text: string, range: readonly [number, number] = [0, text.length]): DataTree {
  const errors: JsoncParser.ParseError[] = [];
  // A byte order mark is no JSON; a blank keeps the offsets.
  const source = text.slice(range[0], range[1]).replace(/^\uFEFF/, ' ');
  const root = jsonc().parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const what = codeInWords(jsonc().printParseErrorCode(first.error));
    return { roots: [], error: parseProblem(text, what, range[0] + first.offset) };
  }
  return { roots: root ? [grow(root, null, null, range[0], source)] : [], error: null };
}

/** One JSON value a line, up to the first line that is none. */
export function parseJsonLines(text: string): DataTree {
  const roots: DataNode[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const tree = text.slice(start, end).trim() === '' ? null : parseJson(text, [start, end]);
    if (tree && tree.error !== null) return tree;
    roots.push(...(tree?.roots ?? []));
    start = end + 1;
  }
  return { roots, error: null };
}

function grow(
  node: JsoncParser.Node,
  parent: GrowingNode | null,
  key: DataKey | null,
  shift: number,
  source: string,
): GrowingNode {
  const start = shift + node.offset;
  const end = start + node.length;
  if (node.type === 'string')
    return createNode(parent, key, {
      kind: 'text',
      value: String(node.value),
      range: [start + 1, end - 1],
      escapes: 'backslash',
    });
  if (node.type !== 'object' && node.type !== 'array')
    return createNode(parent, key, {
      kind: 'other',
      value: source.slice(node.offset, node.offset + node.length),
      range: [start, end],
    });
  const grown = createNode(parent, key, { kind: node.type === 'object' ? 'map' : 'list', range: [start, end] });
  for (const child of node.children ?? []) {
    if (child.type !== 'property') grow(child, grown, null, shift, source);
    else growProperty(child, grown, shift, source);
  }
  return grown;
}

function growProperty(property: JsoncParser.Node, parent: GrowingNode, shift: number, source: string) {
  const [name, value] = property.children ?? [];
  if (!name || !value) return;
  const start = shift + name.offset;
  grow(
    value,
    parent,
    { text: String(name.value), range: [start + 1, start + name.length - 1], escapes: 'backslash' },
    shift,
    source,
  );
}
