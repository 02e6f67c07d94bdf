import { createCatalog } from './create-catalog.js';
import { models } from './models.generated.js';

export type * from './catalog.js';
export type * from './schema.js';
export * from './model-id.js';
export { createCatalog } from './create-catalog.js';
export { addDays, addMonths, daysBetween, parseDay } from './day.js';
export { compareGenerations } from './generation.js';

/** Every Claude model on Bedrock as of the day the data was checked. */
export const catalog = createCatalog(models);
