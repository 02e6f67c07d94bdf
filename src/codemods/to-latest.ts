import type { Migration } from '../planner/migration.js';
import { migration as claude3ToCurrent } from './claude-3-to-current.js';
import { defineCodemod } from './define-codemod.js';

/**
 * As `claude-3-to-current`, but to the newest model of each family, and from active models as well: more of a request has to change, and the
 * guarantee lasts longest.
 */
export const migration: Migration = {
  ...claude3ToCurrent,
  name: 'to-latest',
  options: { target: 'latest', superseded: 'move' },
};

export default defineCodemod(migration);
