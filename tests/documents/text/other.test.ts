import { expect, it } from 'vitest';
import { placesIn, positionsIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

it.each(['README.md', 'docs/a.mdx', 'a.rst', 'a.adoc', 'notes.txt', 'index.html', 'CHANGELOG'])(
  'takes everything in %s for prose',
  (path) => {
    expect(placesIn(path, `Set \`modelId = "us.${haiku}"\`.\n`)).toEqual([
      { id: `us.${haiku}`, position: 'prose', level: 'note', fixed: 'prose' },
    ]);
  },
);

it.each(['prices.csv', 'seed.sql'])('takes everything in %s for a table', (path) => {
  expect(placesIn(path, `id,price\n${haiku},0.25\n`)).toEqual([
    { id: haiku, position: 'table', level: 'warning', fixed: 'only scanned, not parsed' },
  ]);
});

it('takes a snapshot for what a test expects', () => {
  expect(placesIn('a/__snapshots__/x.test.ts.snap', `"MODEL_ID": "${haiku}",\n`)).toEqual([
    { id: haiku, position: 'assertion', level: 'note', fixed: 'only scanned, not parsed' },
  ]);
});

it('finds every name of a line, in order', () => {
  expect(positionsIn('README.md', `${haiku} and eu.${haiku}, not anthropic.claude-3`)).toHaveLength(2);
});
