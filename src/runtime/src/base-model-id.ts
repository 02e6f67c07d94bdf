/** A base ID, alone, after a geography, or at the end of an ARN. */
export const idPattern =
  /^(?:arn:aws[a-z-]*:bedrock:[^/]*\/)?(?:([a-z-]{2,17})\.)?(anthropic\.claude-[\da-z][\d.:a-z-]*)$/;

/** The base model ID within an ID, a profile ID or an ARN; `null` where none is named, as in an application inference profile. */
export function baseModelId(modelId: string): string | null {
  return idPattern.exec(modelId)?.[2] ?? null;
}
