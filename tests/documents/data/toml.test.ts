import { expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from '../text/places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

it('takes a value for a constant', () => {
  expect(placesIn('app.toml', `\uFEFF[llm]\nmodel = "us.${haiku}"\n`)).toEqual([
    { id: `us.${haiku}`, position: 'constant', level: 'error', fixed: null },
  ]);
});

it('takes an array of tables that each name a model for a table', () => {
  expect(positionsIn('app.toml', `[[models]]\nid = "${haiku}"\n[[models]]\nid = '${sonnet}'\n`)).toEqual([
    'table',
    'table',
  ]);
});

it('takes a quoted key for a key', () => {
  expect(positionsIn('app.toml', `[prices]\n"${haiku}" = 0.25\n`)).toEqual(['key']);
});

it('takes the name of a table for a key, with and without content', () => {
  expect(positionsIn('app.toml', `[prices."${haiku}"]\n[prices."${sonnet}"]\ninput = 3\n`)).toEqual(['key', 'key']);
});

it('reads dotted keys and inline tables', () => {
  expect(positionsIn('app.toml', `bedrock.models = { fast = "${haiku}", smart = "${sonnet}" }\n`)).toEqual([
    'constant',
    'constant',
  ]);
});

it('reads the sub-table of an array of tables as part of its row', () => {
  expect(positionsIn('app.toml', `[[a]]\nname = "x"\n[a.model]\nid = "${haiku}"\n`)).toEqual(['constant']);
});

it('takes comments for prose', () => {
  expect(positionsIn('app.toml', `a = 1 # ${haiku}\n`)).toEqual(['prose: prose']);
});

it('scans what does not parse', () => {
  const document = documentOf('app.toml', `model = "${haiku}"\n= 1\n`);
  expect(document.parseError).not.toBeNull();
  expect(document.modelReferences.map(({ position, fixed }) => [position, fixed])).toEqual([
    ['constant', 'the file does not parse'],
  ]);
});
