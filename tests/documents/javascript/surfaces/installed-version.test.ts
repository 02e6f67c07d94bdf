import { expect, it } from 'vitest';
import type { FilePort } from '../../../../src/documents/document.js';
import { openDocument } from '../../../../src/documents/open.js';

const text = `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
generateText({ model: bedrock('m'), prompt: 'p' });`;

function libraryIn(manifest: string | null) {
  const files: FilePort = {
    read: (path) => (path === 'node_modules/@ai-sdk/amazon-bedrock/package.json' ? manifest : null),
    resolveModule: () => null,
    resolvePackage: (_, name) => (manifest === null ? null : `node_modules/${name}`),
  };
  return openDocument({ path: 'src/app.ts', text, files }).modelCalls.map(({ library }) => library);
}

it.each([
  ['its manifest says it', '{ "name": "x", "version": "4.0.186" }', '4.0.186'],
  ['it is not installed', null, null],
  ['its manifest is broken', '{', null],
  ['its manifest has none', '{ "version": 4 }', null],
  ['its manifest is no object', 'null', null],
])('the version of a library is known when %s', (_, manifest, version) => {
  expect(libraryIn(manifest)).toEqual([{ name: '@ai-sdk/amazon-bedrock', version }]);
});
