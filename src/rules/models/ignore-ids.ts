import type { OptionSchema } from '../rule-meta.js';

/** The option of rules that a team may want to silence for one model. */
export const ignoreIdsSchema = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'Base model IDs that are not reported.',
} satisfies OptionSchema;
