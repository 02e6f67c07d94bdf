import { closingBrace, nextToken } from '../../edits/next-token.js';
import type { Range } from '../../edits/text-edit.js';

/** Two expressions whose texts, one after the other, are the text of one. */
export interface SplitText {
  readonly head: string;
  readonly tail: string;
  /** No word of its own stands in the second: it may turn out empty. */
  readonly isBare: boolean;
}

/** Splits the template or concatenation at `range` before what makes the text at `piece`; `null` where nothing is left in front or it is neither. */
export function splitText(text: string, range: Range, piece: Range): SplitText | null {
  const split = text.charAt(range[0]) === '`' ? splitTemplate(text, range, piece) : splitSum(text, range, piece);
  return split === null || !hasWord(split.head) ? null : split;
}

function hasWord(text: string) {
  return /[\p{L}\p{N}]/u.test(text);
}

function splitTemplate(text: string, [start, end]: Range, piece: Range): SplitText | null {
  let from = start + 1;
  for (const hole of holesOf(text, [start, end])) {
    if (hole[0] > piece[0]) return null;
    if (piece[1] <= hole[1]) {
      const at = from + beginningIn(text.slice(from, hole[0]), from > start + 1);
      const isBare = !hasWord(text.slice(at, hole[0])) && !hasWord(text.slice(hole[1], end));
      return { head: `${text.slice(start, at)}\``, tail: `\`${text.slice(at, end)}`, isBare };
    }
    from = hole[1];
  }
  return null;
}

/** The holes of a template, `${` and `}` included. */
function* holesOf(text: string, [start, end]: Range): Iterable<Range> {
  for (let offset = start + 1; offset < end - 1; offset += 1) {
    const char = text.charAt(offset);
    if (char === '\\') offset += 1;
    if (char !== '$' || text.charAt(offset + 1) !== '{') continue;
    const close = closingBrace(text, offset + 2);
    if (close === null) return;
    yield [offset, close + 1];
    offset = close;
  }
}

/** Where the last line of a raw text starts, else its last sentence, so that both stay in one piece; else its end, or its start where something stands before it. */
function beginningIn(raw: string, followsHole: boolean) {
  const written = raw.lastIndexOf('\n') + 1;
  const escaped = raw.lastIndexOf('\\n');
  const isEscape = escaped >= 0 && raw.charAt(escaped - 1) !== '\\';
  const line = Math.max(written, isEscape ? escaped + 2 : 0);
  if (line > 0) return line;
  const sentence = Math.max(...['. ', '! ', '? '].map((end) => raw.lastIndexOf(end)));
  if (sentence >= 0) return sentence + 2;
  return followsHole ? 0 : raw.length;
}

function splitSum(text: string, range: Range, piece: Range): SplitText | null {
  const operands = operandsOf(text, range);
  const index = operands.findIndex(([start, end]) => start <= piece[0] && piece[1] <= end);
  const [moved, last] = [operands[index], operands[index - 1]];
  // Only what is added to a text is put together as text.
  if (!moved || !last || !operands.slice(0, index).some((operand) => isText(text, operand))) return null;
  const operand = text.slice(...moved);
  const rest = text.slice(moved[1], range[1]);
  const isWritten = isText(text, moved);
  const label = isWritten ? null : labelAt(text, last);
  if (label !== null) {
    const quote = text.charAt(last[0]);
    const head = text.slice(range[0], label) + quote;
    return {
      head,
      tail: quote + text.slice(label, range[1]),
      isBare: !hasWord(text.slice(label, last[1])) && !hasWord(rest),
    };
  }
  return {
    head: text.slice(range[0], last[1]),
    tail: (isWritten ? operand : `\`\${${operand}}\``) + rest,
    isBare: !isWritten && !hasWord(rest),
  };
}

/** Where, in the text before a piece, the line or sentence starts that it belongs to; `null` where none does. */
function labelAt(text: string, [start, end]: Range): number | null {
  if (!isText(text, [start, end]) || text.charAt(start) === '`') return null;
  const raw = text.slice(start + 1, end - 1);
  const at = beginningIn(raw, false);
  return at > 0 && at < raw.length ? start + 1 + at : null;
}

/** The operands of a sum that is nothing but a sum; none where another operator stands at its level. */
function operandsOf(text: string, [start, end]: Range): readonly Range[] {
  const operands: Range[] = [];
  let current: Range | null = null;
  let depth = 0;
  let previous = '(';
  for (let next = nextToken(text, start, previous); next !== null && next.start < end;) {
    const word = text.slice(next.start, next.end);
    if (next.kind === 'comment') return [];
    if (depth === 0 && word === '+') {
      if (current === null) return [];
      operands.push(current);
      current = null;
    } else if (
      depth === 0 &&
      (next.kind === 'comma' || /^(?:[?:&|<>=!*/%^~-]|as|satisfies|in|instanceof)$/.test(word))
    ) {
      return [];
    } else {
      current = [current?.[0] ?? next.start, next.end];
    }
    if (next.kind === 'open') depth += 1;
    if (next.kind === 'close') depth -= 1;
    previous = word;
    next = nextToken(text, next.end, previous);
  }
  return current === null || depth !== 0 ? [] : [...operands, current];
}

/** Whether an operand is nothing but a text in quotes or a template. */
function isText(text: string, [start, end]: Range) {
  const token = '\'"`'.includes(text.charAt(start)) ? nextToken(text, start, '(') : null;
  return token?.end === end;
}
