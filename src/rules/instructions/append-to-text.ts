import { nextToken } from '../../edits/next-token.js';
import type { Range, TextEdit } from '../../edits/text-edit.js';
import { asValue } from '../caching/cache-text.js';
import { inQuotes, type Instruction, instructionCode, inTemplate } from './instruction-code.js';

/** Puts an instruction, as a paragraph of its own, behind a text; `null` where the expression may be no text. */
export function appendToText(
  text: string,
  range: Range,
  instruction: Instruction,
  quote: string,
): readonly TextEdit[] | null {
  const written = text.slice(...range);
  const own = written.charAt(0);
  const isLiteral = nextToken(text, range[0], '(')?.end === range[1];
  const end = range[1] - 1;
  if (isLiteral && own === '`') return [{ range: [end, end], text: `\\n\\n${inTemplate(instruction)}` }];
  if (isLiteral && (own === `'` || own === '"')) {
    return instruction.name === null
      ? [{ range: [end, end], text: `\\n\\n${inQuotes(instruction.words, own)}` }]
      : [{ range: [range[1], range[1]], text: ` + ${separated(instruction, quote)}` }];
  }
  if (/^[\w$.]+(?:\([\w$., ]*\))?$/.test(written))
    return [{ range, text: asValue(text, range, (value) => `\`\${${value}}\\n\\n${inTemplate(instruction)}\``) }];
  return null;
}

function separated(instruction: Instruction, quote: string) {
  const code = instructionCode(instruction, quote);
  return `${code.charAt(0)}\\n\\n${code.slice(1)}`;
}
