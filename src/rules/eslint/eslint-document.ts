import { relative, sep } from 'node:path';
import type { Document, FilePort, Format } from '../../documents/document.js';
import type { DocumentInput } from '../../documents/document-input.js';
import type { FactSettings } from '../../documents/facts.js';
import { createJavaScriptDocument } from '../../documents/javascript/create-javascript-document.js';
import type { ParsedSource } from '../../documents/javascript/syntax/syntax-tree.js';
import { formatOf } from '../../documents/format-of.js';
import { openDocument } from '../../documents/open.js';
import type { RuleContext, TextSourceCode } from './eslint-contract.js';

interface Known {
  readonly wrappers: FactSettings['wrappers'];
  readonly document: Document;
}

/** Documents by syntax tree: all rules of a file share one, and so its facts, as long as they ask about the same code of the team's own. */
const documents = new WeakMap<object, Known>();

/** Formats whose files hold JavaScript, a component's script included; a text without a name may be anything. */
const MAY_BE_JAVASCRIPT: ReadonlySet<Format> = new Set(['javascript', 'code', 'text']);

/** The document of the file that ESLint is looking at, made on first use from ESLint's own parse. */
export function documentOf(
  context: RuleContext,
  sourceCode: TextSourceCode,
  files: FilePort,
  settings: FactSettings,
): Document {
  const { ast } = sourceCode;
  if (typeof ast !== 'object' || ast === null) return createDocument(context, sourceCode, files, settings);
  const known = documents.get(ast);
  if (known?.wrappers === settings.wrappers) return known.document;
  const document = createDocument(context, sourceCode, files, settings);
  documents.set(ast, { wrappers: settings.wrappers, document });
  return document;
}

function createDocument(
  { filename, cwd }: RuleContext,
  sourceCode: TextSourceCode,
  files: FilePort,
  settings: FactSettings,
) {
  const input: DocumentInput = { path: pathWithin(cwd, filename), text: sourceCode.text, files, settings };
  return isJavaScript(input.path, sourceCode)
    ? createJavaScriptDocument(input, parsedBy(sourceCode))
    : openDocument(input);
}

/** A path below the working directory is named from there, as the command line names it: a folder above it says nothing about the file. */
function pathWithin(cwd: string, filename: string) {
  const path = relative(cwd, filename);
  return (path.startsWith('..') || path === '' ? filename : path).replaceAll(sep, '/');
}

/** Parsers of YAML and TOML call their root `Program` too, so the name of the file has a say. */
function isJavaScript(path: string, { ast, scopeManager }: TextSourceCode) {
  const isProgram = typeof ast === 'object' && ast !== null && 'type' in ast && ast.type === 'Program';
  return isProgram && Boolean(scopeManager) && MAY_BE_JAVASCRIPT.has(formatOf(path));
}

function parsedBy(sourceCode: TextSourceCode): ParsedSource {
  // ESLint's contract for JavaScript: an ESTree program with its comments, its scope manager and its visitor keys.
  const { ast, scopeManager, visitorKeys } = sourceCode as Omit<ParsedSource, 'comments'>;
  return { ast, scopeManager, visitorKeys, comments: ast.comments ?? [] };
}
