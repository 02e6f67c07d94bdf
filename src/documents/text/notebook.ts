import type { DataNode } from '../data/data-node.js';
import type { PlacedMention } from './code.js';
import type { Syntax } from './syntax.js';
import { childUnder, nodesOf } from '../data/data-node.js';
import { parseJson } from '../data/json-tree.js';
import { parseSafely } from '../data/parse-problem.js';
import { isNestedTooDeeply } from '../data/nesting.js';
import { placeCode } from './code.js';
import { mentionsIn } from './mentions.js';
import { createMappedText } from './mapped-text.js';
import { syntaxOf } from './syntax.js';

/** Jupyter notebooks: code cells are read as their language, everything else is read by people. `null` = not a notebook. */
export function placeNotebook(text: string): PlacedMention[] | null {
  const { roots, error } = isNestedTooDeeply(text, 'notebook') ? tooDeep : parseSafely(text, () => parseJson(text));
  const [root] = roots;
  const cells = root && childUnder(root, 'cells');
  if (error !== null || !root || !cells) return null;
  const syntax = languageOf(root);
  const sources = new Map<DataNode, DataNode>();
  for (const cell of cells.children) {
    const source = childUnder(cell, 'source');
    if (source && childUnder(cell, 'cell_type')?.value === 'code') sources.set(source, cell);
  }
  const inCode = new Set([...sources.keys()].flatMap((source) => [source, ...source.children]));
  const placed: PlacedMention[] = [...sources.keys()].flatMap((source) => placeCell(text, source, syntax));
  for (const node of nodesOf(roots)) {
    if (node.kind !== 'text' || inCode.has(node) || !/claude|bedrock/i.test(node.value)) continue;
    for (const mention of mentionsIn(text, node.range, 'backslash'))
      placed.push({ mention, place: { position: 'prose' } });
  }
  return placed;
}

const tooDeep = { roots: [], error: 'nested too deeply' };

function placeCell(text: string, source: DataNode, syntax: Syntax): PlacedMention[] {
  const lines = source.kind === 'list' ? source.children : [source];
  if (!lines.some((line) => /claude|bedrock/i.test(line.value))) return [];
  const mapped = createMappedText(
    text,
    lines.map((line) => line.range),
  );
  const language = /^\s*%%(?:bash|sh|script)/.test(mapped.text) ? syntaxOf('cell.sh', '') : syntax;
  return placeCode(mapped.text, language).map(({ mention, place }) => ({
    mention: { ...mention, range: mapped.toSource(mention.range), spelling: mapped.toSource(mention.spelling) },
    place,
  }));
}

function languageOf(root: DataNode) {
  const metadata = childUnder(root, 'metadata');
  const name = metadata && childUnder(childUnder(metadata, 'kernelspec') ?? metadata, 'language')?.value;
  return /^(?:javascript|typescript|deno)/i.test(name ?? '')
    ? syntaxOf('cell.ts', '')
    : /^(?:java|c#|csharp|go|rust|kotlin|scala)$/i.test(name ?? '')
      ? syntaxOf('cell.java', '')
      : syntaxOf('cell.py', '');
}
