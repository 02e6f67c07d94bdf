import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { RequestField } from '../documents/request.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { mergeCalls, type OfCall } from './request/merge-calls.js';
import { fieldPlace } from './request/field-place.js';
import { refusalOf } from './request/refusal-of.js';
import { requestsOf } from './request/requests-of.js';
import { isOldPlace, movedFormat, outputFormats } from './structured-output/output-format.js';
import { strictTools } from './structured-output/strict-tools.js';

export default defineRule({
  name: 'valid-structured-output',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow structured output and strict tools for models that refuse them on Bedrock',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      formatRefused:
        'On Bedrock {{name}} has no structured output: a request with `{{parameter}}` fails with a ValidationException. Ask for the format in the system prompt with an example, or offer a tool that takes the answer.',
      formatRefusedForSuccessor:
        'On Bedrock {{name}}, the successor of `{{id}}`, has no structured output: requests with `{{parameter}}` fail once the model is moved. Ask for the format in the system prompt with an example, or offer a tool that takes the answer.',
      formatRefusedForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, have no structured output on Bedrock and fail a request with `{{parameter}}`. Ask for the format in the system prompt with an example, or offer a tool that takes the answer.',
      strictRefused:
        'On Bedrock {{name}} takes no strict tools: a request with `strict` fails with a ValidationException. Remove it, and check the input of the tool in code.',
      strictRefusedForSuccessor:
        'On Bedrock {{name}}, the successor of `{{id}}`, takes no strict tools: requests with `strict` fail once the model is moved. Remove it, and check the input of the tool in code.',
      strictRefusedForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, take no strict tools on Bedrock and fail a request with `strict`. Remove it, and check the input of the tool in code.',
      formatMoved:
        '`{{parameter}}` is deprecated for {{name}}: the format of the answer belongs into `output_config.format`.',
    },
    repairs: {
      removeStrict: { message: 'Remove `strict`.', safeties: ['safe', 'review'] },
      moveFormat: { message: 'Move the format into `output_config.format`.', safeties: ['review'] },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    return mergeCalls(
      document,
      requestsOf(document).flatMap((call) => [
        ...outputFormats(call).map((field) => ofCall(field, formatFinding(field, call, document, policy))),
        ...strictTools(call).map((field) => ofCall(field, strictFinding(field, call, document, policy))),
      ]),
    );
  },
});

const messages = {
  format: { named: 'formatRefused', successor: 'formatRefusedForSuccessor', target: 'formatRefusedForTarget' },
  strict: { named: 'strictRefused', successor: 'strictRefusedForSuccessor', target: 'strictRefusedForTarget' },
} as const;
type MessagesOf<T> = T[keyof T];
type Found = Finding<
  MessagesOf<typeof messages.format> | MessagesOf<typeof messages.strict> | 'formatMoved',
  'removeStrict' | 'moveFormat'
>;

function ofCall(field: RequestField, finding: Found | null): OfCall<Found['messageId'], 'removeStrict' | 'moveFormat'> {
  return { place: field.property, finding };
}

function formatFinding(field: RequestField, call: ModelCall, document: Document, policy: Policy): Found | null {
  const refusal = refusalOf(call, policy, ({ structuredOutputs }) => structuredOutputs === false);
  if (!refusal) return isOldPlace(field) ? movedFinding(field, call, document, policy) : null;
  const { model, id, basis, isCertain } = refusal;
  return {
    ...fieldPlace(field, call, document),
    messageId: messages.format[basis],
    data: { name: model.name, id: id ?? '', parameter: field.path.at(-1) ?? '' },
    level: isCertain && field.isCertain && basis === 'named' ? 'error' : 'warning',
    repairs: [],
    unrepaired: 'a person writes what the answer must look like',
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
}

/** A model that knows `output_config` without a beta, and has structured output. */
function movedFinding(field: RequestField, call: ModelCall, document: Document, policy: Policy): Found | null {
  const found = refusalOf(
    call,
    policy,
    ({ structuredOutputs, effort }) => structuredOutputs === true && effort.levels.length > 0 && effort.beta === null,
    false,
  );
  if (found?.basis !== 'named') return null;
  const edits = movedFormat(field, call, document);
  return {
    ...fieldPlace(field, call, document),
    messageId: 'formatMoved',
    data: { name: found.model.name, id: '', parameter: field.path.at(-1) ?? '' },
    level: 'warning',
    ...(edits
      ? { repairs: [{ id: 'moveFormat', safety: 'review', edits }] }
      : { repairs: [], unrepaired: 'an installed SDK may not know the new place' }),
  };
}

function strictFinding(field: RequestField, call: ModelCall, document: Document, policy: Policy): Found | null {
  const refusal = refusalOf(call, policy, ({ strictTools }) => strictTools === false);
  if (!refusal) return null;
  const { model, id, basis, isCertain } = refusal;
  const isSure = isCertain && field.isCertain && basis === 'named';
  const { unrepaired = "it can't be taken out by an edit", ...place } = fieldPlace(field, call, document);
  const { removal } = field;
  return {
    ...place,
    messageId: messages.strict[basis],
    data: { name: model.name, id: id ?? '' },
    level: isSure ? 'error' : 'warning',
    ...(removal
      ? { repairs: [{ id: 'removeStrict', safety: isSure && !field.isShared ? 'safe' : 'review', edits: [removal] }] }
      : { repairs: [], unrepaired }),
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
}
