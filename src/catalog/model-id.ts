export type { ArnResource, BedrockArn, ModelName } from './model-name.js';
export { parseModelName, printModelId, printModelName, withModel } from './model-name.js';
export { isModelIdShape } from './model-id-shape.js';
export type { ScannedName } from './scan-model-names.js';
export { scanModelNames } from './scan-model-names.js';
