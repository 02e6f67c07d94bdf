import { AnthropicBedrock, AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type {
  BedrockRuntimeClientConfig,
  ConverseCommandInput,
  ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

export const region = 'us-east-1';
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

/** The AWS SDK's client as it comes, over HTTP/2; it does not retry, so that a test sees every answer. */
export function awsClient(url: string, options: BedrockRuntimeClientConfig = {}): BedrockRuntimeClient {
  return new BedrockRuntimeClient({ region, endpoint: url, credentials, maxAttempts: 1, ...options });
}

export function awsClientOverHttp1(url: string): BedrockRuntimeClient {
  return awsClient(url, { requestHandler: new NodeHttpHandler() });
}

export function anthropicClient(url: string): AnthropicBedrock {
  return new AnthropicBedrock({
    awsRegion: region,
    awsAccessKey: credentials.accessKeyId,
    awsSecretKey: credentials.secretAccessKey,
    baseURL: url,
    maxRetries: 0,
  });
}

export function mantleClient(url: string): AnthropicBedrockMantle {
  return new AnthropicBedrockMantle({
    awsRegion: region,
    awsAccessKey: credentials.accessKeyId,
    awsSecretAccessKey: credentials.secretAccessKey,
    baseURL: `${url}/mantle/anthropic`,
    maxRetries: 0,
  });
}

/** One question through Converse; `input` says what is special about it. */
export function converse(
  client: BedrockRuntimeClient,
  { modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', ...input }: Partial<ConverseCommandInput>,
): Promise<ConverseCommandOutput> {
  return client.send(
    new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'Hi' }] }], ...input }),
  );
}
