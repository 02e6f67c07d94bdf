import type { Prompt } from '../../prompt.js';
import type { Reach } from '../values/objects.js';
import type { CallSite, RequestShape } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { ttlOf } from './cache-points.js';
import { wholeText } from './compose.js';
import { resolve } from './follow.js';
import { findProperty, isNothing, placeOfProperty } from './properties.js';
import { sectionOf } from './section.js';
import { placeOf, type Reading, spotAt } from './spot.js';
import { createReading } from './text-parts.js';

/** The prompt a call sends, as far as it is written down; `null` where its request can't be seen. */
export function promptOf({ request }: CallSite, _tree: SyntaxTree, reach: Reach): Prompt | null {
  if (!request) return null;
  const reading = createReading(reach);
  const { dialect, owner, hasPlaceholders = false } = request;
  const section = (name: 'tools' | 'system' | 'messages') =>
    sectionOf(request[name], { name, dialect, hasPlaceholders, reading });
  return {
    dialect,
    tools: section('tools'),
    system: section('system'),
    messages: section('messages'),
    isComplete: request.isComplete,
    owner: owner && placeOf(owner),
    thinking: thinkingOf(request, reading),
    ...automaticPointOf(request, reading),
  };
}

function thinkingOf({ thinking }: RequestShape, reading: Reading): Prompt['thinking'] {
  if (!thinking) return null;
  const spot = spotAt(thinking.tree, thinking.node);
  if (isNothing(spot)) return null;
  const type = findProperty(resolve(spot, reading), 'type', reading);
  return { type: type && !type.isConditional ? wholeText(reading.text(type.value)) : null, place: placeOf(spot) };
}

/** `cache_control` beside `messages`. */
function automaticPointOf({ owner, dialect }: RequestShape, reading: Reading): Pick<Prompt, 'automaticPoint'> {
  if (!owner || dialect !== 'messages') return {};
  const found = findProperty(spotAt(owner.tree, owner.node), 'cache_control', reading);
  if (!found || isNothing(found.value)) return {};
  return { automaticPoint: { ttl: ttlOf(resolve(found.value, reading), reading).ttl, place: placeOfProperty(found) } };
}
