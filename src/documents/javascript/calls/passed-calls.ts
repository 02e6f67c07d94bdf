import type { ModelCall } from '../../facts.js';
import { importedName } from '../modules/bindings.js';
import { collectCallSites } from './call-sites.js';
import { parameterAt } from '../values/given-by-callers.js';
import { definitionOf, propertyOf } from '../values/objects.js';
import { deeper, type Located, type Reach } from '../values/reach.js';
import { lastTurnOf } from '../request/last-turn.js';
import { requestFactsOf } from '../request/request-facts.js';
import { staticValue } from '../values/static-value.js';
import type { CallSite } from '../surfaces/call-site.js';
import { dialectOf } from '../surfaces/dialect-of.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isWordIn } from './word-in-argument.js';

/** Functions of other files that are looked into for one file. */
const mostFunctions = 100;

/**
 * Calls of a model that functions of other files make with the ID that this file passes to them: `ask('anthropic.claude-…')`. What such a request
 * asks for stands in the other file. One that only Claude takes is left out: its own file judges it.
 */
export function collectPassedCalls(
  tree: SyntaxTree,
  own: ReadonlySet<Node>,
  regions: readonly string[],
  reach: Reach,
): readonly ModelCall[] {
  if (!reach.files || !/claude/i.test(tree.text)) return [];
  const region = regions.length === 1 ? (regions[0] ?? null) : null;
  const found: ModelCall[] = [];
  let left = mostFunctions;
  for (const call of tree.all('CallExpression')) {
    if (own.has(call) || !call.arguments.some((argument) => isWordIn(/claude/i, tree, argument))) continue;
    const imported = importedName(tree, call.callee);
    if (!imported || !reach.modules.isOwn(tree.path, imported.module)) continue;
    if (left-- <= 0) break;
    found.push(...callsThrough({ tree, node: call }, region, reach));
  }
  return found;
}

function callsThrough({ tree, node: call }: Located, region: string | null, reach: Reach): readonly ModelCall[] {
  const target = call.type === 'CallExpression' ? definitionOf({ tree, node: call.callee }, reach) : null;
  if (!target || target.tree === tree || !target.node.type.includes('Function')) return [];
  return sitesOf(target.tree, reach).flatMap((site) => {
    const model = site.provesClaude || site.isRouted ? null : passedModel(site, target, { tree, node: call }, reach);
    const value = model && staticValue(model, reach);
    if (value?.kind !== 'text' || !/claude/i.test(value.text)) return [];
    return {
      surface: site.surface,
      range: call.range,
      model: value,
      region,
      provesClaude: false,
      dialect: dialectOf(site),
      prompt: null,
      request: requestFactsOf(site, tree, reach),
      lastTurn: lastTurnOf(site, tree, reach),
      usage: { cacheFields: 'handedOn' },
      library: site.library ?? null,
    };
  });
}

const known = new WeakMap<SyntaxTree, readonly CallSite[]>();

function sitesOf(tree: SyntaxTree, reach: Reach): readonly CallSite[] {
  const memo = known.get(tree);
  if (memo) return memo;
  const { sites } = collectCallSites(tree, reach);
  known.set(tree, sites);
  return sites;
}

/** What a caller gives for the parameter that a call inside a function takes its model from. */
function passedModel(
  site: CallSite,
  { tree, node: owner }: Located,
  { tree: from, node: call }: Located,
  reach: Reach,
) {
  if (site.model?.tree !== tree || call.type !== 'CallExpression') return null;
  const parameter = parameterAt(tree, site.model.node);
  const next = deeper(reach);
  if (parameter?.owner !== owner || !next) return null;
  const leading = call.arguments.slice(0, parameter.index + 1);
  const argument = leading[parameter.index];
  if (!argument || leading.some(({ type }) => type === 'SpreadElement')) return null;
  if (parameter.name === null) return { tree: from, node: argument };
  const object = definitionOf({ tree: from, node: argument }, next);
  const property = object && propertyOf(object, parameter.name, next);
  return property ? { tree: property.tree, node: property.value } : null;
}
