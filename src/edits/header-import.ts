import { nextToken } from './next-token.js';
import type { Token } from './next-token.js';
import type { Range } from './text-edit.js';

/** An `import` statement, or a declaration from `require`, at the top of a module. */
export interface HeaderImport {
  readonly style: 'esm' | 'cjs';
  readonly module: string;
  /** The quote around the module's name. */
  readonly quote: string;
  readonly start: number;
  /** Behind the semicolon, where there is one. */
  readonly end: number;
  readonly hasSemicolon: boolean;
  /** The braces around named bindings, or `null`. */
  readonly braces: Range | null;
  /** End of a default binding that stands alone, or `null`. */
  readonly defaultEnd: number | null;
  readonly isTypeOnly: boolean;
  /** Local names it binds. */
  readonly locals: readonly string[];
}

/** No statement of a header is longer: whatever is, is code. */
const maxTokens = 2000;

/** The import that starts with `first`, or `null` when it starts another statement. */
export function importAt(text: string, first: Token): HeaderImport | null {
  const word = wordOf(text, first);
  if (word !== 'import' && word !== 'const' && word !== 'let' && word !== 'var') return null;
  const tokens = tokensUpToModule(text, first);
  const last = tokens?.at(-1);
  if (tokens === null || last === undefined) return null;
  const words = tokens.map((token) => wordOf(text, token));
  const usesRequire = words.at(-2) === '(' && words.at(-3) === 'require' && words.at(-4) === '=';
  if (word === 'import' ? !usesRequire && words.at(-2) !== 'from' && tokens.length !== 1 : !usesRequire) return null;

  const bindings = tokens
    .slice(0, usesRequire ? -4 : -2)
    .filter((_, index) => !(index === 0 && words[0] === 'type' && tokens.length > 3));
  const braces = bracesIn(text, bindings);
  const whole = bindings.length === 1 ? bindings[0] : undefined;
  const tail = statementEnd(text, last.end, usesRequire);
  return {
    style: word === 'import' ? 'esm' : 'cjs',
    module: text.slice(last.start + 1, last.end - 1),
    quote: text.charAt(last.start),
    start: first.start,
    ...tail,
    // A member taken of the module (`require('x').y`) leaves nothing to merge into.
    braces: tail.isPlain ? braces : null,
    defaultEnd: word === 'import' && !usesRequire && whole !== undefined ? whole.end : null,
    isTypeOnly: word === 'import' && words[0] === 'type' && bindings.length < tokens.length - 2,
    locals: localsOf(bindings.map((token) => wordOf(text, token))),
  };
}

/** Tokens after the first word up to the module's name, that included; comments left out. */
function tokensUpToModule(text: string, first: Token): readonly Token[] | null {
  const tokens: Token[] = [];
  let depth = 0;
  for (
    let token = nextToken(text, first.end, 'import');
    token !== null && tokens.length < maxTokens;
    token = nextToken(text, token.end, '=')
  ) {
    if (token.kind === 'comment') continue;
    tokens.push(token);
    const char = text.charAt(token.start);
    if (char === ';' || (tokens.length === 1 && '(.'.includes(char))) return null;
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth === 0 && `'"`.includes(char)) return tokens;
  }
  return null;
}

function bracesIn(text: string, tokens: readonly Token[]): Range | null {
  const open = tokens.find(({ start }) => text.charAt(start) === '{');
  const close = tokens.findLast(({ start }) => text.charAt(start) === '}');
  return open === undefined || close === undefined ? null : [open.start, close.end];
}

/** The last name of each binding: `b` of `a as b` and of `a: b`. */
function localsOf(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const next = words[index + 1];
    return (
      /^[\p{L}_$]/u.test(word) &&
      word !== 'as' &&
      next !== 'as' &&
      next !== ':' &&
      !(word === 'type' && next !== undefined && /^[\p{L}_$]/u.test(next))
    );
  });
}

function statementEnd(text: string, afterModule: number, usesRequire: boolean) {
  let end = afterModule;
  let isPlain = true;
  let depth = usesRequire ? 1 : 0;
  for (let token = nextToken(text, end, ')'); token !== null; token = nextToken(text, end, ')')) {
    const word = wordOf(text, token);
    const onSameLine = !/[\n\r]/.test(text.slice(end, token.start));
    if (depth === 0 && word === ';' && onSameLine) return { end: token.end, hasSemicolon: true, isPlain };
    const goesOn = depth > 0 || word === '.' || (onSameLine && token.kind !== 'comment' && word !== ';');
    if (!goesOn) break;
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (word === '.') isPlain = false;
    end = token.end;
  }
  return { end, hasSemicolon: false, isPlain };
}

function wordOf(text: string, { start, end }: Token) {
  return text.slice(start, end);
}
