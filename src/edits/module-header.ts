import { importAt } from './header-import.js';
import type { HeaderImport } from './header-import.js';
import { lineEndAt } from './line-bounds.js';
import { nextToken } from './next-token.js';
import type { Token } from './next-token.js';

/** What stands above the code of a module. */
export interface ModuleHeader {
  readonly imports: readonly HeaderImport[];
  /** Where a new import goes: behind the last import, else behind shebang, directives and leading comments. */
  readonly end: number;
  /** Nothing stands before `end`: not even a line of comment. */
  readonly isEmpty: boolean;
}

/** Reads shebang, comments, directives and imports of a module up to its first other statement. */
export function moduleHeader(text: string): ModuleHeader {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const imports: HeaderImport[] = [];
  let end = text.startsWith('#!', start) ? lineEndAt(text, start) : start;
  let offset = end;
  for (let token = nextToken(text, offset, ''); token !== null; token = nextToken(text, offset, '')) {
    offset = token.end;
    if (token.kind === 'comment') {
      if (imports.length === 0 && !explainsNext(text, token)) end = offset;
      continue;
    }
    const found = importAt(text, token);
    if (found === null && !isDirective(text, token)) break;
    if (found !== null) imports.push(found);
    offset = end = found?.end ?? afterSemicolon(text, token.end);
  }
  return { imports, end, isEmpty: end === start };
}

/** A doc comment explains the statement below it; licences and pragmas speak of the file. */
function explainsNext(text: string, { start, end }: Token) {
  return (
    text.startsWith('/**', start) &&
    !/@(?:license|file|packageDocumentation|jsx|module|copyright)/.test(text.slice(start, end))
  );
}

function isDirective(text: string, { start, end }: Token) {
  return /^["']/.test(text.charAt(start)) && /^\s*(?:$|[;"'\n\r]|\w)/.test(text.slice(end, end + 200));
}

function afterSemicolon(text: string, offset: number) {
  return text.charAt(offset) === ';' ? offset + 1 : offset;
}
