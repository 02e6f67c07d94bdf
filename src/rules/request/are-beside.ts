import type { Document } from '../../documents/document.js';
import type { Place } from '../../documents/prompt.js';
import { nextToken } from '../../edits/next-token.js';

/** Whether two properties, or two statements, stand in the same literal or block of a document: no bracket between them is left open or closed. */
export function areBeside(one: Place, other: Place, { path, text }: Document): boolean {
  const [first, second] = one.range[0] < other.range[0] ? [one, other] : [other, one];
  if (first.path !== path || second.path !== path) return false;
  let depth = 0;
  let previous = ',';
  for (let token = nextToken(text, first.range[1], previous); token; token = nextToken(text, token.end, previous)) {
    if (token.start >= second.range[0]) return depth === 0;
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth < 0) return false;
    previous = text.slice(token.start, token.end);
  }
  return false;
}
