import type { Migration } from '../planner/migration.js';
import { migration as claude3ToCurrent } from './claude-3-to-current.js';
import { migration as promptCaching } from './prompt-caching.js';
import { migration as stopReasons } from './stop-reasons.js';

/** Every named migration. Where nobody names one, all of them make up one migration. */
export const migrations: readonly Migration[] = [claude3ToCurrent, stopReasons, promptCaching];
