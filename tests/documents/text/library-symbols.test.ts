import { expect, it } from 'vitest';
import { documentOf } from './places.js';

function symbols(path: string, text: string) {
  return documentOf(path, text).modelReferences.map(({ form, range, name, position, fixed }) => ({
    form,
    text: text.slice(...range),
    base: name.base,
    position,
    fixed,
  }));
}

it.each([
  [
    'app.py',
    'model = bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2',
    'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2',
  ],
  ['App.java', 'x(FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2);', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2'],
  [
    'main.go',
    'x(awsbedrock.FoundationModelIdentifier_ANTHROPIC_CLAUDE_V2())',
    'FoundationModelIdentifier_ANTHROPIC_CLAUDE_V2',
  ],
])('knows a constant of the CDK in %s', (path, text, written) => {
  expect(symbols(path, text)).toEqual([
    {
      form: 'symbol',
      text: written,
      base: 'anthropic.claude-v2',
      position: 'constant',
      fixed: 'only scanned, not parsed',
    },
  ]);
});

it('takes one in a comment for prose', () => {
  expect(symbols('app.py', '# FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2').map(({ position }) => position)).toEqual([
    'prose',
  ]);
});

it('passes over members that the library does not have, and other holders', () => {
  expect(symbols('app.py', 'FoundationModelIdentifier.ANTHROPIC_CLAUDE_X\nModels.ANTHROPIC_CLAUDE_V2')).toEqual([]);
});
