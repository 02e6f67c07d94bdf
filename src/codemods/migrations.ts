import type { Migration } from '../planner/migration.js';
import { migration as claude3ToCurrent } from './claude-3-to-current.js';
import { migration as globalProfiles } from './global-profiles.js';
import { migration as promptCaching } from './prompt-caching.js';
import { migration as stopReasons } from './stop-reasons.js';
import { migration as textCompletions } from './text-completions.js';
import { migration as toLatest } from './to-latest.js';

/** Where nobody names a migration, these make up one. */
export const defaultMigrations: readonly Migration[] = [claude3ToCurrent, stopReasons, promptCaching];

/** The migration that a profile named on the command line asks for as well. */
export const profileMigrations: Readonly<Record<string, Migration>> = { global: globalProfiles };

/** Every named migration. */
export const migrations: readonly Migration[] = [...defaultMigrations, toLatest, textCompletions, globalProfiles];
