import type { ModelCall, Sampling, StaticValue } from '../facts.js';
import type { Reach } from './objects.js';
import { samplingOf } from './sampling.js';
import { staticValue } from './static-value.js';
import type { CallSite } from './surfaces/call-site.js';
import type { SyntaxTree } from './syntax-tree.js';

const noSampling: Sampling = { temperature: null, topP: null, topK: null };

/** The same shape for every surface: what each call says, as far as it is known. */
export function collectModelCalls(
  tree: SyntaxTree,
  sites: readonly CallSite[],
  regions: readonly string[],
  reach: Reach,
): ModelCall[] {
  const region = regions.length === 1 ? (regions[0] ?? null) : null;
  return sites.map((site) => ({
    surface: site.surface,
    range: site.node.range,
    model: site.model ? staticValue(site.model, reach) : unknownModel(site),
    region,
    provesClaude: site.provesClaude,
    sampling: site.sampling ? samplingOf(site.sampling, tree, reach) : noSampling,
  }));
}

function unknownModel(site: CallSite): StaticValue {
  return { kind: 'unknown', range: site.node.range };
}
