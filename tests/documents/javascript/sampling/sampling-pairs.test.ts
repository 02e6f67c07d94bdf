import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanSamplingPairs } from '../../../../src/documents/javascript/sampling/sampling-scan.js';
import { inputOf, read } from '../read.js';
import { createJavaScriptDocument } from '../../../../src/documents/javascript/create-javascript-document.js';

/** Each pair as what it marks, and the models it is for. */
function pairsIn(text: string) {
  return read(text).samplingPairs.map(({ temperature, topP, models, isCompletion }) => ({
    pair: [temperature, topP].map(({ range }) => text.slice(...range)),
    ...(models.length > 0 && { models }),
    ...(isCompletion && { isCompletion }),
  }));
}

describe('pairs that no known call sends', () => {
  it('are found in bodies that only Claude takes', () => {
    expect(
      pairsIn(`export const body = { anthropic_version: 'bedrock-2023-05-31', "top_p": 0.9, "temperature": 0.2 };`),
    ).toEqual([{ pair: ['"temperature": 0.2', '"top_p": 0.9'] }]);
  });

  it('are found in text completions of a file that names Bedrock', () => {
    const body = 'export const body = { prompt, max_tokens_to_sample: 200, temperature: 0.2, top_p: 0.9 };';
    expect(pairsIn(`${body} // for Bedrock, anthropic.claude-v2`)).toEqual([
      { pair: ['temperature: 0.2', 'top_p: 0.9'], isCompletion: true },
    ]);
    expect(pairsIn(`${body} // for claude-2`)).toEqual([]);
  });

  it('are found in constants that stand under IDs of Claude alone', () => {
    const table = (more: string) => `const claude: Parameters = { temperature: 0.2, topP: 0.9 };
export const models = { 'us.anthropic.claude-sonnet-4-6': { nested: { defaults: claude } }, ${more} };`;
    expect(pairsIn(table(''))).toEqual([
      { pair: ['temperature: 0.2', 'topP: 0.9'], models: ['us.anthropic.claude-sonnet-4-6'] },
    ]);
    expect(pairsIn(table(`'us.amazon.nova-pro-v1:0': { defaults: claude }`))).toEqual([]);
    expect(pairsIn(`${table('')} send(claude);`)).toEqual([]);
    expect(pairsIn(`${table('')} export { claude };`)).toEqual([]);
  });

  it('are expected by assertions and in tests', () => {
    const body = `{ anthropic_version: 'bedrock-2023-05-31', temperature: 0.2, top_p: 0.9 }`;
    const expectedIn = (text: string, path = 'src/app.ts') =>
      read(text, path).samplingPairs.map(({ isExpected }) => isExpected);
    expect(expectedIn(`expect(JSON.parse(sent)).toStrictEqual(${body});`)).toEqual([true]);
    expect(expectedIn(`expect(send).toHaveBeenCalledWith({ body: JSON.stringify(${body}) });`)).toEqual([true]);
    expect(expectedIn(`import assert from 'node:assert/strict';\nassert.deepEqual(sent, { ...${body} });`)).toEqual([
      true,
    ]);
    expect(expectedIn(`import { it } from 'vitest';\nexport const body = ${body};`)).toEqual([true]);
    expect(expectedIn(`export const body = ${body};`, 'src/app.test.ts')).toEqual([true]);
    expect(expectedIn(`export const body = ${body};`)).toEqual([false]);
    expect(expectedIn(`send(JSON.stringify(${body}));`)).toEqual([false]);
    expect(expectedIn(`expect(() => send(${body})).toThrow();`)).toEqual([false]);
  });

  it('are none where a known call sends them', () => {
    expect(
      pairsIn(`import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', temperature: 0.2, top_p: 0.9 };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`),
    ).toEqual([]);
  });

  it('are none in bodies of other models and of other versions', () => {
    expect(pairsIn('export const claude = { temperature: 0.2, top_p: 0.9, max_gen_len: 100 };')).toEqual([]);
    expect(
      pairsIn(`export const claude = { anthropic_version: 'vertex-2023-10-16', temperature: 0.2, top_p: 0.9 };`),
    ).toEqual([]);
  });
});

describe('pairs in a script that does not parse', () => {
  it('are found between the braces of a body, and carry no edit', () => {
    const text = `const other = { temperature: 1, top_p: 1 };
const body = { max_tokens: 10, messages: [{ role: 'user' }], temperature, top_p: topP anthropic_version: version };`;
    const { parseError, samplingPairs } = createJavaScriptDocument(inputOf(text, 'src/app.js'));
    expect(parseError).not.toBeNull();
    expect(
      samplingPairs.map(({ temperature, topP }) => [temperature.range[0], text.slice(...topP.range), topP.removal]),
    ).toEqual([[text.lastIndexOf('temperature'), 'top_p', null]]);
  });

  it('stand where they are said to, whatever the text', () => {
    const piece = fc.constantFrom('{', '}', 'anthropic_version', ' temperature ', ' top_p ', '"', '\n', 'x');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        for (const { temperature, topP } of scanSamplingPairs(text)) {
          expect(text.slice(...temperature.range)).toBe('temperature');
          expect(text.slice(...topP.range)).toBe('top_p');
        }
      }),
    );
  });
});
