import type { Migration } from '../planner/migration.js';
import { defineCodemod } from './define-codemod.js';

/** Code that decides by a stop reason learns the reasons that current models end with. */
export const migration: Migration = {
  name: 'stop-reasons',
  rules: ['handle-stop-reasons'],
  repairs: ['nameReasons', 'throwOnOthers', 'assertComplete', 'readReason', 'useUnknown'],
};

export default defineCodemod(migration);
