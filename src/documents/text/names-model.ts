import { namesClaude } from '../../catalog/family-words.js';

/** Whether a label is the name of a model (`claude3Haiku`, `sonnet-4`) rather than of a role (`fast`, `MODEL_ID`). */
export function namesModel(label: string): boolean {
  return namesClaude(label) || version.test(label);
}

const version = /(?:^|[^a-z0-9])v?\d+(?:[._-]\d+)?(?:$|[^a-z0-9])/i;
