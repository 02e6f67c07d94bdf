import type { Exchange } from './service/dual-server.js';
import type { Json } from './service/json.js';
import type { Operation } from './service/route.js';
import type { Usage } from './service/usage.js';

/** A request that reached an operation. */
export interface RecordedRequest {
  readonly operation: Operation;
  /** As the client wrote it. */
  readonly modelId: string;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
  readonly protocol: Exchange['protocol'];
  readonly region: string;
  /** What came back; `null` while nothing has. */
  readonly result: RequestResult | null;
}

export interface RequestResult {
  readonly status: number;
  /** The AWS type and the text of an error. */
  readonly error: { readonly type: string; readonly message: string } | null;
  readonly usage: Usage | null;
}
