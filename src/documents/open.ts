import { createDataDocument } from './data/create-data-document.js';
import type { Document } from './document.js';
import type { DocumentInput } from './document-input.js';
import { formatOf } from './format-of.js';
import { createJavaScriptDocument } from './javascript/create-javascript-document.js';
import { createTextDocument } from './text/create-text-document.js';

export { prepareParser } from './javascript/syntax/parse.js';

/** Reads a text as what its name says it is. Never throws on a text: what does not parse is scanned. */
export function openDocument(input: DocumentInput): Document {
  switch (formatOf(input.path)) {
    case 'javascript':
      return createJavaScriptDocument(input);
    case 'json':
    case 'yaml':
    case 'toml':
      return createDataDocument(input);
    default:
      return createTextDocument(input);
  }
}
