import type { Migration } from '../planner/migration.js';
import { defineCodemod } from './define-codemod.js';

/** Text completions become Messages requests, or calls of Converse, to the successors of the models that took them; request, answer and ID move together. */
export const migration: Migration = {
  name: 'text-completions',
  rules: ['no-text-completions', 'no-conflicting-sampling', 'no-removed-sampling', 'valid-max-tokens'],
  repairs: ['useMessages', 'useMessagesAlone', 'useConverse', 'useConverseAlone'],
};

export default defineCodemod(migration);
