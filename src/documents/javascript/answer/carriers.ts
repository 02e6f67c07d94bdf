import type { Kind } from './value.js';

/** Values that hold a whole answer, or a whole event of one: code that is handed such a value may read anything in it. */
export const carriers: ReadonlySet<Kind> = new Set<Kind>([
  'command',
  'model',
  'messageStream',
  'answer',
  'http',
  'bytes',
  'json',
  'streaming',
  'stream',
  'event',
  'chunk',
  'chunkBytes',
  'eventBytes',
  'eventJson',
  'metadata',
]);
