import type { ModelConstraints } from '../../catalog/constraints.js';
import { bodyApiVersion } from '../../catalog/request-words.js';
import { type BodyProperty, type CompletionRewrite, isTurnStop } from '../../documents/text-completion.js';
import { codeStyleOf } from '../../edits/code-style.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { refusedSampling } from './refused-sampling.js';

/** Writes the body of a text completion as that of a Messages request, without the sampling that the model refuses. */
export function messagesBody(text: string, rewrite: CompletionRewrite, { sampling }: ModelConstraints): TextEdit {
  const { range, properties } = rewrite.body;
  const names = new Set(properties.map(({ name }) => name));
  const refused = refusedSampling(rewrite.body, sampling);
  const codes = properties.map((property) => ({
    property,
    code: refused.has(property.name) ? null : codeFor(text, property, rewrite, !names.has('anthropic_version')),
  }));
  let written = '';
  let end = range[0] + 1;
  // What stands between two properties belongs to the second, and goes with it.
  let isFirst = true;
  for (const { property, code } of codes) {
    const between = text.slice(end, property.range[0]);
    end = property.range[1];
    if (code === null) continue;
    written += (isFirst ? between.replace(/^\s*,/, '') : between) + code;
    isFirst = false;
  }
  return { range, text: `{${written}${text.slice(end, range[1])}` };
}

function codeFor(
  text: string,
  property: BodyProperty,
  rewrite: CompletionRewrite,
  addsVersion: boolean,
): string | null {
  const { quote } = codeStyleOf(text);
  const value = text.slice(...property.value);
  const key = (name: string) =>
    property.isQuoted ? `${quoteOf(text, property)}${name}${quoteOf(text, property)}` : name;
  switch (property.name) {
    case 'prompt': {
      const { indent, isBroken } = layoutOf(text, property);
      const version = `${key('anthropic_version')}: ${quote}${bodyApiVersion}${quote}`;
      const system = rewrite.system === null ? [] : [`${key('system')}: ${rewrite.system}`];
      const messages = `${key('messages')}: ${turnsCode(text, property, rewrite)}`;
      return [...(addsVersion ? [version] : []), ...system, messages].join(isBroken ? `,${indent}` : ', ');
    }
    case 'max_tokens_to_sample':
      return `${key('max_tokens')}: ${value}`;
    case 'stop_sequences': {
      const { texts } = property;
      if (!texts) return text.slice(...property.range);
      const kept = texts.filter(({ text: stop }) => !isTurnStop(stop));
      if (kept.length === 0) return null;
      return kept.length === texts.length
        ? text.slice(...property.range)
        : `${key('stop_sequences')}: [${kept.map(({ range }) => text.slice(...range)).join(', ')}]`;
    }
    default:
      return text.slice(...property.range);
  }
}

function turnsCode(text: string, property: BodyProperty, { turns }: CompletionRewrite): string {
  const { quote, indent: step } = codeStyleOf(text);
  const { indent, isBroken } = layoutOf(text, property);
  const written = turns.map(({ role, content }) => {
    const said = content === 'content' ? 'content' : `content: ${content}`;
    return `{ role: ${quote}${role}${quote}, ${said} }`;
  });
  if (written.length === 1 || !isBroken) return `[${written.join(', ')}]`;
  return `[${written.map((turn) => `${indent}${step}${turn},`).join('')}${indent}]`;
}

/** Whether a property starts a line, and what a new line before its neighbours is. */
function layoutOf(text: string, { range: [start] }: BodyProperty) {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const lineEnd = text.slice(0, lineStart).endsWith('\r\n') ? '\r\n' : '\n';
  return { indent: `${lineEnd}${before.trim() === '' ? before : ''}`, isBroken: before.trim() === '' };
}

function quoteOf(text: string, { range: [start] }: BodyProperty) {
  return text.charAt(start);
}
