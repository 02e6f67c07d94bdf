import type { FactSettings } from '../../facts.js';
import type { Reach } from '../values/objects.js';
import { aiSdk } from '../surfaces/ai-sdk.js';
import { anthropicSdk, foreignClientOf } from '../surfaces/anthropic-sdk.js';
import { awsSdk } from '../surfaces/aws-sdk.js';
import { awsSdk2 } from '../surfaces/aws-sdk-2.js';
import type { CallSite, Recognizer } from '../surfaces/call-site.js';
import { httpCalls } from '../surfaces/http.js';
import { langChain } from '../surfaces/langchain.js';
import { strands } from '../surfaces/strands.js';
import { wrapperCalls } from '../surfaces/wrapper-calls.js';
import { definitionOf, propertyOf } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

const recognizers: readonly Recognizer[] = [awsSdk, awsSdk2, anthropicSdk, aiSdk, langChain, strands];

/** Every call of a model on Bedrock in a file, and the expressions that name its model. */
export interface CallSites {
  readonly sites: readonly CallSite[];
  /** Expression that fills a model slot → its call. */
  readonly slots: ReadonlyMap<Node, CallSite>;
  /** Expression that fills a model slot of a client of another platform → the client's name. */
  readonly foreign: ReadonlyMap<Node, string>;
}

export function collectCallSites(tree: SyntaxTree, reach: Reach, settings?: FactSettings): CallSites {
  const wrappers = settings ? wrapperCalls(settings) : null;
  const known = wrappers ? [...recognizers, wrappers] : recognizers;
  const found: CallSite[] = [];
  const foreign = new Map<Node, string>();
  for (const node of [...tree.all('NewExpression'), ...tree.all('CallExpression')]) {
    const site = recognize(known, tree, node, reach);
    if (site) {
      found.push(site);
      continue;
    }
    const client = foreignClientOf(tree, node, reach);
    const [input] = node.arguments;
    const object = client && input ? definitionOf({ tree, node: input }, reach) : null;
    const model = object ? propertyOf(object, 'model', reach) : null;
    if (client && model?.tree === tree) foreign.set(unwrap(model.value), client);
  }
  const taken = new Set(found.map(({ node }) => node));
  found.push(...httpCalls(tree, reach).filter(({ node }) => !taken.has(node)));
  const used = new Set(found.flatMap(({ uses = [] }) => uses));
  const sites = found.filter(({ node }) => !used.has(node));
  return { sites, slots: slotsOf(tree, sites), foreign };
}

function slotsOf(tree: SyntaxTree, sites: readonly CallSite[]): ReadonlyMap<Node, CallSite> {
  const slots = new Map<Node, CallSite>();
  for (const site of sites) {
    for (const model of [site.model, ...(site.otherModels ?? [])]) {
      if (model?.tree !== tree) continue;
      const slot = unwrap(model.node);
      const known = slots.get(slot);
      // Several calls of one model: what goes with the model is only what all of them share.
      const isShared = known && known.sampling?.owner.node !== site.sampling?.owner.node;
      if (!known) slots.set(slot, site);
      else if (isShared) slots.set(slot, { ...known, sampling: null });
    }
  }
  return slots;
}

function recognize(known: readonly Recognizer[], tree: SyntaxTree, node: Node, reach: Reach): CallSite | null {
  for (const recognizer of known) {
    const site = recognizer(tree, node, reach);
    if (site) return site;
  }
  return null;
}
