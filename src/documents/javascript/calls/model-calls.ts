import type { ModelCall, StaticValue } from '../../facts.js';
import type { RequestFacts } from '../../request.js';
import { alternativesOf } from '../../static-value.js';
import { compositionNames } from '../composed/composition-names.js';
import type { Located, Reach } from '../values/objects.js';
import { inletsOf, isOverridable } from '../values/inlets.js';
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
      ...inletsOfSite(site, reach),
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

/** `{ modelId: …, ...options }` */
function orAnother(value: StaticValue): StaticValue {
  if (value.kind === 'unknown') return value;
  return {
    kind: 'oneOf',
    values: [...alternativesOf(value), { kind: 'unknown', range: value.range }],
    range: value.range,
  };
}

/** Where other code may have the call reach another model. */
function inletsOfSite({ model, otherModels = [] }: CallSite, reach: Reach): Pick<ModelCall, 'inlets'> {
  const inlets = [...(model ? [model] : []), ...otherModels].flatMap((place) => inletsOf(place, reach));
  return inlets.length > 0 ? { inlets } : {};
}

function modelOf(site: CallSite, reach: Reach): StaticValue {
  if (site.modelText) return { kind: 'text', ...site.modelText };
  const { range } = site.node;
  const [first, ...others] = [...(site.model ? [site.model] : []), ...(site.otherModels ?? [])].map((place) =>
    modelAt(place, site, reach),
  );
  if (!first) return { kind: 'unknown', range };
  const values = distinct([first, ...others, ...(site.otherProviders ?? [])].flatMap(alternativesOf));
  return values.length > 1 ? { kind: 'oneOf', values, range: first.range } : first;
}

function modelAt(place: Located, { modelPrefix: prefix = '' }: CallSite, reach: Reach): StaticValue {
  const named = namedModel(place, reach);
  const value = isOverridable(place, reach) ? orAnother(named) : named;
  return value.kind === 'text' && value.text.startsWith(prefix)
    ? { ...value, text: value.text.slice(prefix.length) }
    : value;
}

/** Branches and later statements may name one text twice. */
function distinct(values: readonly StaticValue[]): readonly StaticValue[] {
  const known = new Map(values.map((value) => [`${value.kind} ${String(value.range[0])} ${pathOf(value)}`, value]));
  return [...known.values()];
}

function pathOf(value: StaticValue): string {
  return value.kind === 'text' || value.kind === 'template' ? (value.path ?? '') : '';
}
