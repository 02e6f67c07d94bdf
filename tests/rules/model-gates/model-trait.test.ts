import { expect, it } from 'vitest';
import { models } from '../../../src/catalog/models.generated.js';
import { hasTrait, type ModelTrait } from '../../../src/rules/model-gates/model-trait.js';
import { supports } from '../../../src/runtime/src/index.js';

const traits: readonly ModelTrait[] = [
  'caching',
  'hourCaching',
  'budgetThinking',
  'adaptiveThinking',
  'effort',
  'temperature',
  'topP',
  'topK',
  'temperatureWithTopP',
  'forcedToolChoice',
  'strictTools',
  'structuredOutputs',
];

it.each(traits)('%s is answered as the runtime will answer it', (trait) => {
  const answers = models.map((model) => [model.id, hasTrait(model, trait)]);
  expect(answers).toEqual(models.map(({ id }) => [id, supports(id, trait) ?? null]));
});
