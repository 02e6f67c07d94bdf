import type * as OxcModule from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import { once } from '../../lazy-document.js';
import { loadPackage } from '../../load-package.js';
import { isTooDeep } from './nesting.js';
import { analyzeScopes, prepareScopeAnalysis, visitorKeysOfNodes } from './scope-analysis.js';
import type { ParsedSource } from './syntax-tree.js';

// The package's own types say what it exports.
const oxc = once(() => loadPackage('oxc-parser') as typeof OxcModule);

export type ParseResult =
  { readonly source: ParsedSource; readonly error: null } | { readonly source: null; readonly error: string };

const tooDeep: ParseResult = { source: null, error: 'The code nests too deeply to be read.' };

/** Loads what the first parse would have to wait for. */
export function prepareParser(): void {
  oxc();
  visitorKeysOfNodes();
  prepareScopeAnalysis();
}

/** Parses JavaScript, TypeScript or JSX without ESLint and without TypeScript. */
export function parseJavaScript(path: string, text: string): ParseResult {
  if (isTooDeep(text)) return tooDeep;
  let error: string | null = null;
  for (const options of attemptsFor(path)) {
    const result = oxc().parseSync(path, text, { ...options, astType: 'ts', range: true, preserveParens: false });
    const failure = result.errors.find((problem) => problem.severity === 'Error');
    if (failure) {
      error ??= failure.message;
      continue;
    }
    // oxc's TS-ESTree output is a superset of what the facts read (measured against typescript-estree).
    const ast = result.program as unknown as TSESTree.Program;
    return withScopes(ast, result.comments);
  }
  return { source: null, error: error ?? 'not parsed' };
}

/** Scope analysis recurses: a sum of thousands of terms, which oxc reads in a loop, is too much for it. */
function withScopes(
  ast: TSESTree.Program,
  comments: readonly { type: string; value: string; start: number; end: number }[],
): ParseResult {
  try {
    return {
      error: null,
      source: {
        ast,
        comments: comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] as const })),
        visitorKeys: visitorKeysOfNodes(),
        scopeManager: analyzeScopes(ast),
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

type Attempt = Required<Pick<OxcModule.ParserOptions, 'lang' | 'sourceType'>>;

/** The likeliest language first: `.js` may hold JSX, a CommonJS script with a `return` at its top, or TypeScript. */
function attemptsFor(path: string): readonly Attempt[] {
  if (/\.tsx$/i.test(path)) return [{ lang: 'tsx', sourceType: 'unambiguous' }];
  if (/\.[cm]?ts$/i.test(path)) return [{ lang: 'ts', sourceType: 'unambiguous' }];
  return [
    { lang: 'jsx', sourceType: 'unambiguous' },
    { lang: 'jsx', sourceType: 'commonjs' },
    { lang: 'tsx', sourceType: 'unambiguous' },
  ];
}
