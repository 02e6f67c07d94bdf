import { describe, expect, test } from 'vitest';
import { createUnits } from '../../src/project/units.js';

/** More samples than one project has parts. */
const samples = Array.from({ length: 9 }, (_, index) => `sample-${index}/template.yaml`);

describe('the unit of a file', () => {
  test.each([
    [
      'is the whole root where that has a package.json',
      ['package.json', 'packages/a/package.json', ...samples],
      'packages/a/src/x.ts',
      '',
    ],
    [
      'is the whole root where that holds a few parts',
      ['web/package.json', 'api/requirements.txt', 'infra/main.tf'],
      'infra/variables.tf',
      '',
    ],
    ['is the whole root where nothing marks a project', ['docs/a.md', 'src/a.ts'], 'src/a.ts', ''],
    ['is the sample in a collection', samples, 'sample-3/src/app.py', 'sample-3'],
    ['is the folder of the manifest for the manifest itself', samples, 'sample-3/template.yaml', 'sample-3'],
    ['is the outermost package', [...samples, 'web/package.json', 'web/lambda/package.json'], 'web/lambda/x.ts', 'web'],
    [
      'is the deployment with the packages in it',
      [...samples, 'sample-3/src/package.json'],
      'sample-3/src/x.ts',
      'sample-3',
    ],
    [
      'is the sample in parts',
      [...samples, 'split/web/package.json', 'split/api/pyproject.toml'],
      'split/web/x.ts',
      'split',
    ],
    [
      'is the topmost folder without a project in a collection',
      [...samples, 'scripts/deep/x.ts'],
      'scripts/deep/x.ts',
      'scripts',
    ],
    [
      'is not the collection that has a manifest for its documentation',
      [...samples, 'requirements.txt'],
      'sample-3/x.ts',
      'sample-3',
    ],
    [
      'is the sample of a topic in a collection of topics',
      samples.map((path) => `topic/${path}`),
      'topic/sample-3/x.ts',
      'topic/sample-3',
    ],
    ['does not take a folder whose name begins alike', [...samples, 'sample-33/x.ts'], 'sample-33/x.ts', 'sample-33'],
  ])('%s', (_, paths, path, unit) => expect(createUnits(paths)(path)).toBe(unit));
});

test('loose files of a collection share a unit with each other alone', () => {
  const unitOf = createUnits(samples);
  expect(unitOf('a.ts')).toBe(unitOf('b.ts'));
  expect(unitOf('a.ts')).not.toBe(unitOf('sample-3/a.ts'));
});
