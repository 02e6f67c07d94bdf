import type { ModelConstraints } from '../../catalog/constraints.js';
import { type BodyProperty, type ConverseRewrite, isTurnStop } from '../../documents/text-completion.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { lineStartAt } from '../../edits/line-bounds.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { refusedSampling } from './refused-sampling.js';

/** A field of a request as code, and the comments that go with it. */
interface Field {
  readonly code: string;
  readonly comments: BodyProperty['comments'];
}

/** How a list of fields is written. */
interface Layout {
  readonly isBroken: boolean;
  readonly indent: string;
  readonly step: string;
  readonly lineEnd: string;
}

const none: BodyProperty['comments'] = { above: [], behind: null };
/** Longer than this, an object is written on lines of its own. */
const maximumLine = 100;

/** Writes the body of a text completion as the fields of a Converse request, without the sampling that the model refuses. */
export function converseFields(text: string, rewrite: ConverseRewrite, { sampling }: ModelConstraints): TextEdit {
  const { body, fields } = rewrite;
  const refused = refusedSampling(body, sampling);
  const layout = layoutOf(text, rewrite);
  const properties = body.properties.filter(({ name }) => !refused.has(name));
  const prompt = properties.find(({ name }) => name === 'prompt');
  const inference = properties.flatMap((property) => inferenceField(text, property));
  const others = properties.filter(({ name }) => name === 'top_k');
  const all: readonly Field[] = [
    ...saidFields(text, rewrite, prompt?.comments ?? none, layout),
    ...groupField('inferenceConfig', inference, layout),
    ...groupField(
      'additionalModelRequestFields',
      others.map((each) => fieldOf('top_k', text, each)),
      layout,
    ),
  ];
  if (!fields.isObject) return { range: fields.range, text: inLines(all, layout, false) };
  const code = layout.isBroken
    ? `{${layout.lineEnd}${layout.indent}${inLines(all, layout, true)}${layout.lineEnd}${layout.indent.slice(layout.step.length)}}`
    : `{ ${inLines(all, layout, false)} }`;
  return { range: fields.range, text: code };
}

function layoutOf(text: string, { body, fields }: ConverseRewrite): Layout {
  const { indent: step, lineEnd } = codeStyleOf(text);
  const start = fields.range[0];
  const before = text.slice(lineStartAt(text, start), start);
  const own = /^[ \t]*/.exec(before)?.[0] ?? '';
  const [first] = body.properties;
  const hasComments = body.properties.some(({ comments: { above, behind } }) => above.length > 0 || behind !== null);
  const isSpread = first !== undefined && /[\r\n]/.test(text.slice(body.range[0], first.range[0]));
  const isBroken = hasComments || (fields.isObject ? isSpread : before.trim() === '');
  return { isBroken, indent: fields.isObject ? own + step : own, step, lineEnd };
}

/** `system` and `messages`. */
function saidFields(
  text: string,
  { system, turns, fields: { widensRoles } }: ConverseRewrite,
  comments: Field['comments'],
  { isBroken, indent, step, lineEnd }: Layout,
): readonly Field[] {
  const { quote } = codeStyleOf(text);
  const block = (code: string) => (code === 'text' ? '[{ text }]' : `[{ text: ${code} }]`);
  const written = turns.map(
    ({ role, content }) =>
      `{ role: ${quote}${role}${quote}${widensRoles ? ' as const' : ''}, content: ${block(content)} }`,
  );
  const between = `${lineEnd}${indent}`;
  const list =
    written.length > 1 && isBroken
      ? `[${written.map((turn) => `${between}${step}${turn},`).join('')}${between}]`
      : `[${written.join(', ')}]`;
  const messages = {
    code: `messages: ${list}`,
    comments: { ...comments, above: system === null ? comments.above : [] },
  };
  return system === null
    ? [messages]
    : [{ code: `system: ${block(system)}`, comments: { above: comments.above, behind: null } }, messages];
}

function inferenceField(text: string, property: BodyProperty): readonly Field[] {
  switch (property.name) {
    case 'max_tokens_to_sample':
      return [fieldOf('maxTokens', text, property)];
    case 'temperature':
      return [fieldOf('temperature', text, property)];
    case 'top_p':
      return [fieldOf('topP', text, property)];
    case 'stop_sequences': {
      const { texts } = property;
      const kept = texts?.filter(({ text: stop }) => !isTurnStop(stop));
      if (!texts || kept?.length === texts.length)
        return texts?.length === 0 ? [] : [fieldOf('stopSequences', text, property)];
      if (!kept || kept.length === 0) return [];
      const code = `stopSequences: [${kept.map(({ range }) => text.slice(...range)).join(', ')}]`;
      return [{ code, comments: property.comments }];
    }
    default:
      return [];
  }
}

function fieldOf(name: string, text: string, { value, comments }: BodyProperty): Field {
  const code = text.slice(...value);
  return { code: code === name ? name : `${name}: ${code}`, comments };
}

function groupField(name: string, fields: readonly Field[], layout: Layout): readonly Field[] {
  if (fields.length === 0) return [];
  const line = `${name}: { ${fields.map(({ code }) => code).join(', ')} }`;
  const hasComments = fields.some(({ comments: { above, behind } }) => above.length > 0 || behind !== null);
  if (!layout.isBroken || (!hasComments && layout.indent.length + line.length <= maximumLine))
    return [{ code: line, comments: none }];
  const { lineEnd, indent, step } = layout;
  const inside = inLines(fields, { ...layout, indent: indent + step }, true);
  return [{ code: `${name}: {${lineEnd}${indent}${step}${inside}${lineEnd}${indent}}`, comments: none }];
}

/** Fields with their comments, each on a line, or all on one. */
function inLines(fields: readonly Field[], { isBroken, indent, lineEnd }: Layout, isClosed: boolean): string {
  if (!isBroken) return fields.map(({ code }) => code).join(', ');
  const between = `${lineEnd}${indent}`;
  return fields
    .map(({ code, comments: { above, behind } }, index) => {
      const comma = isClosed || index < fields.length - 1 ? ',' : '';
      return [...above, `${code}${comma}${behind === null ? '' : ` ${behind}`}`].join(between);
    })
    .join(between);
}
