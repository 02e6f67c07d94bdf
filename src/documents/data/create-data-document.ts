import type { Document, Format } from '../document.js';
import type { DocumentInput } from '../document-input.js';
import type { DataTree } from './data-node.js';
import { scanModelNames } from '../../catalog/scan-model-names.js';
import { extensionOf, formatOf } from '../format-of.js';
import { lazyDocument, once } from '../lazy-document.js';
import { scanReferences, scanRegions } from '../text/create-text-document.js';
import { isTestPath } from '../test-path.js';
import { dataGates } from './data-gates.js';
import { scannedArns } from '../text/scanned-arns.js';
import { dataFoundationArns } from './foundation-arns.js';
import { dataReferences, dataRegions } from './data-references.js';
import { parseJson, parseJsonLines } from './json-tree.js';
import { isNestedTooDeeply } from './nesting.js';
import { parseSafely } from './parse-problem.js';
import { parseToml } from './toml-tree.js';
import { parseYaml } from './yaml-tree.js';

/** A document of JSON, YAML or TOML. One that does not parse is scanned, and none of it may be edited. */
export function createDataDocument(input: DocumentInput): Document {
  const { path, text } = input;
  const format = formatOf(path);
  // Most candidates mention Claude without naming a model; those are not worth a parser.
  const tree = once(() => (mayName(text) ? parseSafely(text, () => parse(path, text, format)) : nothing));
  // What it asks of IDs that other files name. A template that names none itself need not parse.
  const asking = once(() =>
    mayName(text) || !mayAsk.test(text) ? tree() : parseSafely(text, () => parse(path, text, format)),
  );
  const unparsed = () =>
    scanReferences(text, path, format).map((reference) => ({ ...reference, fixed: 'the file does not parse' }));
  return lazyDocument({
    path,
    text,
    format,
    parseError: () => tree().error,
    modelReferences: () => (tree().error === null ? dataReferences(tree(), path, text, format) : unparsed()),
    foundationArns: () => (asking().error === null ? dataFoundationArns(asking(), path) : scannedArns(text)),
    modelGates: () => (isTestPath(path) ? [] : dataGates(asking())),
    regions: () => (tree().error === null && tree().roots.length > 0 ? dataRegions(tree()) : scanRegions(text)),
  });
}

const mayAsk = /foundation-model\/|"?(?:allowed)?pattern"?\s*:|"?maxlength"?\s*:/i;

const nothing: DataTree = { roots: [], error: null };

function mayName(text: string) {
  return scanModelNames(text).length > 0 || /\\(?:[uUx]|\r?\n)/.test(text);
}

function parse(path: string, text: string, format: Format): DataTree {
  if (isNestedTooDeeply(text, format)) return { roots: [], error: 'nested too deeply' };
  if (format === 'yaml') return parseYaml(text);
  if (format === 'toml') return parseToml(text);
  return /^(?:jsonl|ndjson)$/.test(extensionOf(path)) ? parseJsonLines(text) : parseJson(text);
}
