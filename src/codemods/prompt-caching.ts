import type { Migration } from '../planner/migration.js';
import { defineCodemod } from './define-codemod.js';

/**
 * Cache points where a prompt is surely long enough for its model, in the words of its API, before what changes from call to call.
 * Where a choice changes what is cached or for how long, it stays with a person.
 */
export const migration: Migration = {
  name: 'prompt-caching',
  rules: ['valid-cache-points', 'no-dynamic-cache-prefix', 'require-cache-point'],
  repairs: [
    'addCachePoint',
    'useSurfaceDialect',
    'dropLongTtl',
    'moveOutOfToolResult',
    'removeDuplicatePoint',
    'moveBehindPoint',
    'splitAtPoint',
  ],
};

export default defineCodemod(migration);
