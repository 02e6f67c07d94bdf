import { namesClaude, namesEndedFamily } from '../../catalog/family-words.js';

/** Whether a label is the name of a model (`claude3Haiku`, `sonnet`) rather than of a role (`fast`, `MODEL_ID`). */
export function namesModel(label: string): boolean {
  return namesClaude(label) || version.test(label);
}

const version = /(?:^|[^a-z0-9])v?\d+(?:[._-]\d+)?(?:$|[^a-z0-9])/i;

/** Whether a label would not be true of a successor: `sonnet35` and `instant`, not `sonnet` or `CLAUDE_FAST`. Only with such labels names of models make a table. */
export function tellsModel(label: string): boolean {
  return /\d/.test(label) || namesEndedFamily(label);
}
