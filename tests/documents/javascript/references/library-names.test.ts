import { describe, expect, it } from 'vitest';
import type { FilePort } from '../../../../src/documents/document.js';
import { openDocument } from '../../../../src/documents/open.js';

function referencesIn(text: string, path = 'amplify/data/resource.ts', files: FilePort | null = null) {
  return openDocument({ path, text, files }).modelReferences;
}

const backend = `import { a } from '@aws-amplify/backend';\n`;

describe('a name by which a library calls a model', () => {
  it.each([
    ['of the backend', `${backend}a.conversation({ aiModel: a.ai.model('Claude 3 Haiku') });`],
    [
      'of the schema',
      `import { a as b } from '@aws-amplify/data-schema';\nexport const m = b.ai.model("Claude 3 Haiku");`,
    ],
    ['required', `const { a } = require('@aws-amplify/backend');\na.ai.model('Claude 3 Haiku');`],
  ])('is a request: %s', (_, text) => {
    expect(referencesIn(text)).toMatchObject([
      {
        name: { base: 'anthropic.claude-3-haiku-20240307-v1:0', scope: null },
        form: 'symbol',
        position: 'request',
        level: 'error',
        symbol: { member: 'Claude 3 Haiku' },
      },
    ]);
  });

  it('may stand for a profile', () => {
    expect(referencesIn(`${backend}a.ai.model('Claude Haiku 4.5');`)).toMatchObject([{ name: { scope: 'global' } }]);
  });

  it('is expected where a test names it', () => {
    expect(referencesIn(`${backend}a.ai.model('Claude 3 Haiku');`, 'tests/schema.test.ts')).toMatchObject([
      { position: 'assertion', level: 'note' },
    ]);
  });

  it('brings along what is set beside it', () => {
    const [reference] = referencesIn(
      `${backend}a.generation({ aiModel: a.ai.model('Claude 3 Haiku'), inferenceConfiguration: { temperature: 0.2, topP: 0.9 } });`,
    );
    expect(reference?.beside).toEqual([
      { name: 'temperature', number: 0.2 },
      { name: 'topP', number: 0.9 },
    ]);
  });

  it.each([
    ['of another library', `import { a } from './schema.js';\na.ai.model('Claude 3 Haiku');`],
    ['of no model', `${backend}a.ai.model('Claude 9');`],
    ['of another provider', `${backend}a.ai.model('Amazon Nova Pro');`],
    ['in another method', `${backend}a.ai.dataTool('Claude 3 Haiku');`],
    ['that is computed', `${backend}const name = 'Claude 3 ' + kind;\na.ai.model(name);`],
  ])('is none: %s', (_, text) => {
    expect(referencesIn(text)).toEqual([]);
  });
});

it('the path of a model in Amplify is held by what is set beside the model', () => {
  const [reference] = referencesIn(
    `${backend}a.generation({ aiModel: { resourcePath: 'anthropic.claude-3-haiku-20240307-v1:0' }, inferenceConfiguration: { temperature: 0.2, topP: 0.9 } });`,
  );
  expect(reference?.beside?.map(({ name }) => name)).toEqual(['temperature', 'topP']);
});
