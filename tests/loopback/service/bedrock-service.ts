import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedRequest, RequestResult } from '../recorded-request.js';
import type { Answer, Reply } from '../replies.js';
import { checkCachePoints } from './check-cache-points.js';
import { checkRequest } from './check-request.js';
import { countTokens } from './count-tokens.js';
import type { Exchange } from './dual-server.js';
import { isRecord, textOf } from './json.js';
import type { Json } from './json.js';
import type { ModelFacts } from './model-facts.js';
import { parseConverse } from './parse-converse.js';
import { parseMessages } from './parse-messages.js';
import { PromptCache } from './prompt-cache.js';
import { prefixesOf } from './prompt-prefixes.js';
import { resolveMantleModel, resolveModel } from './resolve-model.js';
import { routeOf } from './route.js';
import type { Route } from './route.js';
import { sendAnswer, sendError } from './send-reply.js';
import type { Addressee } from './send-reply.js';
import { invalid, ServiceError } from './service-error.js';

export interface ServiceOptions {
  readonly asOf: string;
  readonly region: string;
  readonly accountModels: Readonly<Record<string, string>>;
  readonly reply: (request: RecordedRequest) => Reply;
}

/** Judges requests, keeps the cache, and answers by the script. */
export class BedrockService {
  readonly requests: RecordedRequest[] = [];
  readonly script: Reply[] = [];
  /** Milliseconds since the start, on a clock that only tests move. */
  now = 0;
  readonly #options: ServiceOptions;
  readonly #cache = new PromptCache();
  #exchanges = 0;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  async serve(exchange: Exchange): Promise<void> {
    const requestId = `request-${++this.#exchanges}`;
    const route = routeOf(exchange, this.#options.region);
    if (route === null) {
      const to = { exchange, operation: null, requestId, model: '', wantsStream: false };
      sendError(to, new ServiceError(404, 'UnknownOperationException', 'No operation has this path.'));
      return;
    }
    const body = parseJson(exchange.body);
    const { operation, region } = route;
    const modelId = route.modelId ?? textOf(body?.['model']) ?? '';
    const wantsStream = operation.endsWith('Stream') || (isMessages(route) && body?.['stream'] === true);
    const to: Addressee = { exchange, operation, requestId, model: modelId, wantsStream };
    const { headers, protocol } = exchange;
    const at =
      this.requests.push({ operation, modelId, body: body ?? {}, headers, protocol, region, result: null }) - 1;
    try {
      await this.#reply(to, route, body, at);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#finish(at, {
        status: error.status,
        error: { type: error.type, message: error.message },
        usage: null,
      });
      sendError(to, error);
    }
  }

  async #reply(to: Addressee, route: Route, body: Json | null, at: number) {
    if (body === null) throw invalid('Malformed input request, please reformat your input and try again.');
    const resolve = route.operation === 'MantleMessages' ? resolveMantleModel : resolveModel;
    const model = resolve(to.model, { ...this.#options, region: route.region });
    const request = parse(route, body, model, to.exchange);
    checkCachePoints(request.points, model);
    const prefixes = prefixesOf(request, model);
    checkRequest(request, model, prefixes.at(-1)?.tokens ?? 0);
    const reply = this.script.shift() ?? this.#replyTo(at);
    if (reply.kind !== 'answer') {
      await sendFault(reply, to.exchange);
      return;
    }
    const usage = {
      ...this.#cache.serve(prefixes, request.points, model, this.now),
      outputTokens: tokensOf(reply, model),
    };
    this.#finish(at, { status: 200, error: null, usage });
    await sendAnswer(to, reply, usage);
  }

  #replyTo(at: number) {
    const request = this.requests[at];
    if (request === undefined) throw new Error('Every request is recorded before it is answered.');
    return this.#options.reply(request);
  }

  #finish(at: number, result: RequestResult) {
    const request = this.requests[at];
    if (request !== undefined) this.requests[at] = { ...request, result };
  }
}

function parse(route: Route, body: Json, model: ModelFacts, { headers }: Exchange) {
  if (route.operation.startsWith('Converse')) return parseConverse(body);
  if (!isMessages(route)) return parseMessages(body, model, null);
  const betas = headers['anthropic-beta']?.split(',').map((beta) => beta.trim()) ?? [];
  return parseMessages(body, model, { version: headers['anthropic-version'], betas });
}

function isMessages({ operation }: Route) {
  return operation === 'Messages' || operation === 'MantleMessages';
}

async function sendFault(reply: Exclude<Reply, Answer>, exchange: Exchange) {
  if (reply.delayMs !== undefined) await sleep(reply.delayMs);
  if (reply.kind === 'error') throw new ServiceError(reply.status, reply.type, reply.message);
  if (reply.kind === 'reset') exchange.drop();
}

function tokensOf({ content }: Answer, { tokensPerToken }: ModelFacts) {
  return countTokens(
    content.map((block) => (block.type === 'text' ? block.text : JSON.stringify(block))).join(''),
    tokensPerToken,
  );
}

function parseJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
