/**
 * Why {@link InferenceProfileError} was thrown. Codes are stable; message texts are not.
 *
 * - `INVALID_MODEL_ID`: the text is no Bedrock model ID, profile ID or ARN.
 * - `INVALID_SCOPE`: a scope is not written like one (`global`, `us`, `eu`, …).
 * - `UNKNOWN_MODEL`: the model is newer than this package's data, and no scope was named.
 * - `SCOPE_REQUIRED`: several geographies are possible and choosing one would be a guess.
 * - `SCOPE_NOT_ALLOWED`: what was asked for, or all that exists, lies outside `allowedScopes`.
 * - `PROFILE_NOT_OFFERED`: Bedrock offers the model no such profile.
 * - `INVALID_REGION`: the region is not written like one (`eu-west-1`, …).
 * - `REGION_OUTSIDE_SCOPE`: no fitting profile can be called from `region`.
 */
export type InferenceProfileErrorCode =
  | 'INVALID_MODEL_ID'
  | 'INVALID_SCOPE'
  | 'INVALID_REGION'
  | 'UNKNOWN_MODEL'
  | 'SCOPE_REQUIRED'
  | 'SCOPE_NOT_ALLOWED'
  | 'PROFILE_NOT_OFFERED'
  | 'REGION_OUTSIDE_SCOPE';

/**
 * No inference profile meets what was asked for.
 *
 * @example
 * ```ts
 * try {
 *   inferenceProfile('anthropic.claude-opus-5', { allowedScopes: ['jp'] });
 * } catch (error) {
 *   if (error instanceof InferenceProfileError) error.code; // 'SCOPE_NOT_ALLOWED'
 * }
 * ```
 */
export class InferenceProfileError extends Error {
  override readonly name = 'InferenceProfileError';
  /** Stable; branch on this, not on the message. */
  declare readonly code: InferenceProfileErrorCode;
  /** The model ID as received. */
  declare readonly modelId: string;

  constructor(code: InferenceProfileErrorCode, modelId: string, message: string) {
    super(message);
    Object.assign(this, { code, modelId });
  }
}
