import { needle } from './model-id-grammar.js';

/** Names of Anthropic products that are spelt like a model: `anthropic.claude-code-2.1.0` is an editor extension. */
const products = new Set(['code', 'desktop']);

const shape = new RegExp(`^${needle}([A-Za-z0-9.:-]*[A-Za-z0-9])$`);

/** `anthropic.claude-2-1-v1:0`: a generation without a family is the beginning of many, unless a revision ends it. */
const numberedRevision = new RegExp(`^${needle}\\d[\\d.-]*-v\\d+(?::\\d+)?$`, 'i');

/**
 * Whether a base ID names one model rather than being the beginning of many: `anthropic.claude-v2` and
 * `anthropic.claude-sonnet-4-6` do, `anthropic.claude-3` and `anthropic.claude-opus` do not.
 */
export function isModelIdShape(base: string): boolean {
  const parts = shape.exec(base)?.[1]?.toLowerCase().split(/[-.:]/) ?? [];
  const [first = ''] = parts;
  if (/^v\d+$/.test(first)) return true;
  if (products.has(first)) return false;
  if (numberedRevision.test(base)) return true;
  return parts.some(isWord) && (parts.some(hasDigit) || parts.at(-1) === 'preview');
}

/** Whether a base ID ends as only Bedrock writes them, with a date or a revision. */
export function hasDateOrRevision(base: string): boolean {
  return /-v\d|-\d{8}/.test(base);
}

function isWord(part: string): boolean {
  return /^[a-z]{3,}$/.test(part) && part !== 'preview';
}

function hasDigit(part: string): boolean {
  return /\d/.test(part);
}
