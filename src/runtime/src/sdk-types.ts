// Where the SDK is not installed, these are `any` instead of an error in this package's declarations.
/* eslint-disable-next-line @typescript-eslint/ban-ts-comment -- no error is expected here, but in programs without the SDK */
/** @ts-ignore */
export type {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseCommandInput,
  ConverseCommandOutput,
  ConverseStreamCommand,
  ConverseStreamCommandInput,
  ConverseStreamCommandOutput,
  ConverseStreamOutput,
  TokenUsage,
} from '@aws-sdk/client-bedrock-runtime';
