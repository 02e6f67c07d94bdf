import type { ModelCall, StaticValue } from '../../facts.js';
import type { RequestFacts } from '../../request.js';
import { compositionNames } from '../composed/composition-names.js';
import type { Reach } from '../values/objects.js';
import { namedModel } from '../values/named-model.js';
import { promptOf } from '../prompt/prompt-of.js';
import { lastTurnOf } from '../request/last-turn.js';
import { requestFactsOf } from '../request/request-facts.js';
import type { CallSite } from '../surfaces/call-site.js';
import { dialectOf } from '../surfaces/dialect-of.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { usageReadOf } from './usage-read.js';

/** The same shape for every surface: what each call says, as far as it is known. */
export function collectModelCalls(
  tree: SyntaxTree,
  sites: readonly CallSite[],
  regions: readonly string[],
  reach: Reach,
): ModelCall[] {
  const region = regions.length === 1 ? (regions[0] ?? null) : null;
  return sites.map((site) => {
    const model = compositionNames(modelOf(site, reach), tree, reach);
    const request = requestFactsOf(site, tree, reach);
    return {
      surface: site.surface,
      range: site.node.range,
      model,
      region,
      provesClaude: site.provesClaude || (model.kind === 'unknown' && request !== null && hasClaudeFields(request)),
      dialect: dialectOf(site),
      prompt: promptOf(site, tree, reach),
      request,
      lastTurn: lastTurnOf(site, tree, reach),
      usage: usageReadOf(site, tree, reach),
      library: site.library ?? null,
      ...(site.isCounting && { isCounting: true }),
    };
  });
}

/** Fields that Converse and the libraries around it pass on to the model unseen, and that no other model knows. */
const claudeFields =
  /^additional(?:Model)?RequestFields\.(?:thinking|reasoning_config|anthropic_beta|anthropic_version)$/;

function hasClaudeFields({ settings: { thinking = [], betas = [], apiVersion = [] } }: RequestFacts) {
  return [...thinking, ...betas, ...apiVersion].some(({ path }) => claudeFields.test(path.slice(-2).join('.')));
}

function modelOf(site: CallSite, reach: Reach): StaticValue {
  const { modelPrefix: prefix = '' } = site;
  if (site.modelText) return { kind: 'text', ...site.modelText };
  if (!site.model) return { kind: 'unknown', range: site.node.range };
  const value = namedModel(site.model, reach);
  return value.kind === 'text' && value.text.startsWith(prefix)
    ? { ...value, text: value.text.slice(prefix.length) }
    : value;
}
