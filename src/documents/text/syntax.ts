import { extensionOf } from '../format-of.js';

/** As much of a language's lexical grammar as telling strings, comments and brackets apart takes. */
export interface Syntax {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  readonly quotes: readonly Quote[];
  readonly heredocs: boolean;
}

export interface Quote {
  readonly mark: string;
  /** May run over line ends. */
  readonly multiline: boolean;
  readonly escapes: boolean;
  /** `${…}` inside may hold quotes of its own. */
  readonly nests: boolean;
}

/** The syntax of a file of a scanned language, by the ending of its name; `#!` lines speak for files without one. */
export function syntaxOf(path: string, text: string): Syntax {
  const extension = extensionOf(path);
  if (/^(?:py|pyi|ipynb)$/.test(extension)) return python;
  if (
    /^(?:sh|bash|zsh|fish|ksh|bats)$/.test(extension) ||
    /(?:^|\/)(?:docker|container|make|just)file(?:\.\w+)?$/i.test(path)
  )
    return shell;
  if (/^(?:tf|tfvars|hcl|tofu)$/.test(extension)) return terraform;
  if (/^(?:rb|ex|exs|r|jl|toml|ya?ml|ps1)$/.test(extension)) return hash;
  if (extension === 'php') return php;
  if (/^(?:vue|svelte|astro|dart|groovy|gradle|js|jsx|mjs|cjs|ts|tsx|mts|cts|jsonc?|json5|html?)$/.test(extension))
    return script;
  if (extension === 'lua' || extension === 'sql') return dashes;
  if (/^(?:java|go|rs|cs|kt|kts|swift|scala|c|h|cc|cpp|hpp|fs)$/.test(extension)) return curly;
  const shebang = /^#!.{0,80}?\b(python|bash|sh|zsh|ruby|node|deno|bun)/.exec(text)?.[1];
  if (shebang === 'python') return python;
  if (shebang === 'node' || shebang === 'deno' || shebang === 'bun') return script;
  return shebang ? shell : hash;
}

const single: Quote = { mark: "'", multiline: false, escapes: true, nests: false };
const double: Quote = { mark: '"', multiline: false, escapes: true, nests: false };
const backtick: Quote = { mark: '`', multiline: true, escapes: true, nests: true };
const tripleDouble: Quote = { mark: '"""', multiline: true, escapes: true, nests: false };
const tripleSingle: Quote = { mark: "'''", multiline: true, escapes: true, nests: false };
const slashes = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;

const python: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  quotes: [tripleDouble, tripleSingle, double, single],
  heredocs: false,
};
const hash: Syntax = { lineComments: ['#'], blockComments: [], quotes: [tripleDouble, double, single], heredocs: true };
const shell: Syntax = {
  lineComments: ['#'],
  blockComments: [],
  quotes: [
    { ...double, multiline: true, nests: true },
    { ...single, multiline: true, escapes: false },
  ],
  heredocs: true,
};
const php: Syntax = {
  lineComments: ['#', '//'],
  blockComments: [['/*', '*/']],
  quotes: [double, single],
  heredocs: true,
};
const dashes: Syntax = {
  lineComments: ['--'],
  blockComments: [['/*', '*/']],
  quotes: [double, single],
  heredocs: false,
};
const curly: Syntax = { ...slashes, quotes: [tripleDouble, double, { ...backtick, nests: false }], heredocs: false };
const script: Syntax = {
  lineComments: ['//'],
  blockComments: [
    ['/*', '*/'],
    ['<!--', '-->'],
  ],
  quotes: [double, single, backtick],
  heredocs: false,
};
const terraform: Syntax = {
  lineComments: ['#', '//'],
  blockComments: [['/*', '*/']],
  quotes: [{ ...double, nests: true }],
  heredocs: true,
};
