import type { Reach } from './objects.js';
import { aiSdk } from './surfaces/ai-sdk.js';
import { anthropicSdk, foreignClientOf } from './surfaces/anthropic-sdk.js';
import { awsSdk } from './surfaces/aws-sdk.js';
import type { CallSite, Recognizer } from './surfaces/call-site.js';
import { langChainModel, strandsModel } from './surfaces/constructors.js';
import { definitionOf, propertyOf } from './objects.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { unwrap } from './unwrap.js';

const recognizers: readonly Recognizer[] = [awsSdk, anthropicSdk, aiSdk, langChainModel, strandsModel];

/** Every call of a model on Bedrock in a file, and the expressions that name its model. */
export interface CallSites {
  readonly sites: readonly CallSite[];
  /** Expression that fills a model slot → its call. */
  readonly slots: ReadonlyMap<Node, CallSite>;
  /** Expression that fills a model slot of a client of another platform → the client's name. */
  readonly foreign: ReadonlyMap<Node, string>;
}

export function collectCallSites(tree: SyntaxTree, reach: Reach): CallSites {
  const sites: CallSite[] = [];
  const slots = new Map<Node, CallSite>();
  const foreign = new Map<Node, string>();
  for (const node of [...tree.all('NewExpression'), ...tree.all('CallExpression')]) {
    const site = recognize(tree, node, reach);
    if (site) {
      sites.push(site);
      for (const model of [site.model, ...(site.otherModels ?? [])])
        if (model?.tree === tree) slots.set(unwrap(model.node), site);
      continue;
    }
    const client = foreignClientOf(tree, node, reach);
    const [input] = node.arguments;
    const object = client && input ? definitionOf({ tree, node: input }, reach) : null;
    const model = object ? propertyOf(object, 'model', reach) : null;
    if (client && model?.tree === tree) foreign.set(unwrap(model.value), client);
  }
  return { sites, slots, foreign };
}

function recognize(tree: SyntaxTree, node: Node, reach: Reach): CallSite | null {
  for (const recognizer of recognizers) {
    const site = recognizer(tree, node, reach);
    if (site) return site;
  }
  return null;
}
