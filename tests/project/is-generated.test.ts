import { describe, expect, it } from 'vitest';
import { isGenerated } from '../../src/project/is-generated.js';

const minified = 'function a(b){return b.c?d(b.e):f};var g={h:1,i:[2,3]};'.repeat(200);
const prose = 'Answer in at most three sentences, and ask for the order number when it is not given. '.repeat(100);

describe('generated', () => {
  it.each([
    ['a bundle', minified],
    ['a bundle below a banner', `/*! banner */\n${minified}\n`],
    ['a bundle of readable modules in strings', `eval("${'function a (b) { return b.c ? d (b) : f; } '.repeat(300)}")`],
    ['a long list', `export const data = [${'"0123456789abcdef",'.repeat(500)}];`],
  ])('%s', (_, text) => expect(isGenerated('a.js', text)).toBe(true));
});

describe('written', () => {
  it.each([
    ['short', 'export const a = 1;'],
    ['many lines', 'export const a = f(1);\n'.repeat(1000)],
    ['a long prompt in one string', `const PROMPT = "${prose}";\n`],
    ['a long prompt with escaped line ends', `const PROMPT = "${prose.replaceAll('. ', '.\\n- ')}";\n`],
  ])('%s', (_, text) => expect(isGenerated('a.js', text)).toBe(false));

  it('data of one line', () => expect(isGenerated('a.json', minified)).toBe(false));
});
