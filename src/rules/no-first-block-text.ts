import type { BlockRead } from '../documents/block-read.js';
import { firstTextRepairs } from './answers/first-text.js';
import { mayThink } from './answers/may-think.js';
import { defineRule } from './define-rule.js';
import { type Refusal, refusalOf } from './request/refusal-of.js';

export default defineRule({
  name: 'no-first-block-text',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading the text of an answer from its first block',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      firstBlock:
        '`{{list}}` may begin with a block of reasoning, because {{name}} thinks {{when}}: its first block then has no text, and an answer that is refused has no block at all. Read the block that has a text.',
      firstBlockAfterMove:
        '`{{list}}` may begin with a block of reasoning once `{{id}}` has moved to {{name}}, which thinks {{when}}: its first block then has no text, and an answer that is refused has no block at all. Read the block that has a text.',
      contentAsText:
        '`{{list}}` is a list of blocks and no text where the answer begins with reasoning, and {{name}} thinks {{when}}. Read `text` of the message.',
      contentAsTextAfterMove:
        '`{{list}}` is a list of blocks and no text where the answer begins with reasoning. {{name}}, to which `{{id}}` has to move, thinks {{when}}. Read `text` of the message.',
      onlyFirstBlock:
        'Only the first block of `{{list}}` is looked at, and {{name}} thinks {{when}}: it may be one of reasoning, with the text behind it. Look at all blocks.',
      onlyFirstBlockAfterMove:
        'Only the first block of `{{list}}` is looked at. {{name}}, to which `{{id}}` has to move, thinks {{when}}: it may be one of reasoning, with the text behind it. Look at all blocks.',
    },
    repairs: {
      findText: { message: 'Read the first block that has a text.', safeties: ['review'] },
      useTextOf: {
        message: 'Read all text with `textOf` of `bedrock-claude-runtime`.',
        safeties: ['review'],
        imports: true,
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    const calls = new Map(document.modelCalls.map((call) => [call.range.join(' '), call]));
    const found = new Map<string, { readonly read: BlockRead; readonly refusal: Refusal }>();
    for (const read of document.blockReads) {
      const call = calls.get(read.call.join(' '));
      const refusal = call ? refusalOf(call, policy, (constraints) => mayThink(constraints, call.request)) : null;
      const known = found.get(read.range.join(' '));
      // Of several calls whose answers are read in one place, the one that is broken today speaks.
      if (call && refusal && (!known || (known.refusal.basis !== 'named' && refusal.basis === 'named')))
        found.set(read.range.join(' '), { read, refusal });
    }
    for (const { read, refusal } of found.values()) {
      // A test of the block in another place than its text would go on with another block.
      const isMendable =
        read.guard === null || (read.guard === 'text' && /^(?:name|rewritten)$/.test(read.mend?.kind ?? ''));
      const repairs = isMendable ? firstTextRepairs(read, document.text, policy) : [];
      yield {
        messageId: messageOf(read, refusal),
        data: {
          list: read.list.replaceAll(/\s+/g, ' '),
          name: nameOf(refusal),
          id: refusal.id ?? '',
          when: whenOf(refusal),
        },
        range: read.range,
        // Code that asks for another kind may do so to pass over it.
        level: read.guard === 'other' ? 'note' : 'warning',
        repairs,
        ...(repairs.length === 0 ? { unrepaired: whyLeft(read) } : {}),
        ...(refusal.refusal && read.guard !== 'other' ? { refusal: refusal.refusal } : {}),
      };
    }
  },
});

function whyLeft({ guard, isWhole }: BlockRead) {
  if (isWhole) return takenForText;
  return guard === null ? usedOtherwise : guarded;
}

const takenForText =
  "the answer's blocks are taken for a text: read `text` of the message, where the installed LangChain has it";
const guarded = 'only the first block of the answer is looked at: a person says what becomes of those behind it';
const usedOtherwise = 'the first block of the answer is used in a way of its own';

function messageOf({ guard, isWhole }: BlockRead, { id }: Refusal) {
  if (isWhole) return id === null ? 'contentAsText' : 'contentAsTextAfterMove';
  if (guard === null) return id === null ? 'firstBlock' : 'firstBlockAfterMove';
  return id === null ? 'onlyFirstBlock' : 'onlyFirstBlockAfterMove';
}

function whenOf({ constraints: { thinking } }: Refusal) {
  if (thinking.whenOmitted !== 'on') return 'where the request asks for it';
  return thinking.types.includes('disabled') ? 'unless it is told not to' : 'on every request';
}

function nameOf({ basis, model }: Refusal) {
  return basis === 'target' ? `the target of the policy, ${model.name},` : model.name;
}
