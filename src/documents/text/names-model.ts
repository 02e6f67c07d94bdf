import { namesClaude, namesEndedFamily } from '../../catalog/family-words.js';

/**
 * Whether what has this label stands in a list of models: there labels are names of models (`claude3Haiku`, `sonnet-4`)
 * rather than of roles (`fast`, `MODEL_ID`), and some of them would not be true of a successor.
 */
export function listsModels(label: string, labels: readonly string[]): boolean {
  return (namesClaude(label) || version.test(label)) && labels.some(tellsModel);
}

const version = /(?:^|[^a-z0-9])v?\d+(?:[._-]\d+)?(?:$|[^a-z0-9])/i;

/** Whether a label is true of some models of a family only: `sonnet35`, `instant`; not `sonnet` or `CLAUDE_FAST`. */
export function tellsModel(label: string): boolean {
  return /\d/.test(label) || namesEndedFamily(label);
}
