import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { Provenance } from '../../src/catalog/schema.js';
import { escapesOtherwise, keepsLineBreaks } from '../../src/catalog/tool-inputs.js';

// The file is this repository's own.
const data = JSON.parse(readFileSync(new URL('../../src/catalog/tool-inputs.json', import.meta.url), 'utf8')) as {
  sources: object;
  habits: Record<string, Provenance>;
};

describe('habits of models with the inputs of tools', () => {
  it('give a source that is described, and describe no other', () => {
    const cited = Object.values(data.habits).map(({ sources }) => sources);
    expect([...new Set(cited.flat())].toSorted()).toEqual(Object.keys(data.sources).toSorted());
    expect(cited).not.toContainEqual([]);
  });

  it('have a generated file that is up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-tool-inputs.mjs', '--check'], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['anthropic.claude-opus-4-1-20250805-v1:0', false, false],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', true, false],
    ['anthropic.claude-sonnet-4-6', true, true],
    ['anthropic.claude-haiku-5-5', true, true],
  ])('of %s', (id, lineBreaks, escapes) => {
    const model = catalog.findModel(id);
    if (!model) throw new Error(`${id} is not in the catalog.`);
    expect([keepsLineBreaks(model), escapesOtherwise(model)]).toEqual([lineBreaks, escapes]);
  });
});
