import { expect, it } from 'vitest';
import { codeStyleOf } from '../../src/edits/code-style.js';

it('reads quotes, semicolons, indentation and line ends off the code', () => {
  expect(codeStyleOf("function a() {\n  return 'b';\n}\n")).toEqual({
    quote: "'",
    semicolon: ';',
    indent: '  ',
    lineEnd: '\n',
  });
  expect(codeStyleOf('function a() {\r\n    return "b"\r\n}\r\nconst c = "d"\r\n')).toEqual({
    quote: '"',
    semicolon: '',
    indent: '    ',
    lineEnd: '\r\n',
  });
  expect(codeStyleOf('function a() {\n\treturn 1;\n}\n').indent).toBe('\t');
});

it('is not misled by the stars of comments and by deeper steps', () => {
  const text = '/**\n * A.\n */\nclass A {\n  a() {\n    return [\n            1,\n    ];\n  }\n}\n';
  expect(codeStyleOf(text).indent).toBe('  ');
});

it('has an answer for an empty text', () => {
  expect(codeStyleOf('')).toEqual({ quote: "'", semicolon: '', indent: '  ', lineEnd: '\n' });
});
