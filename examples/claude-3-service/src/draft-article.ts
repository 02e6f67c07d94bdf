import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';

export async function draftArticle(summary: string): Promise<string> {
  const { text } = await generateText({
    model: bedrock('anthropic.claude-3-opus-20240229-v1:0'),
    system: 'You write help-centre articles.',
    prompt: summary,
  });
  return text;
}
