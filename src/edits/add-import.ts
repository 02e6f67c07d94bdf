import { applyEdits } from './apply-edits.js';
import type { HeaderImport } from './header-import.js';
import { lineEndAt, lineEndOf, lineStartAt } from './line-bounds.js';
import { moduleHeader } from './module-header.js';
import type { ModuleHeader } from './module-header.js';
import type { ImportRequest, TextEdit } from './text-edit.js';

export type ModuleStyle = 'esm' | 'cjs';

/**
 * One edit that imports every name asked for: merged into an import of the module where one is there, else on a line below the last import, directive or
 * leading comment, in the file's quotes, semicolons and line ends. The edit is empty when nothing is missing.
 *
 * @returns `null` when a name is bound by another import already.
 */
export function addImport(text: string, requests: readonly ImportRequest[], style?: ModuleStyle): TextEdit | null {
  const header = moduleHeader(text);
  const form = style ?? styleOf(text, header);
  const edits: TextEdit[] = [];
  const statements: string[] = [];
  for (const [module, wanted] of byModule(requests)) {
    const hosts = header.imports.filter(
      (found) => found.module === module && found.style === form && !found.isTypeOnly,
    );
    const missing = wanted.filter((name) => !hosts.some((host) => bindsUnchanged(text, host, name)));
    if (missing.some((name) => header.imports.some(({ locals }) => locals.includes(name)))) return null;
    if (missing.length === 0) continue;
    const host = hosts.find(({ braces, defaultEnd }) => braces !== null || defaultEnd !== null);
    if (host === undefined) statements.push(statementOf(text, header, form, module, missing));
    else edits.push(mergeInto(text, host, missing));
  }
  if (statements.length > 0) edits.push(insertStatements(text, header, statements));
  return asOneEdit(text, edits, header.end);
}

function styleOf(text: string, { imports }: ModuleHeader): ModuleStyle {
  const first = imports[0]?.style;
  if (first !== undefined) return first;
  if (/^export\s|\bimport\.meta\b/m.test(text)) return 'esm';
  return /\brequire\(|\bmodule\.exports\b|^exports\./m.test(text) ? 'cjs' : 'esm';
}

function byModule(requests: readonly ImportRequest[]): ReadonlyMap<string, readonly string[]> {
  const modules = new Map<string, string[]>();
  for (const { module, name } of requests) {
    const names = modules.get(module) ?? [];
    if (!names.includes(name)) names.push(name);
    modules.set(module, names);
  }
  return modules;
}

/** Whether the import already gives the name under itself, as a value. */
function bindsUnchanged(text: string, { braces }: HeaderImport, name: string) {
  return braces !== null && bindingsIn(text.slice(braces[0] + 1, braces[1] - 1)).includes(name);
}

function bindingsIn(inside: string) {
  const code = inside.replace(/\/\/[^\n\r]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  return code.split(',').map((binding) => binding.trim());
}

function mergeInto(text: string, { braces, defaultEnd }: HeaderImport, names: readonly string[]): TextEdit {
  if (braces === null) return { range: [defaultEnd ?? 0, defaultEnd ?? 0], text: `, { ${names.join(', ')} }` };
  const [start, end] = [braces[0] + 1, braces[1] - 1];
  const inside = text.slice(start, end);
  if (inside.trim() === '') return { range: [start, end], text: ` ${names.join(', ')} ` };
  const firstName = start + inside.search(/\S/);
  const startsLine = text.slice(lineStartAt(text, firstName), firstName).trim() === '';
  const indent = startsLine ? lineEndOf(inside) + text.slice(lineStartAt(text, firstName), firstName) : ' ';
  return { range: [firstName, firstName], text: names.map((name) => `${name},${indent}`).join('') };
}

function statementOf(
  text: string,
  { imports }: ModuleHeader,
  style: ModuleStyle,
  module: string,
  names: readonly string[],
) {
  const quote = imports[0]?.quote ?? (text.split(`"`).length > text.split(`'`).length ? `"` : `'`);
  const semicolon = (
    imports.length > 0 ? imports.some(({ hasSemicolon }) => hasSemicolon) : !hasLinesWithoutSemicolon(text)
  )
    ? ';'
    : '';
  const bindings = `{ ${names.join(', ')} }`;
  const source = `${quote}${module}${quote}`;
  return style === 'esm'
    ? `import ${bindings} from ${source}${semicolon}`
    : `const ${bindings} = require(${source})${semicolon}`;
}

/** A file with statements and no line that ends in a semicolon does without them. */
function hasLinesWithoutSemicolon(text: string) {
  return /[)\w'"`][ \t]?(?:\r|\n)/.test(text) && !/;[ \t]?(?:\r|\n|$)/.test(text);
}

function insertStatements(
  text: string,
  { end, imports, isEmpty }: ModuleHeader,
  statements: readonly string[],
): TextEdit {
  const lineEnd = lineEndOf(text);
  const block = statements.join(lineEnd);
  if (isEmpty) return { range: [end, end], text: `${block}${lineEnd}${text.length > end ? lineEnd : ''}` };
  const rest = text.slice(end, lineEndAt(text, end)).trim();
  const place = rest.startsWith('//') ? lineEndAt(text, end) : end;
  const before = imports.length === 0 ? lineEnd : '';
  return { range: [place, place], text: `${before}${lineEnd}${block}${place === end && rest !== '' ? lineEnd : ''}` };
}

function asOneEdit(text: string, edits: readonly TextEdit[], fallback: number): TextEdit {
  if (edits.length === 0) return { range: [fallback, fallback], text: '' };
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const shifted = edits.map(({ range, text: replacement }): TextEdit => ({
    range: [range[0] - start, range[1] - start],
    text: replacement,
  }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), shifted) };
}
