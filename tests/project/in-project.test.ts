import { expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open.js';
import { inProject } from '../../src/project/in-project.js';
import { createProjectIndex } from '../../src/project/project-index.js';

const open = (path: string, text: string) => openDocument({ path, text, settings: { profiles: {} }, files: null });

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
