import { expect } from 'vitest';
import type { StaticValue } from '../../../../src/documents/facts.js';
import type { RequestFacts, RequestField, RequestSetting } from '../../../../src/documents/request.js';
import { type Files, read } from '../read.js';

/** What the one call of a source asks for. */
export function requestIn(text: string, files?: Files): RequestFacts {
  const { modelCalls } = read(text, 'src/app.ts', files);
  expect(modelCalls).toHaveLength(1);
  const request = modelCalls[0]?.request;
  if (!request) throw new Error('no request');
  return request;
}

/** The fields of one setting. */
export function fieldsOf(text: string, setting: RequestSetting, files?: Files): readonly RequestField[] {
  return requestIn(text, files).settings[setting] ?? [];
}

/** The one field of a setting. */
export function fieldOf(text: string, setting: RequestSetting, files?: Files): RequestField {
  const fields = fieldsOf(text, setting, files);
  expect(fields).toHaveLength(1);
  const [field] = fields;
  if (!field) throw new Error(`nothing sets ${setting}`);
  return field;
}

/** Every setting with the names that lead to it and its value, as far as it is known. */
export function settingsIn(text: string, files?: Files): Readonly<Record<string, readonly string[]>> {
  const { settings } = requestIn(text, files);
  return Object.fromEntries(
    Object.entries(settings).map(([setting, fields]) => [
      setting,
      fields.map((field) => `${field.path.join('.')} = ${shown(field)}`),
    ]),
  );
}

function shown({ value, object, elements }: RequestField): string {
  if (object) return `{${object.fields.map((field) => `${field.path.at(-1) ?? ''}: ${shown(field)}`).join(', ')}}`;
  if (elements) return `[${elements.map((element) => shownValue(element.value)).join(', ')}]`;
  return shownValue(value);
}

function shownValue(value: StaticValue): string {
  switch (value.kind) {
    case 'text':
      return `'${value.text}'`;
    case 'number':
      return String(value.number);
    case 'boolean':
      return String(value.boolean);
    case 'template':
      return value.parts.map((part) => part ?? '…').join('');
    case 'oneOf':
      return value.values.map(shownValue).join(' or ');
    case 'unknown':
      return '?';
  }
}
