import type { Json } from './json.js';
import type { Ttl } from './model-facts.js';

/** One block of what the cache sees, in its order: tools, system, messages. */
export interface PromptBlock {
  readonly section: 'tools' | 'system' | 'messages';
  readonly role: string;
  /** The block without its cache marks, as JSON. */
  readonly canonical: string;
  /** What is counted; `null` for media, which count a fixed number. */
  readonly text: string | null;
}

/** A cache point: it covers everything up to and including block `after`. */
export interface CachePoint {
  readonly after: number;
  readonly ttl: Ttl;
}

/** A request in one shape, whichever route it came by. */
export interface ModelRequest {
  readonly blocks: readonly PromptBlock[];
  readonly points: readonly CachePoint[];
  readonly roles: readonly string[];
  readonly maxTokens: number | undefined;
  readonly temperature: number | undefined;
  readonly topP: number | undefined;
  readonly topK: number | undefined;
  readonly thinking: Json | undefined;
  readonly effort: unknown;
  readonly asksForFormat: boolean;
  readonly toolChoice: string | undefined;
  readonly tools: readonly ToolRequest[];
  readonly betas: readonly string[];
  readonly apiVersion: string;
}

export interface ToolRequest {
  /** The version of a tool that Anthropic defines. */
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly isStrict: boolean;
}
