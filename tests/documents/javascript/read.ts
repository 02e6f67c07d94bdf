import * as typescriptParser from '@typescript-eslint/parser';
import { Linter, type Rule, type SourceCode } from 'eslint';
import { posix } from 'node:path';
import { expect } from 'vitest';
import { printModelId } from '../../../src/catalog/model-id.js';
import type { Document, FilePort } from '../../../src/documents/document.js';
import type { Range } from '../../../src/documents/facts.js';
import { createJavaScriptDocument } from '../../../src/documents/javascript/create-javascript-document.js';
import type { ParsedSource } from '../../../src/documents/javascript/syntax/syntax-tree.js';

/** Files beside the one that is read, by path. */
export type Files = Readonly<Record<string, string>>;

/**
 * Reads a source through every parser that can read it, and expects the same facts of each: oxc as the command line does,
 * `@typescript-eslint/parser` as ESLint does for TypeScript, and espree as ESLint does for JavaScript.
 */
export function read(text: string, path = 'src/app.ts', files: Files = {}): Document {
  const document = createJavaScriptDocument(inputOf(text, path, files));
  expect(document.parseError).toBeNull();
  expectSound(document);
  const facts = factsOf(document);
  for (const parser of /\.[cm]?tsx?$/.test(path) ? (['typescript'] as const) : (['typescript', 'espree'] as const)) {
    expect({ parser, ...readByEslint(text, path, files, parser) }).toEqual({ parser, ...facts });
  }
  return document;
}

/** Each reference as `[what its range covers, position]`. */
export function positionsIn(text: string, path?: string, files?: Files): [string, string][] {
  return read(text, path, files).modelReferences.map(({ range, position }) => [text.slice(...range), position]);
}

/** Where the nth occurrence of a piece of text stands. */
export function rangeOf(text: string, piece: string, nth = 0): Range {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = text.indexOf(piece, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return [start, start + piece.length];
}

/** What holds for every reference of every text. */
export function expectSound({ text, modelReferences }: Document): void {
  for (const reference of modelReferences) {
    const [start, end] = reference.range;
    expect(start >= 0 && start < end && end <= text.length).toBe(true);
    if (reference.fixed !== null || reference.form !== 'literal') continue;
    const { name } = reference;
    if (name.opaque === '') expect(text.slice(start, end)).toBe(printModelId(name));
    else expect(text.slice(start, end)).toContain(name.opaque);
  }
}

export function filePort(files: Files): FilePort {
  return {
    read: (path) => files[path] ?? null,
    resolvePackage: () => null,
    resolveModule: (from, specifier) => {
      if (!specifier.startsWith('.')) return null;
      const place = posix.join(posix.dirname(from), specifier);
      const stem = place.replace(/\.[cm]?js$/, '');
      return (
        [place, ...['.ts', '.tsx', '.js', '.cjs', '/index.ts', '/index.js'].map((ending) => stem + ending)].find(
          (path) => path in files,
        ) ?? null
      );
    },
  };
}

export function inputOf(text: string, path: string, files: Files = {}) {
  return { path, text, files: filePort(files) };
}

function factsOf(document: Document) {
  const { modelReferences, modelCalls, modelGates, textCompletions, geographyBuilders, regions, suppressions } =
    document;
  return { modelReferences, modelCalls, modelGates, textCompletions, geographyBuilders, regions, suppressions };
}

/** The facts that come out of the tree and the scopes that ESLint hands to a rule. */
export function readByEslint(text: string, path: string, files: Files, parser: 'typescript' | 'espree') {
  const found: ReturnType<typeof factsOf>[] = [];
  const capture: Rule.RuleModule = {
    create({ sourceCode }) {
      found.push(factsOf(createJavaScriptDocument(inputOf(sourceCode.text, path, files), parsedBy(sourceCode))));
      return {};
    },
  };
  const problems = new Linter({ configType: 'flat' }).verify(
    text,
    [
      {
        files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        languageOptions: {
          sourceType: path.endsWith('.cjs') ? 'commonjs' : 'module',
          ...(parser === 'typescript' ? { parser: typescriptParser } : {}),
          parserOptions: { ecmaFeatures: { jsx: !path.endsWith('.ts') } },
        },
        plugins: { facts: { rules: { capture } } },
        rules: { 'facts/capture': 'error' },
      },
    ],
    { filename: path },
  );
  expect(problems).toEqual([]);
  expect(found).toHaveLength(1);
  return found[0];
}

function parsedBy({ ast, scopeManager, visitorKeys }: SourceCode): ParsedSource {
  const parts: unknown = { ast, scopeManager, visitorKeys, comments: ast.comments };
  // ESLint's contract for JavaScript: an ESTree program with its comments, its scope manager and its visitor keys.
  return parts as ParsedSource;
}
