import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const typesIn = (code: string) => read(code, 'src/app.ts').idTypes?.map(({ patterns }) => patterns);

describe('types that say by templates which texts are IDs', () => {
  it.each<[string, string, readonly string[][]]>([
    ['a template', 'type Id = `us.anthropic.claude-3-${string}`;', [[String.raw`^us\.anthropic\.claude\-3\-.*$`]]],
    [
      'each member of a union',
      "type Id = `anthropic.claude-3-${string}` | 'anthropic.claude-v2' | `amazon.${string}`;",
      [[String.raw`^anthropic\.claude\-3\-.*$`, String.raw`^anthropic\.claude\-v2$`, String.raw`^amazon\..*$`]],
    ],
    [
      'numbers and other types in its holes',
      "type Scope = 'us' | 'eu';\ntype Id = `${Scope}.anthropic.claude-${3 | 4}-${Name}-v${number}:${number}`;",
      [[String.raw`^(?:us|eu)\.anthropic\.claude\-(?:3|4)\-.*\-v[\d.]+:[\d.]+$`]],
    ],
    [
      'a union by its name',
      'type Old = `anthropic.claude-3-${string}`;\ntype Id = Old | `anthropic.claude-sonnet-${string}`;',
      [
        [String.raw`^anthropic\.claude\-3\-.*$`],
        [String.raw`^anthropic\.claude\-3\-.*$`, String.raw`^anthropic\.claude\-sonnet\-.*$`],
      ],
    ],
    [
      'one without a name',
      'const MODEL = id satisfies `anthropic.claude-3-${string}`;',
      [[String.raw`^anthropic\.claude\-3\-.*$`]],
    ],
    [
      'one that names itself',
      'type Id = `anthropic.claude-3-${string}` | Id;',
      [[String.raw`^anthropic\.claude\-3\-.*$`]],
    ],
  ])('are found: %s', (_, code, patterns) => {
    expect(typesIn(code)).toEqual(patterns);
  });

  it.each([
    ['any text is taken as well', 'type Id = `anthropic.claude-3-${string}` | string;'],
    ['an editor offers it beside any text', 'type Id = `anthropic.claude-3-${string}` | (string & {});'],
    ['it takes no ID', 'type Title = `Claude ${number} on Bedrock`;'],
    ['it is one for other texts', 'type Key = `${string}:${number}`;'],
    ['it is a text of the program', 'const id = `us.${base}` as const;\nconst other = `anthropic.claude-3-${name}`;'],
    ['its members are whole IDs', "type Id = 'anthropic.claude-v2' | 'anthropic.claude-v2:1';"],
  ])('are none where %s', (_, code) => {
    expect(typesIn(code)).toBeUndefined();
  });
});
