import type { RequestSpec } from './request-spec.js';
import type { SourceValue } from './to-source.js';

export const systemText = 'You answer in one short sentence.';

/** The tool that programs offer: where does somebody live? */
export const weatherTool = {
  name: 'set_home',
  description: 'Notes the city somebody lives in.',
  schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
} as const;

export const outputSchema = {
  type: 'json_schema',
  schema: {
    type: 'object',
    properties: { answer: { type: 'string' } },
    required: ['answer'],
    additionalProperties: false,
  },
} as const;

/** Fields of a Messages body about thinking. */
export function thinkingFields({ thinking }: RequestSpec): Readonly<Record<string, SourceValue>> {
  if (thinking === undefined) return {};
  switch (thinking) {
    case 'enabled':
      return { thinking: { type: 'enabled', budget_tokens: 1024 } };
    case 'disabled':
      return { thinking: { type: 'disabled' } };
    case 'wrongShape':
      return { thinking: { enabled: true, budget: 1024 } };
    case 'reasoningConfig':
      return { reasoning_config: { type: 'enabled', budget_tokens: 1024 } };
  }
}
