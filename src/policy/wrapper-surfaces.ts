/** The model-call surfaces a wrapper may stand for. */
export const WRAPPER_SURFACES = [
  'Converse',
  'ConverseStream',
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'AnthropicBedrock',
  'AnthropicBedrockMantle',
  'AiSdk',
  'LangChain',
  'Strands',
  'Http',
  'AppSync',
] as const;
