import type { RouterInput } from './describe-prompt.js';
import { requestFor } from './request-for.js';
import type { OpenRequest } from './request-for.js';
import type { Classifier, RouteOptions, RouterOptions, Selection, TierTarget } from './router-options.js';
import { selectModel, tiers, tierTarget, toTarget } from './select-model.js';

/** A selection, and the request that goes with it. */
export interface Routed<Request> extends Selection {
  /** The tier's model, as it was configured. */
  readonly target: TierTarget;
  /** What to send. */
  readonly request: Request & { modelId: string };
}

/** Selects models; see {@link createRouter}. */
export interface Router {
  /** Every model that it may go to, for `withPromptCaching`. */
  readonly modelIds: readonly string[];
  /** The model for a prompt. */
  select(input: RouterInput, options?: RouteOptions): Selection;
  /** The model for a request to Converse, and the request for that model. A `modelId` in the request overrides. */
  route<Request extends OpenRequest>(request: Request, options?: RouteOptions): Routed<Request>;
}

/** A {@link Router} with a classifier. */
export interface ClassifyingRouter {
  readonly modelIds: readonly string[];
  select(input: RouterInput, options?: RouteOptions): Promise<Selection>;
  route<Request extends OpenRequest>(request: Request, options?: RouteOptions): Promise<Routed<Request>>;
}

/**
 * A router between a simple and a complex model, by the measure of {@link selectModel}.
 *
 * `route` also makes the request that is to be sent: with the tier's thinking and length, where the request does not name its own,
 * and, where `previous` was another model, without that model's reasoning. It changes nothing that it is given.
 *
 * @example
 * ```ts
 * const router = createRouter({
 *   simple: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
 *   complex: { modelId: 'eu.anthropic.claude-sonnet-4-6', thinking: withThinking('eu.anthropic.claude-sonnet-4-6', { effort: 'medium' }) },
 * });
 * const first = router.route({ messages: [{ role: 'user', content: [{ text: 'Analyze our churn.' }] }] });
 * first.modelId; // 'eu.anthropic.claude-sonnet-4-6'
 * const second = router.route({ messages: [{ role: 'user', content: [{ text: 'Thanks!' }] }] }, { previous: first });
 * second.reason; // 'previous'
 * ```
 */
export function createRouter(options: RouterOptions & { readonly classify: Classifier }): ClassifyingRouter;
export function createRouter(options?: RouterOptions & { readonly classify?: undefined }): Router;
export function createRouter(options?: RouterOptions): Router | ClassifyingRouter;
export function createRouter(options: RouterOptions = {}): unknown {
  const select = (input: RouterInput, call?: RouteOptions) => selectModel(input, { ...options, ...call });
  return {
    modelIds: tiers
      .map((tier) => tierTarget(options, tier))
      .flatMap((target) => [target, ...(target.fallback ?? [])])
      .map((target) => toTarget(target).modelId),
    select,
    route(request: OpenRequest, call: RouteOptions = {}) {
      const { modelId } = request;
      // A model in the request settles the matter, as a conversation does that is already there.
      const selected = select(request, modelId ? { ...call, previous: { modelId } } : call);
      const toRouted = (selection: Selection): Routed<OpenRequest> => {
        const target = tierTarget(options, selection.tier, selection.modelId);
        return {
          ...selection,
          ...(modelId && !call.tier && { reason: 'override' }),
          target,
          request: requestFor(request, target, call.previous?.modelId),
        };
      };
      // A classifier may take its time.
      return 'then' in selected ? selected.then(toRouted) : toRouted(selected);
    },
  };
}
