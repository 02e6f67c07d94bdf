export { inferenceProfile } from './inference-profile.js';
export type { InferenceProfileOptions } from './inference-profile.js';
export { InferenceProfileError } from './inference-profile-error.js';
export type { InferenceProfileErrorCode } from './inference-profile-error.js';
