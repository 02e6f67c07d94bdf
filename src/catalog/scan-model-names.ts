import { arnPrefix, escaped, gateway, needle, plain, scope } from './model-id-grammar.js';
import { printModelId, printModelName, readModelName } from './model-name.js';
import type { ModelName } from './model-name.js';

/** A model name in the middle of a text. All offsets are UTF-16 code units. */
export interface ScannedName {
  readonly name: ModelName;
  /** The whole spelling: gateway and ARN included. */
  readonly start: number;
  readonly end: number;
  /** Geography, base ID and context suffix: what a replacement by another ID covers. An opaque ARN is one piece. */
  readonly idStart: number;
  readonly idEnd: number;
}

/**
 * Every model name in a text of any kind, in order and without overlap. Only names of one model count: beginnings such
 * as `anthropic.claude-3` do not, and neither do ARNs that cannot mean Claude. Unlike `parseModelName`, the fields of an
 * ARN may be template holes.
 */
export function scanModelNames(text: string): ScannedName[] {
  const found: ScannedName[] = [];
  let end = 0;
  for (const { index, 0: start } of text.matchAll(starts)) {
    if (index < end) continue;
    const scanned = start.startsWith('arn') ? readOpaque(text, index) : readNamed(text, index);
    if (!scanned || scanned.start < end) continue;
    found.push(scanned);
    end = scanned.end;
  }
  return found;
}

const starts = new RegExp(`${needle}|arn(?::|%3A)`, 'g');

// No letter or digit before, except as the end of an escape: `\nus.anthropic…` in JSON, `%2Fanthropic…` in a URL.
const boundary = String.raw`(?:(?<![A-Za-z0-9]|\\(?=[nrt]))|(?<=\\[nrt])|(?<=%[0-9A-F]{2}))`;
const boundaryBefore = new RegExp(`${boundary}$`);

/** What may stand before an ID, read backwards from it. The window keeps the whole scan linear. */
interface Prefix {
  readonly window: number;
  readonly lastCharacters: string;
  readonly patterns: readonly RegExp[];
}

const scopePrefix: Prefix = { window: 10, lastCharacters: '.', patterns: [new RegExp(`${boundary}${scope}$`)] };
const arnPrefixes: Prefix = {
  window: 300,
  lastCharacters: '/F',
  patterns: [plain, escaped].map((spelling) => new RegExp(`${boundary}${arnPrefix(spelling, true)}$`)),
};
const gatewayPrefix: Prefix = {
  window: 64,
  lastCharacters: '/:',
  patterns: [new RegExp(`(?<![A-Za-z0-9_-])${gateway}$`)],
};

/** The name goes on in a way that the grammar does not read: it is the beginning of another one. */
const continuation = /_|-(?!->|>)|%3|\$[{A-Za-z]/y;

function readNamed(text: string, index: number): ScannedName | null {
  const scopeStart = index - lengthBefore(text, index, scopePrefix);
  if (!boundaryBefore.test(text.slice(Math.max(0, scopeStart - 3), scopeStart))) return null;
  const arnStart = scopeStart - lengthBefore(text, scopeStart, arnPrefixes);
  const start = arnStart - lengthBefore(text, arnStart, gatewayPrefix);
  // An ARN in one spelling with an ID in the other is no name as a whole, but the ID in it is one.
  for (const from of new Set([start, arnStart, scopeStart])) {
    const name = readModelName(text, from, true);
    if (name === null) continue;
    const end = from + printModelName(name).length;
    const idEnd = name.wildcard ? end - 1 : end;
    if (idEnd <= index || isContinued(text, name, end)) return null;
    return { name, start: from, end, idStart: idEnd - printModelId(name).length, idEnd };
  }
  return null;
}

function readOpaque(text: string, index: number): ScannedName | null {
  const start = index - lengthBefore(text, index, gatewayPrefix);
  const name = readModelName(text, start, true);
  if (name === null || !mayBeClaude(name)) return null;
  const end = start + printModelName(name).length;
  return { name, start, end, idStart: start, idEnd: end };
}

function isContinued(text: string, name: ModelName, end: number) {
  if (name.wildcard || name.context !== '' || /:\d$/.test(name.base)) return false;
  continuation.lastIndex = end;
  return continuation.test(text);
}

/** Whether an ARN that names no model is a reason to look closer. */
function mayBeClaude({ arn, opaque }: ModelName) {
  switch (arn?.resource) {
    case 'application-inference-profile':
    case 'provisioned-model':
    case 'prompt-router':
      return true;
    case 'default-prompt-router':
    case 'custom-model':
      return opaque.includes('anthropic.');
    default:
      return false;
  }
}

function lengthBefore(text: string, end: number, { window, lastCharacters, patterns }: Prefix) {
  if (!lastCharacters.includes(text.charAt(end - 1))) return 0;
  const before = text.slice(Math.max(0, end - window), end);
  for (const pattern of patterns) {
    const match = pattern.exec(before);
    if (match) return match[0].length;
  }
  return 0;
}
