import { describe, expect, test } from 'vitest';
import { createUnits, isInUnit } from '../../src/project/units.js';

describe('the unit of a file', () => {
  test.each([
    ['is the whole root where that has a package.json', ['package.json', 'packages/a/package.json'], 'packages/a/src/x.ts', ''],
    ['is the outermost package', ['apps/web/package.json', 'apps/web/lambda/package.json'], 'apps/web/lambda/x.ts', 'apps/web'],
    ['is the sample with another manifest', ['one/template.yaml', 'one/src/requirements.txt', 'two/main.tf'], 'one/src/app.py', 'one'],
    ['prefers a package to another manifest above it', ['requirements.txt', 'web/package.json'], 'web/x.ts', 'web'],
    ['is the folder of the manifest for the manifest itself', ['two/main.tf'], 'two/main.tf', 'two'],
    ['is the root where nothing marks one', ['docs/a.md'], 'docs/a.md', ''],
    ['does not take a folder whose name begins alike', ['one/package.json'], 'one-more/x.ts', ''],
  ])('%s', (_, paths, path, unit) => expect(createUnits(paths)(path)).toBe(unit));
});

test('a unit is a subtree', () => {
  expect([isInUnit('a/b.ts', 'a'), isInUnit('ab/c.ts', 'a'), isInUnit('x.ts', ''), isInUnit('a/b/c.ts', 'a/b')]).toEqual([true, false, true, true]);
});
