import { constraintsOf } from '../catalog/constraints.js';
import type { ModelName } from '../catalog/model-id.js';
import { parseModelName } from '../catalog/model-id.js';
import type { CatalogModel } from '../catalog/schema.js';
import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import { isTestPath } from '../documents/test-path.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Finding, Repair } from './finding.js';
import { modelNamed } from './models/model-named.js';
import { cheaperModel } from './model-router/cheaper-model.js';
import { simpleRequest, takesSampling, type SimpleLimits, type SimpleRequest } from './model-router/simple-request.js';

const runtime = 'bedrock-claude-runtime';

export default defineRule({
  name: 'prefer-model-router',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'suggest routing simple requests to a smaller model',
      presets: [],
      severity: 'warn',
    },
    messages: {
      simpleRequest:
        'This request asks {{name}} for at most {{tokens}} tokens about one short text. {{cheaper}} answers such questions for less: choose the model by the prompt.',
    },
    repairs: {
      useModelRouter: {
        message: 'Let `selectModel` of `bedrock-claude-runtime` choose between `{{simple}}` and `{{complex}}`.',
        safeties: ['review'],
        imports: true,
      },
    },
    schema: {
      type: 'object',
      properties: {
        maxTokens: {
          type: 'integer',
          minimum: 1,
          description: 'The longest answer, in tokens, that counts as short.',
        },
        promptTokens: {
          type: 'integer',
          minimum: 1,
          description: 'The longest prompt, in tokens of the words that are known, that counts as short.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { maxTokens: 500, promptTokens: 300 },
    formats: ['javascript'],
  },
  *detect(document, { policy, options }) {
    if (isTestPath(document.path)) return;
    for (const call of document.modelCalls) {
      const finding = findingFor(call, document, policy, options);
      if (finding) yield finding;
    }
  },
});

function findingFor(
  call: ModelCall,
  document: Document,
  policy: Policy,
  limits: SimpleLimits,
): Finding<'simpleRequest', 'useModelRouter'> | null {
  const { surface, model: value, range } = call;
  if (!surface.startsWith('Converse') || value.kind !== 'text') return null;
  const name = parseModelName(value.text);
  const model = name ? modelNamed(name, policy) : undefined;
  if (!name || !model || name.scope === null || policy.catalog.lifecycleOn(model, policy.asOf).state !== 'active')
    return null;
  const cheaper = cheaperModel(model, name.scope, policy);
  const request = cheaper && takesSampling(call, constraintsOf(cheaper)) ? simpleRequest(call, model, limits) : null;
  if (!cheaper || !request) return null;
  const repair = repairFor(call, name, cheaper, request, document);
  return {
    messageId: 'simpleRequest',
    data: { name: model.name, tokens: String(request.maxTokens), cheaper: cheaper.name },
    range: value.path === document.path ? value.range : range,
    level: 'warning',
    repairs: repair ? [repair] : [],
    ...(repair ? {} : { unrepaired: 'the model and the text are not both written where the call is' }),
  };
}

/** The ID in the call gives way to a choice by the text, which must be a name: an expression would be evaluated twice. */
function repairFor(
  { model, range }: ModelCall,
  name: ModelName,
  cheaper: CatalogModel,
  { text }: SimpleRequest,
  { path, text: source }: Document,
): Repair<'useModelRouter'> | null {
  if (model.kind !== 'text' || model.path !== path || text?.path !== path || name.arn !== null || name.gateway !== '')
    return null;
  const written = source.slice(...model.range);
  const question = source.slice(...text.range);
  const isInCall = range[0] <= model.range[0] && model.range[1] <= range[1];
  if (!isInCall || !/^(['"])[^'"]*\1$/.test(written) || !/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(question))
    return null;
  const quote = written.charAt(0);
  const simple = `${name.scope ?? ''}.${cheaper.id}`;
  const choice = `selectModel(${question}, { simple: ${quote}${simple}${quote}, complex: ${written} }).modelId`;
  return {
    id: 'useModelRouter',
    data: { simple, complex: model.text },
    safety: 'review',
    edits: [{ range: model.range, text: choice }],
    imports: [{ module: runtime, name: 'selectModel' }],
  };
}
