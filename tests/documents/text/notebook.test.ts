import { expect, it } from 'vitest';
import { documentOf, placesIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

function notebook(...cells: readonly unknown[]) {
  return JSON.stringify({ cells, metadata: {}, nbformat: 4 }, null, 1);
}

it('reads code cells as code, over lines and escapes', () => {
  const text = notebook({
    cell_type: 'code',
    source: ['import os\n', `model = os.getenv("MODEL", "us.${haiku}")\n`, `# ${haiku}`],
    outputs: [],
  });
  expect(placesIn('a.ipynb', text)).toEqual([
    { id: `us.${haiku}`, position: 'default', level: 'warning', fixed: 'only scanned, not parsed' },
    { id: haiku, position: 'prose', level: 'note', fixed: 'prose' },
  ]);
});

it('reads a cell that is one string', () => {
  expect(
    placesIn('a.ipynb', notebook({ cell_type: 'code', source: `x = 1\nmodel = "${haiku}"\n` })).map(
      ({ id, position }) => [id, position],
    ),
  ).toEqual([[haiku, 'constant']]);
});

it('takes outputs and text for prose', () => {
  const text = notebook(
    { cell_type: 'markdown', source: [`model_id = "${haiku}"`] },
    { cell_type: 'code', source: [], outputs: [{ text: [`{'modelId': '${haiku}'}\n`] }] },
  );
  expect(placesIn('a.ipynb', text).map(({ position }) => position)).toEqual(['prose', 'prose']);
});

it('scans what is no notebook', () => {
  expect(
    documentOf('a.ipynb', `{ "cells": [ "${haiku}"`).modelReferences.map(({ fixed, level }) => [fixed, level]),
  ).toEqual([['the file does not parse', 'note']]);
});
