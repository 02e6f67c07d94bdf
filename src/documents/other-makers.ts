const makers =
  'amazon|meta|mistral|cohere|ai21|deepseek|stability|openai|qwen|writer|luma|google|nvidia|minimax|moonshotai|moonshot|zai|twelvelabs';
const ofOtherMaker = new RegExp(`^(?:[a-z-]{2,8}\\.)?(?:${makers})\\.[a-z0-9]`);

/** Whether a text is the ID of a model on Bedrock that somebody else than Anthropic made, a geography before it or not. */
export function isOfOtherMaker(text: string): boolean {
  return ofOtherMaker.test(text);
}
