import type { Packages } from './program-project.js';

/** What the programs import, in the newest versions that run on every Node line. */
export const packages: Packages = {
  '@ai-sdk/amazon-bedrock': '@ai-sdk/amazon-bedrock',
  '@anthropic-ai/bedrock-sdk': '@anthropic-ai/bedrock-sdk',
  '@aws-sdk/client-bedrock-runtime': '@aws-sdk/client-bedrock-runtime',
  '@langchain/aws': '@langchain/aws',
  '@langchain/core': '@langchain/core',
  '@strands-agents/sdk': '@strands-agents/sdk',
  '@types/node': '@types/node',
  ai: 'ai',
  'bedrock-claude-runtime': 'bedrock-claude-runtime',
};

/** Majors of the AI SDK beside the one above. */
export const aiSdkMajors: readonly { readonly major: number; readonly packages: Packages }[] = [
  { major: 4, packages: { ...packages, ai: 'ai4', '@ai-sdk/amazon-bedrock': 'ai-bedrock2' } },
  { major: 5, packages: { ...packages, ai: 'ai5', '@ai-sdk/amazon-bedrock': 'ai-bedrock3' } },
  { major: 7, packages: { ...packages, ai: 'ai7', '@ai-sdk/amazon-bedrock': 'ai-bedrock5' } },
];
