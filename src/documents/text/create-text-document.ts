import type { Document, Format } from '../document.js';
import type { DocumentInput } from '../document-input.js';
import type { ModelReference } from '../facts.js';
import type { PlacedMention } from './code.js';
import { codeArns } from './code-arns.js';
import type { Place } from './reference.js';
import { extensionOf, formatOf } from '../format-of.js';
import { lazyDocument } from '../lazy-document.js';
import { isTestPath } from '../test-path.js';
import { placeCode } from './code.js';
import { findGates } from './gates.js';
import { endpointIn } from './endpoint.js';
import { librarySymbols } from './library-symbols.js';
import { mentionsIn } from './mentions.js';
import type { Mention } from './mentions.js';
import { scannedArns } from './scanned-arns.js';
import { settingBefore, variableBefore } from './setting-before.js';
import { placeNotebook } from './notebook.js';
import { inTest, isScannedOnly, toReference } from './reference.js';
import { placeSettings } from './settings.js';
import { placeShell } from './shell.js';
import { syntaxOf } from './syntax.js';
import { terraformGates } from './terraform-gates.js';
import { terraformArns } from './terraform-arns.js';
import { placeTerraform } from './terraform.js';

/** A document of any text that is neither JavaScript nor data: its facts come from scanning. */
export function createTextDocument(input: DocumentInput): Document {
  const { path, text } = input;
  const format = formatOf(path);
  return lazyDocument({
    path,
    text,
    format,
    parseError: () => null,
    modelReferences: () => scanReferences(text, path, format),
    foundationArns: () => arnsIn(text, path, format),
    modelGates: () => (isTestPath(path) ? [] : gatesIn(text, path, format)),
    regions: () => scanRegions(text),
  });
}

function arnsIn(text: string, path: string, format: Format) {
  if (format === 'terraform') return terraformArns(text, path);
  return format === 'code' ? codeArns(text) : scannedArns(text);
}

function gatesIn(text: string, path: string, format: Format) {
  if (format === 'terraform') return terraformGates(text, path);
  return format === 'code' ? findGates(text, syntaxOf(path, text)) : [];
}

/** The model references that scanning finds in a text of any format, in the order of the text. */
export function scanReferences(text: string, path: string, format: Format): ModelReference[] {
  if (!/claude|bedrock/i.test(text)) return [];
  const isTest = isTestPath(path);
  const endpoint = endpointIn(text);
  const placed = place(text, path, format).map(({ mention, place: where }) =>
    toReference(
      mention,
      named(withFormat(isTest ? inTest(where) : where, format), mention, text, format),
      format,
      endpoint,
    ),
  );
  const symbols = format === 'code' ? librarySymbols(text, isTest) : [];
  return [...placed, ...symbols].sort((one, other) => one.range[0] - other.range[0]);
}

/** Region literals that a text gives to a setting or an argument named for it. */
export function scanRegions(text: string): string[] {
  const found = text.matchAll(
    /(?<![A-Za-z0-9])(?:(?:aws|bedrock)_?)?(?:default_?)?region(?:_?name)?["']?\s{0,8}(?:[:=]|=>|:=)\s{0,8}["']?([a-z]{2}(?:-gov)?-[a-z]{4,12}-\d)(?![\w-])/gi,
  );
  return [...new Set([...found].flatMap(([, region]) => (region === undefined ? [] : [region])))];
}

function place(text: string, path: string, format: Format): readonly PlacedMention[] {
  if (format === 'env' || format === 'toml') return placeSettings(text);
  if (format === 'terraform') return placeTerraform(text, syntaxOf(path, text));
  if (format === 'shell')
    return placeShell(text, syntaxOf(path, text), /(?:docker|container)file(?:\.\w+)?$|\.dockerfile$/i.test(path));
  if (format === 'notebook')
    return (
      placeNotebook(text) ?? everything(text, { position: 'constant', fixed: 'the file does not parse', level: 'note' })
    );
  if (format === 'code' || format === 'javascript' || format === 'json') return placeCode(text, syntaxOf(path, text));
  if (format === 'yaml') return placeSettings(text);
  return format === 'markdown' ? everything(text, { position: 'prose' }) : placeOther(text, path);
}

/** Endings that say nothing about the language: tables, records of tests, scripts, and otherwise words for people. */
function placeOther(text: string, path: string): readonly PlacedMention[] {
  const extension = extensionOf(path);
  if (/^(?:csv|tsv|sql)$/.test(extension)) return everything(text, { position: 'table' });
  if (extension === 'snap') return everything(text, { position: 'assertion' });
  if (text.startsWith('#!'))
    return /^#!.{0,80}\b(?:ba|z|da|k)?sh\b/.test(text)
      ? placeShell(text, syntaxOf(path, text), false)
      : placeCode(text, syntaxOf(path, text));
  return /^(?:graphql|gql|proto|vtl|http|rest|xml|csproj|plist|tpl|tmpl|ejs|hbs|j2|jinja2?|service)$/.test(extension)
    ? placeCode(text, syntaxOf(path, text))
    : everything(text, { position: 'prose' });
}

function everything(text: string, where: Place): PlacedMention[] {
  return mentionsIn(text, [0, text.length], 'none').map((mention) => ({ mention, place: where }));
}

/** Formats whose names a program may find in its environment. */
const ofSettings: ReadonlySet<Format> = new Set<Format>(['env', 'toml', 'yaml', 'shell', 'terraform']);

function named(where: Place, { spelling }: Mention, text: string, format: Format): Place {
  if (!ofSettings.has(format)) return where;
  const before = text.slice(Math.max(0, spelling[0] - 400), spelling[0]);
  return { ...where, setting: variableBefore(before) ?? settingBefore(before) };
}

function withFormat(where: Place, format: Format): Place {
  return isScannedOnly(format) && where.position !== 'prose'
    ? { ...where, fixed: where.fixed ?? 'only scanned, not parsed' }
    : where;
}
