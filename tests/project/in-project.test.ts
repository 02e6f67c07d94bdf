import { expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open.js';
import { inProject } from '../../src/project/in-project.js';
import { createProjectIndex } from '../../src/project/project-index.js';

const open = (path: string, text: string) => openDocument({ path, text, files: null });

it('gives a document the regions of its project and keeps its facts', () => {
  const index = createProjectIndex((path) => path.split('/')[0] ?? '');
  const code = open('app/a.ts', "export const id = 'anthropic.claude-3-haiku-20240307-v1:0';");
  for (const document of [
    code,
    open('app/.env', 'AWS_REGION=eu-central-1\n'),
    open('other/.env', 'AWS_REGION=us-east-1\n'),
  ])
    index.add(document);
  const placed = inProject(code, index);
  expect(placed.regions).toEqual(['eu-central-1']);
  expect(placed.modelReferences).toBe(code.modelReferences);
  expect(code.regions).toEqual([]);
});

it('does not take the region of a test or an example for the region of the program', () => {
  const index = createProjectIndex(() => '');
  const code = open('src/a.ts', "export const id = 'anthropic.claude-3-haiku-20240307-v1:0';");
  const example = open('examples/demo/.env', 'AWS_REGION=us-east-1\n');
  const test = open(
    'tests/client.test.ts',
    "import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'eu-west-1' });",
  );
  expect(test.regions).toEqual(['eu-west-1']);
  for (const document of [code, example, test]) index.add(document);
  expect(inProject(code, index).regions).toEqual([]);
  expect(inProject(example, index).regions).toEqual(['us-east-1']);
});
