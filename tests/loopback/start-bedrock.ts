import type { RecordedRequest } from './recorded-request.js';
import { answer } from './replies.js';
import type { Reply } from './replies.js';
import { BedrockService } from './service/bedrock-service.js';
import { listen } from './service/dual-server.js';

export type { RecordedRequest } from './recorded-request.js';

export interface BedrockOptions {
  /** The day the service runs on: models past their end of life on it are gone. */
  readonly asOf?: string;
  /** The Region of requests whose signature names none. */
  readonly region?: string;
  /** ARNs of the account (application profiles, provisioned models) and the profile or model each stands for. */
  readonly accountModels?: Readonly<Record<string, string>>;
  /** Answers a request that no script entry answers. */
  readonly reply?: (request: RecordedRequest) => Reply;
}

export interface Bedrock {
  /** The endpoint of `bedrock-runtime`. The Messages route is below `/anthropic`, Mantle's below `/mantle/anthropic`. */
  readonly url: string;
  /** Every request that reached an operation, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Adds replies, one for each valid request to come. */
  script(replies: readonly Reply[]): void;
  /** Moves the clock of the cache; it stands still otherwise. */
  advance(time: { readonly minutes: number }): void;
  /** Ends open exchanges too. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a Bedrock of its own, with an empty cache, on a free port of 127.0.0.1. */
export async function startBedrock(options: BedrockOptions = {}): Promise<Bedrock> {
  const service = new BedrockService({
    asOf: '2026-11-22',
    region: 'us-east-1',
    accountModels: {},
    reply: () => answer('Hello from Bedrock.'),
    ...options,
  });
  const { url, close } = await listen((exchange) => service.serve(exchange));
  return {
    url,
    requests: service.requests,
    script: (replies) => {
      service.script.push(...replies);
    },
    advance: ({ minutes }) => {
      service.now += minutes * 60_000;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
