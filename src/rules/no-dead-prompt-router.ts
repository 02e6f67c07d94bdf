import type { CatalogModel } from '../catalog/schema.js';
import type { ModelReference } from '../documents/facts.js';
import { capLevel } from './models/cap-level.js';
import { defineRule } from './define-rule.js';
import { describeId } from './models/describe-id.js';
import type { Finding } from './finding.js';
import { judgeModel } from './models/judge-model.js';

export default defineRule({
  name: 'no-dead-prompt-router',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow prompt routers for Claude, which have no models left',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      routerEnded:
        'The prompt router `{{id}}` has no models left: those it chose from have reached their end of life, and Bedrock routes prompts to no other Claude model. Name a model or an inference profile, or choose between models in your own code.',
      notRouted:
        'Bedrock routes prompts to no Claude model: a prompt router with `{{id}}` ({{name}}) cannot be created. Name a model or an inference profile, or choose between models in your own code.',
    },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    for (const reference of document.modelReferences) {
      const verdict = judgeModel(reference, policy);
      if (verdict.kind === 'deadRouter') yield findingFor(reference, verdict.model);
    }
  },
});

function findingFor(
  { name, range, level, position }: ModelReference,
  model: CatalogModel | null,
): Finding<'routerEnded' | 'notRouted', never> {
  return {
    ...(model
      ? { messageId: 'notRouted', data: { id: describeId(name), name: model.name } }
      : { messageId: 'routerEnded', data: { id: name.opaque } }),
    range,
    level: capLevel(level, 'error'),
    position,
    repairs: [],
    unrepaired: "a person chooses the model that takes the router's place",
  };
}
