import type { CatalogModel } from '../catalog/schema.js';
import { escapesOtherwise, keepsLineBreaks } from '../catalog/tool-inputs.js';
import type { ToolInputCheck } from '../documents/tool-input-check.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Repair } from './finding.js';
import { type Refusal, refusalOf } from './request/refusal-of.js';

export default defineRule({
  name: 'no-exact-tool-input-match',
  meta: {
    type: 'problem',
    docs: {
      description:
        'disallow comparing tool inputs exactly, which newer models write with other white space and escapes',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      exactMatch:
        '`{{subject}}` is taken letter by letter, and {{name}} keeps line breaks at the end of what it writes into the input of a tool: they would make it another text. Trim it first, or list its values in the schema.',
      exactMatchAfterMove:
        '`{{subject}}` is taken letter by letter, and {{name}}, to which `{{id}}` has to move, keeps line breaks at the end of what it writes into the input of a tool: they would make it another text. Trim it first, or list its values in the schema.',
      serializedMatch:
        '`{{subject}}` is the input of a tool as JSON, which {{name}} escapes in other ways than older models. Parse it and look at the values.',
      serializedMatchAfterMove:
        '`{{subject}}` is the input of a tool as JSON, which {{name}}, to which `{{id}}` has to move, escapes in other ways. Parse it and look at the values.',
    },
    repairs: {
      trimText: { message: 'Trim the text first.', safeties: ['review'] },
      trimToolInput: {
        message: 'Trim the input with `trimToolInput` of `bedrock-claude-runtime`.',
        safeties: ['review'],
        imports: true,
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    const calls = new Map(document.modelCalls.map((call) => [call.range.join(' '), call]));
    const seen = new Set<string>();
    for (const check of document.toolInputChecks) {
      const call = calls.get(check.call.join(' '));
      const isText = check.shape === 'serialized';
      const writesOtherwise: (model: CatalogModel) => boolean = isText ? escapesOtherwise : keepsLineBreaks;
      const refusal = call ? refusalOf(call, policy, ({ model }) => writesOtherwise(model)) : null;
      const place = check.range.join(' ');
      if (!refusal || seen.has(place)) continue;
      seen.add(place);
      const repairs = isText ? [] : repairsOf(check, document.text, policy);
      yield {
        messageId: messageOf(isText, refusal),
        data: { subject: check.subject.replaceAll(/\s+/g, ' '), name: refusal.model.name, id: refusal.id ?? '' },
        range: check.range,
        level: 'warning',
        repairs,
        ...(repairs.length === 0
          ? {
              unrepaired: isText
                ? 'only its author knows what is looked for'
                : 'the type of the text may have no `trim`',
            }
          : {}),
      };
    }
  },
});

function messageOf(isText: boolean, { id }: Refusal) {
  if (isText) return id === null ? 'serializedMatch' : 'serializedMatchAfterMove';
  return id === null ? 'exactMatch' : 'exactMatchAfterMove';
}

function repairsOf(
  { trim, input }: ToolInputCheck,
  text: string,
  { repairStyle }: Policy,
): readonly Repair<'trimText' | 'trimToolInput'>[] {
  if (repairStyle === 'runtime' && input) {
    const edits = [{ range: input.range, text: `trimToolInput(${text.slice(...input.range)})${input.then}` }];
    return [
      {
        id: 'trimToolInput',
        safety: 'review',
        edits,
        imports: [{ module: 'bedrock-claude-runtime', name: 'trimToolInput' }],
      },
    ];
  }
  if (!trim) return [];
  const edits = [{ range: [trim.at, trim.at] as const, text: trim.isOptional ? '?.trim()' : '.trim()' }];
  return [{ id: 'trimText', safety: 'review', edits }];
}
