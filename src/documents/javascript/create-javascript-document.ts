import type { Document } from '../document.js';
import type { DocumentInput } from '../document-input.js';
import { once } from '../lazy-document.js';
import { suppressionsOf } from '../suppressions.js';
import { createTextDocument } from '../text/create-text-document.js';
import { collectCallSites } from './call-sites.js';
import { collectGeographyBuilders } from './geography-builders.js';
import { collectModelCalls } from './model-calls.js';
import { collectModelGates } from './model-gates.js';
import { collectModelReferences } from './model-references.js';
import { parseJavaScript } from './parse.js';
import { createReach } from './reach.js';
import { collectRegions } from './regions.js';
import { createSyntaxTree, type ParsedSource } from './syntax-tree.js';

/** The facts of a JavaScript or TypeScript text; `parsed` is the tree ESLint already made, if there is one. */
export function createJavaScriptDocument(input: DocumentInput, parsed?: ParsedSource): Document {
  const result = parsed ? { source: parsed, error: null } : parseJavaScript(input.path, input.text);
  if (result.source === null) return scanned(createTextDocument(input), result.error);
  const { source } = result;
  const reach = createReach(input.files);
  const tree = once(() => createSyntaxTree(input.path, input.text, source));
  const calls = once(() => collectCallSites(tree(), reach));
  const regions = once(() => collectRegions(tree(), reach));
  const references = once(() => collectModelReferences(tree(), calls(), regions().clients, reach));
  const modelCalls = once(() => collectModelCalls(tree(), calls().sites, regions().clients, reach));
  const builders = once(() => collectGeographyBuilders(tree(), calls(), reach));
  const gates = once(() => collectModelGates(tree(), reach));
  const suppressions = once(() => suppressionsOf(input.text, 'javascript'));
  return {
    path: input.path,
    text: input.text,
    format: 'javascript',
    parseError: null,
    get modelReferences() {
      return references();
    },
    get modelCalls() {
      return modelCalls();
    },
    get modelGates() {
      return gates();
    },
    get geographyBuilders() {
      return builders();
    },
    get suppressions() {
      return suppressions();
    },
    get regions() {
      return regions().all;
    },
  };
}

/** A file that does not parse is still read by people and deployed: report what it names, edit nothing. */
function scanned(document: Document, parseError: string): Document {
  const modelReferences = document.modelReferences.map((reference) => ({
    ...reference,
    fixed: 'the file does not parse',
  }));
  return {
    path: document.path,
    text: document.text,
    format: 'javascript',
    parseError,
    modelReferences,
    modelCalls: [],
    modelGates: [],
    geographyBuilders: [],
    suppressions: document.suppressions,
    regions: document.regions,
  };
}
