/** Platforms besides Bedrock that serve Claude or other models under names of their own. */
const platforms =
  /(?:^|[^a-z])(?:copilot|openai|open-?router|azure|foundry|vertex|gemini|google|groq|mistral|cohere|deepseek|ollama|together|fireworks|perplexity|xai|grok)(?:[^a-z]|$)/i;

/** Whether a file, by its name, belongs to another platform and never speaks of Bedrock. */
export function isOfOtherPlatform(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/([a-z])([A-Z])/g, '$1-$2');
  return platforms.test(name) && !/bedrock|anthropic\.claude/i.test(text);
}
