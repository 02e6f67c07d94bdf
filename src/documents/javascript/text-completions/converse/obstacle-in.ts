import type { Kind, Trace, Use } from '../../answer/value.js';
import { staticName } from '../../syntax/unwrap.js';

/** Values that are an answer on its way, not yet what the model wrote. */
const onTheirWay: ReadonlySet<Kind> = new Set<Kind>([
  ...(['command', 'http', 'bytes', 'json', 'answer'] as const),
  ...(['streaming', 'stream', 'chunk', 'chunkBytes', 'event', 'eventBytes', 'eventJson'] as const),
]);
const undecoded: ReadonlySet<Kind> = new Set<Kind>(['bytes', 'json', 'chunkBytes', 'eventBytes', 'eventJson']);

/** What responses of InvokeModel and of Converse both have, and what is rewritten. */
const members: Readonly<Partial<Record<Kind, RegExp>>> = {
  http: /^(?:body|\$metadata)$/,
  streaming: /^(?:body|\$metadata)$/,
  chunk: /^(?:chunk|internalServerException|modelStreamErrorException|throttlingException|validationException)$/,
};

/** Why a response of Converse can't go where that of InvokeModel goes, if it can't. */
export function obstacleIn({ uses }: Trace): string | null {
  for (const use of uses) {
    const { role, value, at } = use;
    if (!onTheirWay.has(value.kind)) continue;
    if (value.within.length > 0) return 'its answer goes through another object';
    if (role === 'logged' && undecoded.has(value.kind)) return 'its body is shown before it is decoded';
    const known = role === 'member' ? members[value.kind] : undefined;
    const name = known ? nameAt(at) : null;
    if (known && (name === null || !known.test(name)))
      return `it reads \`${name ?? 'a property'}\` off the response, which Converse has not`;
  }
  return null;
}

function nameAt(at: Use['at']): string | null {
  if (at.type === 'Property') return staticName(at.key, at.computed);
  return at.type === 'MemberExpression' ? staticName(at.property, at.computed) : null;
}
