import { missingFeature } from '../../catalog/sdk-lines.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { PromptBlock } from '../../documents/prompt.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import { capLevel } from '../models/cap-level.js';
import type { Finding } from '../finding.js';
import { namesClaude } from '../request/named-models.js';
import { libraryVersion } from './library-version.js';

/** A call of Claude with a cache point that its library knows nothing of. */
export function cachePointFinding(
  call: ModelCall,
  { path }: Document,
  policy: Policy,
): Finding<'noCachePoints', never> | null {
  const library = libraryVersion(call);
  const missing = library?.isExact ? missingFeature(library.name, library.version, 'cachePoints') : undefined;
  const point = library && missing && namesClaude(call.model, policy) ? firstPoint(call) : null;
  if (!library || !missing || !point) return null;
  const isHere = point.place.path === path;
  return {
    messageId: 'noCachePoints',
    data: { library: library.name, version: library.version, from: missing.since },
    range: isHere ? point.place.range : call.range,
    level: capLevel(isTestPath(path) ? 'note' : 'error', 'warning'),
    related: library.related,
    repairs: [],
    unrepaired: 'the version of a library is for a person to raise',
  };
}

function firstPoint({ prompt }: ModelCall): PromptBlock | null {
  const blocks = [prompt?.tools, prompt?.system, prompt?.messages].flatMap((section) => section?.blocks ?? []);
  return blocks.find((block) => block.kind === 'point' && block.written === 'cachePoint') ?? null;
}
