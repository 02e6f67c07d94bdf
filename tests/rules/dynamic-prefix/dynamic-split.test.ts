import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/rules/dynamic-prefix/dynamic-split.js';

/** Splits an expression in which `«…»` marks what differs. */
function split(marked: string) {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = `(${marked.replace(/[«»]/g, '')})`;
  return splitText(text, [1, text.length - 1], [start + 1, end + 1]);
}

describe('splitText', () => {
  it.each([
    ['before its sentence', '`You help. Now: ${«Date.now()»}`', '`You help. `', '`Now: ${Date.now()}`'],
    ['before its line', '`You help. A\nNow: ${«now»}. Bye`', '`You help. A\n`', '`Now: ${now}. Bye`'],
    ['before a line that is escaped', '`You help.\\nNow: ${«now»}`', '`You help.\\n`', '`Now: ${now}`'],
    ['behind the hole before it', '`You are ${role}, at ${«now»}`', '`You are ${role}`', '`, at ${now}`'],
    ['before itself, where it is all in one', '`You help now, at ${«now»}`', '`You help now, at `', '`${now}`'],
    [
      'with braces in holes',
      '`A ${of({ a: `}` })} at ${to(«now()», 1)}`',
      '`A ${of({ a: `}` })}`',
      '` at ${to(now(), 1)}`',
    ],
    ['behind what is no hole', '`A \\${x} at ${«now»}`', '`A \\${x} at `', '`${now}`'],
    ['in a sum', "'You help. ' + «Date.now()»", "'You help. '", '`${Date.now()}`'],
    ['inside a sum', "'You help. ' + «Date.now()» + ' ms'", "'You help. '", "`${Date.now()}` + ' ms'"],
    ['in a sum with a template', "'You help. ' + role + ` at ${«now»}`", "'You help. ' + role", '` at ${now}`'],
    ['in a sum, before its line', "handbook + '\\nNow: ' + «now» + '.'", "handbook + '\\n'", "'Now: ' + now + '.'"],
    ['in a sum, before its sentence', '"You help. Now: " + «now»', '"You help. "', '"Now: " + now'],
    ['in a sum that begins with a name', "handbook + '\\n' + «now»", "handbook + '\\n'", '`${now}`'],
  ])('%s', (_, marked, head, tail) => {
    expect(split(marked)).toMatchObject({ head, tail });
  });

  it.each([
    ['`You help. ${«name»}`', true],
    ['`You help. ${«name»}.`', true],
    ['`You help. You talk to ${«name»}.`', false],
    ["'You help. ' + «name»", true],
    ["'You help. ' + «name» + ' asks'", false],
    ["'You help.\\nName: ' + «name»", false],
    ["'You help.\\n- ' + «name»", true],
  ])('says whether %s leaves a text that may be empty', (marked, isBare) => {
    expect(split(marked)).toMatchObject({ isBare });
  });

  it.each([
    ['nothing stands in front', '`${«now»} You help.`'],
    ['nothing but white space stands in front', '`\n  ${«now»} You help.`'],
    ['a sum that adds numbers first', "«Date.now()» + offset + ' ms'"],
    ['another operator at the level of the sum', "'You help. ' + «now» ?? 'x'"],
    ['a comment that would change sides', "'You help. ' + /* the day */ «now»"],
    ['a sum that may be one of numbers', 'total + «now»'],
    ['a call that makes the text', "build('You help.', «now»)"],
    ['a tagged template', 'dedent`You help. ${«now»}`'],
  ])('leaves alone: %s', (_, marked) => {
    expect(split(marked)).toBeNull();
  });

  it('never changes the text', () => {
    const words = fc.stringMatching(/^[a-z .\n`$\\{}'"]{0,12}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.nat(3), fc.boolean(), (pieces, at, isSum) => {
        const marked = isSum ? sumOf(pieces, at) : templateOf(pieces, at);
        const halves = split(marked);
        if (halves === null) return;
        const whole = marked.replace(/[«»]/g, '');
        expect(evaluate(halves.head) + evaluate(halves.tail)).toBe(evaluate(whole));
      }),
    );
  });
});

function templateOf(pieces: readonly string[], at: number) {
  const raw = pieces.map((piece) => piece.replace(/[`\\]/g, '\\$&').replace(/\$(?=\{)/g, '\\$'));
  return `\`${raw.map((piece, index) => (index === at % raw.length ? `${piece}-\${«hole»}` : `${piece}-\${other}`)).join('')}\``;
}

function sumOf(pieces: readonly string[], at: number) {
  const terms = pieces.map((piece, index) =>
    index === at % pieces.length ? `${JSON.stringify(piece)} + «hole»` : `${JSON.stringify(piece)} + other`,
  );
  return terms.join(' + ');
}

function evaluate(expression: string): string {
  return String(runInNewContext(`(${expression})`, { hole: 41, other: 'x' }));
}
