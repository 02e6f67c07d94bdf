import { outcomeOf, vocabularyOf } from '../catalog/stop-reasons.js';
import type { StopReasonCheck } from '../documents/stop-reason-check.js';
import { defineRule } from './define-rule.js';
import { stopReasonRepairs } from './stop-reasons/stop-reason-repairs.js';

export default defineRule({
  name: 'handle-stop-reasons',
  meta: {
    type: 'problem',
    docs: {
      description: 'require code that decides by a stop reason to know the ones that current models end with',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'warn',
    },
    messages: {
      passesAs:
        'Every stop reason that is not named here becomes {{becomes}}: an answer that ends with {{missing}} passes as finished. Name the reasons, or throw.',
      passes:
        'Every other stop reason is taken for success here: an answer that ends with {{missing}} passes as finished. Name the reasons, or throw.',
      ignored:
        'No other stop reason is looked at here: an answer that ends with {{missing}} goes on as if it were complete. Name the reasons, or throw.',
      repeats:
        'Every other stop reason calls the model again: after {{missing}}, that pays for the same end once more. Name the reasons, or throw.',
      lacksRows: 'This table has no row for {{missing}}: such an answer becomes {{becomes}}. Add the rows.',
      absentPasses:
        'An answer without a stop reason, such as a stream that broke off, becomes {{becomes}} and passes as finished. Use a word that means unknown.',
      misread: '`{{subject}}` is always `undefined`: {{api}} has its stop reason in `{{instead}}`. Read it there.',
      neverTrue:
        '{{api}} never ends with `{{word}}`, so this never holds: what arrives is `{{instead}}`. Compare with that.',
      neverComes: '{{api}} never ends with `{{word}}`, so this never holds. Remove it.',
      constant:
        '{{becomes}} is written whatever the model answered, because its stop reason is never read: one that ends with {{missing}} passes as finished. Read the reason.',
      inspected:
        'Only the blocks of the answer decide here and its stop reason is never read: one that ends with {{missing}} passes as finished. Look at the reason first.',
      onlyLogged:
        'The stop reason is logged and decides nothing: an answer that ends with {{missing}} is used as if it were complete. Look at the reason first.',
      unread:
        'The answer is used and its stop reason is never read: one that ends with {{missing}} passes as finished. Look at the reason first.',
    },
    repairs: {
      nameReasons: { message: 'Name {{missing}}.', safeties: ['review'], imports: true },
      throwOnOthers: { message: 'Throw unless the answer is complete.', safeties: ['review'] },
      assertComplete: {
        message: 'Let `bedrock-claude-runtime` throw unless the answer is complete.',
        safeties: ['review'],
        imports: true,
      },
      readReason: { message: 'Use `{{instead}}`.', safeties: ['review'] },
      useUnknown: { message: 'Call an absent reason unknown.', safeties: ['review'] },
    },
    schema: {
      type: 'object',
      properties: {
        requireCheck: {
          type: 'boolean',
          description: 'Also report answers that are used although no code reads their stop reason.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { requireCheck: false },
  },
  *detect(document, { policy, options }) {
    for (const check of document.stopReasonChecks) {
      if (check.shape === 'unread' && !options.requireCheck) continue;
      const repairs = stopReasonRepairs(check, document.text, policy);
      yield {
        messageId: messageOf(check),
        data: dataOf(check),
        range: check.range,
        level: 'warning',
        repairs,
        ...(repairs.length === 0 ? { unrepaired: 'code must say what becomes of the other reasons' } : {}),
      };
    }
  },
});

function messageOf({ shape, others, becomes, instead }: StopReasonCheck) {
  switch (shape) {
    case 'lookup':
      return others === 'success' ? 'passesAs' : 'lacksRows';
    case 'fallback':
      return 'absentPasses';
    case 'misread':
    case 'constant':
    case 'inspected':
    case 'unread':
      return shape;
    case 'impossible':
      return instead === null ? 'neverComes' : 'neverTrue';
    case 'logged':
      return 'onlyLogged';
    default:
      if (others === 'repeats' || others === 'ignored') return others;
      return becomes === null ? 'passes' : 'passesAs';
  }
}

const apis: Readonly<Record<StopReasonCheck['dialect'], string>> = {
  converse: 'Converse',
  messages: 'The Messages API',
  aiSdk: 'The AI SDK',
  langChain: 'ChatBedrockConverse',
  strands: 'Strands',
};

function dataOf(check: StopReasonCheck): Record<string, string> {
  const { becomes, subject, dialect, instead } = check;
  return {
    becomes: becomes === null ? '' : `\`${becomes.replaceAll('`', '')}\``,
    missing: missingOf(check),
    subject: subject?.text ?? '',
    api: apis[dialect],
    word: becomes ?? '',
    instead: instead ?? '',
  };
}

const glosses: Readonly<Record<string, string>> = {
  truncated: 'cut off',
  refused: 'a refusal',
  contextWindow: 'a full context window',
};

/** `max_tokens` (cut off), `content_filtered` (a refusal). */
function missingOf({ missing, vocabulary: name }: StopReasonCheck): string {
  const vocabulary = vocabularyOf(name);
  const described = missing.map((reason) => {
    const gloss = glosses[outcomeOf(vocabulary, reason) ?? ''];
    return gloss === undefined ? `\`${reason}\`` : `\`${reason}\` (${gloss})`;
  });
  const last = described.at(-1) ?? '';
  return described.length < 2 ? last : `${described.slice(0, -1).join(', ')} or ${last}`;
}
