import { printModelId, printModelName } from '../../catalog/model-id.js';
import type { ModelName } from '../../catalog/model-id.js';

/** How messages name a reference: by its ID, or by the whole ARN where that holds none. */
export function describeId(name: ModelName): string {
  return name.base === '' ? printModelName({ ...name, gateway: '' }) : printModelId(name);
}
