import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as runtime from '../../src/runtime/src/index.js';

const runtimeRoot = path.join(import.meta.dirname, '../../src/runtime');
const documents = [
  'README.md',
  ...readdirSync(path.join(runtimeRoot, 'src'))
    .filter((name) => !name.endsWith('.generated.ts'))
    .map((name) => path.join('src', name)),
];

/** Lines such as `inferenceProfile('…'); // 'result'`, in TSDoc and in Markdown. */
const examplePattern = /^[ *]*(inferenceProfile\(.*\)); \/\/ (?:'([^']+)'|throws ([A-Z_]+))$/gm;

const examples = documents.flatMap((document) =>
  [...readFileSync(path.join(runtimeRoot, document), 'utf8').matchAll(examplePattern)].map(
    ([, call = '', result, code]) => ({ document, call, result, code }),
  ),
);

/** Examples call with literals only, so their arguments are what a script of its own makes of them. */
function evaluate(call: string): unknown {
  return runInNewContext(call, { ...runtime });
}

describe('examples in the documentation', () => {
  it('are found in the source and in the README', () => {
    expect(new Set(examples.map((example) => example.document))).toEqual(
      new Set(['README.md', path.join('src', 'inference-profile.ts')]),
    );
  });

  it.each(examples)('$document: $call', ({ call, result, code }) => {
    if (code === undefined) expect(evaluate(call)).toBe(result);
    else expect(() => evaluate(call)).toThrow(expect.objectContaining({ code }));
  });
});
