import type { Document } from '../document.js';
import type { DocumentInput } from '../document-input.js';
import { besideOtherModels } from '../beside-other-models.js';
import { suppressionsOf } from '../suppressions.js';
import { createTextDocument } from '../text/create-text-document.js';
import { collectBlockReads } from './block-reads/collect-block-reads.js';
import { collectCallSites } from './calls/call-sites.js';
import { heldByArns } from '../held-by-arns.js';
import { collectFoundationArns } from './arns/foundation-arns.js';
import { collectHandedOn } from './arns/handed-on.js';
import { collectFoundationUses } from './arns/foundation-uses.js';
import { collectGeographyBuilders } from './composed/geography-builders.js';
import { collectGivenModels } from './calls/given-models.js';
import { collectModelCalls } from './calls/model-calls.js';
import { collectIdTypes } from './gates/id-types.js';
import { collectModelGates } from './gates/model-gates.js';
import { collectModelReferences } from './references/model-references.js';
import { parseJavaScript } from './syntax/parse.js';
import { collectPassedCalls } from './calls/passed-calls.js';
import { createReach } from './values/reach.js';
import { collectRegions } from './calls/regions.js';
import { collectSamplingPairs } from './sampling/sampling-pairs.js';
import { scanSamplingPairs } from './sampling/sampling-scan.js';
import { collectStopReasonChecks } from './stop-reasons/collect-stop-reason-checks.js';
import { collectToolInputChecks } from './tool-inputs/collect-tool-input-checks.js';
import { createSyntaxTree, type ParsedSource } from './syntax/syntax-tree.js';
import { collectTextCompletions } from './text-completions/collect-text-completions.js';
import { withGiven } from '../with-given.js';
import { collectThinkingObjects } from './sampling/thinking-objects.js';

/**
 * The facts of a JavaScript or TypeScript text; `parsed` is the tree ESLint already made, if there is one. All facts are
 * taken at once: every door asks for all of them, and a run that keeps documents must not keep their trees.
 */
export function createJavaScriptDocument(input: DocumentInput, parsed?: ParsedSource): Document {
  const { path, text, files, settings } = input;
  const result = parsed ? { source: parsed, error: null } : parseJavaScript(path, text);
  if (result.source === null) return scanned(createTextDocument(input), result.error);
  const reach = createReach(files);
  const tree = createSyntaxTree(path, text, result.source);
  const calls = collectCallSites(tree, reach, settings);
  const regions = collectRegions(tree, reach);
  const givenModels = collectGivenModels(tree, reach);
  const modelCalls = withGiven(collectModelCalls(tree, calls.sites, regions.clients, reach), (inlet) =>
    givenModels.filter((given) => given.inlet === inlet),
  );
  const passedCalls = collectPassedCalls(tree, new Set(calls.sites.map(({ node }) => node)), regions.clients, reach);
  const idTypes = collectIdTypes(tree);
  const foundationArns = [
    ...collectFoundationArns(tree, reach),
    ...collectFoundationUses(tree, reach),
    ...collectHandedOn(tree, reach),
  ];
  return {
    path,
    text,
    format: 'javascript',
    parseError: null,
    modelReferences: heldByArns(
      besideOtherModels(collectModelReferences(tree, calls, regions.clients, reach), modelCalls, path),
      path,
      foundationArns.map((arn) => ({ arn, where: 'the code' })),
    ),
    modelCalls,
    ...(passedCalls.length > 0 && { passedCalls }),
    ...(givenModels.length > 0 && { givenModels }),
    modelGates: collectModelGates(tree, calls.sites, reach),
    ...(idTypes.length > 0 && { idTypes }),
    stopReasonChecks: collectStopReasonChecks(tree, calls.sites, reach),
    samplingPairs: collectSamplingPairs(tree, modelCalls, reach),
    thinkingObjects: collectThinkingObjects(tree, modelCalls),
    textCompletions: collectTextCompletions(tree, calls.sites, modelCalls, reach),
    blockReads: collectBlockReads(tree, calls.sites, reach),
    toolInputChecks: collectToolInputChecks(tree, calls.sites, reach),
    geographyBuilders: collectGeographyBuilders(tree, calls, reach),
    ...(foundationArns.length > 0 && { foundationArns }),
    suppressions: suppressionsOf(text, 'javascript'),
    regions: regions.all,
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
    stopReasonChecks: [],
    blockReads: [],
    toolInputChecks: [],
    samplingPairs: scanSamplingPairs(document.text),
    thinkingObjects: [],
    textCompletions: [],
    geographyBuilders: [],
    suppressions: document.suppressions,
    regions: document.regions,
  };
}
