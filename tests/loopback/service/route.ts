import type { Exchange } from './dual-server.js';

export type Operation =
  'Converse' | 'ConverseStream' | 'InvokeModel' | 'InvokeModelWithResponseStream' | 'Messages' | 'MantleMessages';

export interface Route {
  readonly operation: Operation;
  /** The model in the path; the Messages routes have it in the body. */
  readonly modelId: string | null;
  readonly region: string;
}

const operations: Readonly<Record<string, Operation>> = {
  converse: 'Converse',
  'converse-stream': 'ConverseStream',
  invoke: 'InvokeModel',
  'invoke-with-response-stream': 'InvokeModelWithResponseStream',
};

/** The operation behind a path, `null` where the service has none. The signature says Region and service. */
export function routeOf({ method, url, headers }: Exchange, defaultRegion: string): Route | null {
  if (method !== 'POST') return null;
  const { pathname } = new URL(url, 'http://bedrock');
  const [, region = defaultRegion, service] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? [];
  const [, modelId, action = ''] = /^\/model\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  const operation = operations[action];
  if (modelId !== undefined && operation !== undefined) {
    return { operation, modelId: decodeURIComponent(modelId), region };
  }
  if (pathname === '/mantle/anthropic/v1/messages') return { operation: 'MantleMessages', modelId: null, region };
  if (pathname !== '/anthropic/v1/messages') return null;
  return { operation: service === 'bedrock-mantle' ? 'MantleMessages' : 'Messages', modelId: null, region };
}
