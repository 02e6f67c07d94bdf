import type { Scope } from './schema.js';

/** Resource kinds of Bedrock ARNs that `modelId` accepts. */
export type ArnResource =
  | 'foundation-model'
  | 'inference-profile'
  | 'application-inference-profile'
  | 'provisioned-model'
  | 'prompt-router'
  | 'default-prompt-router'
  | 'custom-model-deployment'
  | 'imported-model'
  | 'custom-model'
  | 'prompt';

export interface BedrockArn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly resource: ArnResource;
}

/** A model name in every spelling Bedrock and its gateways know. `printModelName` gives back what was parsed. */
export interface ModelName {
  /** `bedrock/`, `amazon-bedrock/`, `bedrock:` …, or empty. */
  readonly gateway: string;
  readonly arn: BedrockArn | null;
  /** Geography prefix as written, without its dot; `null` = bare. May be one Bedrock does not know. */
  readonly scope: Scope | (string & {}) | null;
  /** Base ID such as `anthropic.claude-3-haiku-20240307-v1:0`; empty when an ARN's resource is opaque. */
  readonly base: string;
  /** Context suffix with its colon (`:200k`), or empty. */
  readonly context: string;
  /** Last part of an ARN whose resource names no model. */
  readonly opaque: string;
  /** Colons are written `%3A`. */
  readonly encoded: boolean;
  /** A trailing `*` as IAM allows it. */
  readonly wildcard: boolean;
}
