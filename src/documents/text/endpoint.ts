import type { ModelReference } from '../facts.js';

/** The endpoint that a file without syntax we follow talks to: Mantle when it names that one and not the other. */
export function endpointIn(text: string): ModelReference['endpoint'] {
  if (!/bedrock-mantle|BedrockMantle|BEDROCK_MANTLE/.test(text)) return 'runtime';
  return /bedrock-runtime|BedrockRuntime|InvokeModel|invoke_model|\bconverse\b|ChatBedrock/.test(text)
    ? 'runtime'
    : 'mantle';
}
