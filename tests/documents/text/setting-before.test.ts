import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settingBefore, variableBefore } from '../../../src/documents/text/setting-before.js';

it.each([
  ['MODEL_ID=', 'MODEL_ID'],
  ['export MODEL_ID="', 'MODEL_ID'],
  ['OTHER=x\nMODEL_ID = ', 'MODEL_ID'],
  ['- MODEL_ID=', 'MODEL_ID'],
  ['MODEL_ID: "', 'MODEL_ID'],
  ['{ "MODEL_ID": "', 'MODEL_ID'],
  ['ENV MODEL_ID ', 'MODEL_ID'],
  ['ENV REGION=us-east-1 MODEL_ID=', 'MODEL_ID'],
  ['MODEL_ID=${MODEL_ID:-', 'MODEL_ID'],
  ['bedrock.model-id=', 'bedrock.model-id'],
  ['the model is ', null],
  ['MODEL_ID=\n', null],
  ['MODEL_ID=us-east-1/', null],
  ['model == "', null],
  ['', null],
])('%j names %s', (before, name) => {
  expect(settingBefore(before)).toBe(name);
});

it.each([
  ['[{ name = "MODEL_ID", value = "', 'MODEL_ID'],
  ['{\n  name  = "MODEL_ID"\n  value = "', 'MODEL_ID'],
  ['{ "name": "MODEL_ID", "value": "', 'MODEL_ID'],
  ['{ name = "MODEL_ID", other = "', null],
  ['name = "MODEL_ID"\n}\nvalue = "', null],
  ['value = "', null],
])('%j names the variable %s', (before, name) => {
  expect(variableBefore(before)).toBe(name);
});

it('names nothing that does not stand there, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', '_', 'b', '1', ' ', '=', '"', "'", '{', ':', '$', '-', '}', '\n') }),
      (before) => {
        const name = settingBefore(before);
        expect(name === null || before.includes(name)).toBe(true);
      },
    ),
  );
});
