import type { Level, ModelReference, Position } from '../../facts.js';
import type { CallSites } from '../calls/call-sites.js';
import { type Flow, flowOf } from './flow.js';
import { positionOf } from './position.js';
import type { Reach } from '../values/reach.js';
import { samplingOf } from '../sampling/sampling.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** What the collectors of references share. */
export interface ReferenceContext {
  readonly tree: SyntaxTree;
  readonly calls: CallSites;
  readonly reach: Reach;
  readonly isTest: boolean;
  /** The one region literal of the file's clients. */
  readonly region: string | null;
}

export interface Usage {
  readonly position: Position;
  readonly flow: Flow | null;
}

/** What a place does with the whole of a text or a constant. */
export function usageOf(context: ReferenceContext, node: Node): Usage {
  const flow = flowOf(context.tree, node, context.calls);
  if (flow && !context.isTest) {
    if (flow.foreignClient) return { position: 'constant', flow };
    return { position: flow.isDefault ? 'default' : 'request', flow };
  }
  const position = positionOf(context.tree, node);
  return { position: context.isTest && !isLookup(position) ? 'assertion' : position, flow };
}

/** The facts that follow from where a value flows. */
export function factsOfFlow(
  context: ReferenceContext,
  flow: Flow | null,
): Pick<ModelReference, 'endpoint' | 'surface' | 'region' | 'foreignClient' | 'sampling'> {
  const site = flow?.site ?? null;
  return {
    endpoint: site?.surface === 'AnthropicBedrockMantle' ? 'mantle' : 'runtime',
    surface: site?.surface ?? null,
    region: site ? context.region : null,
    ...(flow?.foreignClient ? { foreignClient: flow.foreignClient } : {}),
    ...(site?.sampling ? { sampling: samplingOf(site.sampling, context.tree, context.reach, site) } : {}),
  };
}

export function isLookup(position: Position): boolean {
  return position === 'key' || position === 'type' || position === 'comparison';
}

export function levelOf(position: Position): Level {
  if (position === 'prose' || position === 'assertion') return 'note';
  return position === 'request' || position === 'constant' || position === 'default' ? 'error' : 'warning';
}
