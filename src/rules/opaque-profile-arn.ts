import type { ArnResource } from '../catalog/model-id.js';
import { parseModelName, printModelName } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { ModelReference } from '../documents/facts.js';
import { defineRule } from './define-rule.js';
import { isCalled } from './models/is-called.js';

/** What an account makes for itself: the ARN says nothing of the model. */
const opaque: Partial<Record<ArnResource, string>> = {
  'application-inference-profile': 'application inference profile',
  'provisioned-model': 'provisioned model',
};

export default defineRule({
  name: 'opaque-profile-arn',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require the model behind an application inference profile to be named',
      presets: [],
      severity: 'warn',
    },
    messages: {
      unnamed:
        'The ARN of this {{kind}} does not say which model it calls, so nothing can be said about its end of life, limits or caching: name the model in bedrock-claude.config.json, `"profiles": { "{{arn}}": "<model ID>" }`.',
    },
    repairs: {},
    schema: {
      type: 'object',
      properties: {
        ignoreArns: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description: 'ARNs that are not reported, such as those of models of other providers.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignoreArns: [] as readonly string[] },
  },
  *detect(document, { policy, options }) {
    for (const reference of document.modelReferences) {
      const { name, range, position } = reference;
      const kind = name.arn ? opaque[name.arn.resource] : undefined;
      if (kind === undefined || !isCalled(reference) || !canBeNamed(reference)) continue;
      const arn = printModelName({ ...name, gateway: '' });
      if (policy.profiles[arn] !== undefined || options.ignoreArns.includes(arn)) continue;
      if (isNamedBeside(reference, document)) continue;
      yield {
        messageId: 'unnamed',
        data: { kind, arn },
        range,
        level: reference.level === 'note' ? 'note' : 'warning',
        position,
        repairs: [],
        unrepaired: 'a person knows which model it calls',
      };
    }
  },
});

/** The policy names ARNs that are written out. */
function canBeNamed({ name }: ModelReference) {
  const { region = '', account = '' } = name.arn ?? {};
  return !name.encoded && /^[a-z0-9-]+$/.test(region) && /^\d+$/.test(account);
}

/** `new ChatBedrockConverse({ model: 'anthropic…', applicationInferenceProfile: 'arn:…' })` */
function isNamedBeside({ range }: ModelReference, { modelCalls }: Document) {
  return modelCalls.some(
    ({ model, range: call }) =>
      call[0] <= range[0] &&
      range[1] <= call[1] &&
      model.kind === 'text' &&
      (parseModelName(model.text)?.base ?? '') !== '',
  );
}
