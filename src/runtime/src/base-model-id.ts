/** Nothing that Bedrock accepts is longer; longer texts are not searched. */
const longest = 2048;
const needle = 'anthropic.claude-';
/** What may stand before a base ID: nothing, a geography, or an ARN up to its resource. */
const prefixPattern = /^(?:arn:aws[a-z-]*:bedrock:[^/]*\/)?(?:[a-z-]{2,17}\.)?$/;
const restPattern = /^[\da-z][\d.:a-z-]*$/;

/** The base model ID within an ID, a profile ID or an ARN; `null` where none is named, as in an application inference profile. */
export function baseModelId(modelId: string): string | null {
  const at = modelId.length > longest ? -1 : modelId.lastIndexOf(needle);
  if (at < 0 || !prefixPattern.test(modelId.slice(0, at))) return null;
  return restPattern.test(modelId.slice(at + needle.length)) ? modelId.slice(at) : null;
}
