import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import { areBeside } from './are-beside.js';

/**
 * Whether a property of a request whose model nobody names is sent to Claude alone. A request that may hold what only Claude takes may go to other
 * models as well; a body with `anthropic_version` does not.
 */
export function isOnlyForClaude({ property }: RequestField, call: ModelCall, document: Document): boolean {
  if (call.surface === 'AnthropicBedrock' || call.surface === 'AnthropicBedrockMantle' || call.surface === 'AiSdk')
    return call.provesClaude;
  const versions = call.request?.settings.apiVersion ?? [];
  return versions.some((version) => version.isCertain || areBeside(version.property, property, document));
}
