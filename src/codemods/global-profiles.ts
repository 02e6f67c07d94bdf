import type { Migration } from '../planner/migration.js';
import { defineCodemod } from './define-codemod.js';

/** Active models leave the profile of one geography for the global one, and bare IDs take it: for data that may be processed in any region. */
export const migration: Migration = {
  name: 'global-profiles',
  rules: ['require-inference-profile', 'prefer-global-profile'],
  repairs: ['useProfile', 'useGlobalProfile'],
  options: { profile: 'global' },
};

export default defineCodemod(migration);
