import { parseForESLint } from '@typescript-eslint/parser';
import { expect } from 'vitest';
import type { FactSettings } from '../../../../src/documents/facts.js';
import { collectCallSites } from '../../../../src/documents/javascript/calls/call-sites.js';
import { parseJavaScript } from '../../../../src/documents/javascript/syntax/parse.js';
import { createReach, type Located } from '../../../../src/documents/javascript/values/reach.js';
import { createSyntaxTree, type ParsedSource } from '../../../../src/documents/javascript/syntax/syntax-tree.js';
import { type Files, filePort } from '../read.js';

/** A call site in words: every part of it as it is written. */
export interface WrittenSite {
  readonly surface: string;
  readonly node: string;
  readonly models: readonly string[];
  readonly dialect?: string | undefined;
  readonly owner?: string | null | undefined;
  readonly tools: readonly string[];
  readonly system: readonly string[];
  readonly messages: readonly string[];
  readonly thinking: string | null;
  readonly maxTokens: string | null;
  readonly isComplete?: boolean | undefined;
  readonly hasPlaceholders?: boolean | undefined;
  readonly answers: readonly string[];
  readonly shape?: string | undefined;
  readonly library?: { readonly name: string; readonly version: string | null } | undefined;
}

/** The call sites of a source, the same through the parser of the command line and the one of ESLint. */
export function sitesIn(text: string, files: Files = {}, settings?: FactSettings, path = 'src/app.ts'): WrittenSite[] {
  const parsed = parseJavaScript(path, text);
  expect(parsed.error).toBeNull();
  const sites = parsed.source ? written(text, path, parsed.source, files, settings) : [];
  expect(written(text, path, byEslint(text), files, settings)).toEqual(sites);
  return sites;
}

/** The one call site of a source. */
export function siteIn(...source: Parameters<typeof sitesIn>): WrittenSite {
  const sites = sitesIn(...source);
  expect(sites).toHaveLength(1);
  const [site] = sites;
  if (!site) throw new Error('no call site');
  return site;
}

function byEslint(text: string): ParsedSource {
  const { ast, scopeManager, visitorKeys } = parseForESLint(text, {
    range: true,
    loc: true,
    comment: true,
    tokens: true,
    sourceType: 'module',
  });
  const parts: unknown = { ast, scopeManager, visitorKeys, comments: ast.comments };
  // ESLint's contract for JavaScript: an ESTree program with its comments, its scope manager and its visitor keys.
  return parts as ParsedSource;
}

function written(
  text: string,
  path: string,
  source: ParsedSource,
  files: Files,
  settings: FactSettings | undefined,
): WrittenSite[] {
  const tree = createSyntaxTree(path, text, source);
  const { sites } = collectCallSites(tree, createReach(filePort(files)), settings);
  return sites.map(({ surface, node, model, otherModels = [], modelText, request, answer, otherAnswers, library }) => ({
    surface,
    node: text.slice(...node.range),
    models: [
      ...(modelText ? [modelText.text] : []),
      ...[model, ...otherModels].flatMap((each) => (each ? [show(each)] : [])),
    ],
    dialect: request?.dialect,
    owner: request?.owner && show(request.owner),
    tools: (request?.tools ?? []).map(show),
    system: (request?.system ?? []).map(show),
    messages: (request?.messages ?? []).map(show),
    thinking: request?.thinking ? show(request.thinking) : null,
    maxTokens: request?.maxTokens ? show(request.maxTokens) : null,
    isComplete: request?.isComplete,
    hasPlaceholders: request?.hasPlaceholders,
    answers: [...(answer ? [answer.node] : []), ...(otherAnswers ?? [])].map(({ range }) => text.slice(...range)),
    shape: answer?.shape,
    library,
  }));
}

function show({ tree, node }: Located) {
  return tree.text.slice(...node.range);
}
