import { describe, expect, it } from 'vitest';
import { repairText } from '../repair-text.js';

const dead = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const next = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const other = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

function added(path: string, text: string) {
  return repairText('addEntry', path, text);
}

describe('a list', () => {
  it('gets the ID behind the old one', () => {
    const text = `export const models = [\n  '${dead}', // small\n  '${other}',\n];\n`;
    expect(added('src/models.ts', text).text).toBe(
      `export const models = [\n  '${dead}', // small\n  '${next}',\n  '${other}',\n];\n`,
    );
  });

  it('gets a row with the name that people read', () => {
    const text = `export const models = [{ id: '${dead}', name: 'Claude 3 Haiku (fast)' }, { id: '${other}', name: 'Claude Sonnet 4.5' }];`;
    expect(added('src/models.ts', text).text).toBe(
      text.replace("(fast)' },", `(fast)' }, { id: '${next}', name: 'Claude Haiku 4.5 (fast)' },`),
    );
  });

  it('gets a row in JSON and YAML, too', () => {
    const json = `[\n  {\n    "id": "${dead}",\n    "label": "Claude 3 Haiku"\n  }\n]\n`;
    expect(JSON.parse(added('models.json', json).text)).toEqual([
      { id: dead, label: 'Claude 3 Haiku' },
      { id: next, label: 'Claude Haiku 4.5' },
    ]);
    const yaml = `models:\n  - id: ${dead}\n    label: "Claude 3 Haiku"\n  - id: ${other}\n    label: Claude Sonnet 4.5\n`;
    expect(added('models.yaml', yaml).text).toBe(
      yaml.replace('Haiku"\n', `Haiku"\n  - id: ${next}\n    label: "Claude Haiku 4.5"\n`),
    );
  });

  it('of pairs gets a pair', () => {
    const text = `export const names = new Map([['${dead}', 'Claude 3 Haiku'], ['${other}', 'Claude Sonnet 4.5']]);`;
    expect(added('src/models.ts', text).text).toContain(`, ['${next}', 'Claude Haiku 4.5'], [`);
  });
});

describe('a list that says more than that its models exist', () => {
  it.each([
    `const DEPRECATED = new Set(['${dead}', '${other}']);`,
    `export const config = { denied: ['${dead}', '${other}'] };`,
    `export const noVision = ['${dead}', '${other}'] as const;`,
    `export const supportsThinking = Object.freeze({ '${dead}': true, '${other}': true });`,
  ])('is left to a person: %s', (text) => {
    expect(added('src/models.ts', text).text).toBe(text);
  });

  it('is left to a person in data, too', () => {
    const json = `{ "deniedModels": ["${dead}", "${other}"] }\n`;
    expect(added('models.json', json).text).toBe(json);
  });

  it('of rows of values keeps its rows', () => {
    const code = `export const prices = [['${dead}', 0.25, 1.25], ['${other}', 3, 15]];`;
    expect(added('src/models.ts', code).text).toBe(code);
    const json = `[["${dead}", 0.25], ["${other}", 3]]\n`;
    expect(added('models.json', json).text).toBe(json);
  });

  it('with a comment in its row keeps the comment to itself', () => {
    const code = `export const models = [{ id: '${dead}', /* $0.25 */ name: 'Claude 3 Haiku' }, { id: '${other}', name: 'Claude Sonnet 4.5' }];`;
    expect(added('src/models.ts', code).text).toBe(code);
    const yaml = `models:\n  - id: ${dead} # cheapest\n    label: Claude 3 Haiku\n  - id: ${other}\n    label: Claude Sonnet 4.5\n`;
    expect(added('models.yaml', yaml).text).toBe(yaml);
  });
});

describe('a map', () => {
  it('gets the same value under the new key', () => {
    const text = `export const names = {\n  '${dead}': 'fast',\n};\n`;
    expect(added('src/names.ts', text).text).toBe(
      `export const names = {\n  '${dead}': 'fast',\n  '${next}': 'fast',\n};\n`,
    );
  });

  it('of bare IDs to profiles keeps its keys bare', () => {
    const text = `export const profiles = { '${dead.slice(3)}': '${dead}' };`;
    expect(added('src/profiles.ts', text).text).toBe(
      `export const profiles = { '${dead.slice(3)}': '${dead}', '${next.slice(3)}': '${next}' };`,
    );
  });

  it('whose keys name models gets a key with the new name', () => {
    const text = `export const models = { 'Claude 3 Haiku': '${dead}', 'Claude Sonnet 4.5': '${other}' };`;
    expect(added('src/models.ts', text).text).toContain(`, 'Claude Haiku 4.5': '${next}', `);
  });
});

describe('nothing is added', () => {
  it.each([
    ['it states a price, a limit or a date of the model', `{ id: '${dead}', name: 'Claude 3 Haiku', input: 0.25 }`],
    [
      'it states a price, a limit or a date of the model',
      `{ id: '${dead}', name: 'Claude 3 Haiku', released: '2024' }`,
    ],
    [
      'what tells it from other entries would stand there twice',
      `{ key: 'small', id: '${dead}', name: 'Claude 3 Haiku' }`,
    ],
    ['its words are about the old model', `{ id: '${dead}', name: 'Claude 3 Haiku', hint: 'Haiku 3 is fast' }`],
    ['its words are about the old model', `{ id: '${dead}', name: 'Claude 3 Haiku (March 7, 2024)' }`],
    ['it is the default', `{ id: '${dead}', name: 'Claude 3 Haiku', isDefault: true }`],
    ['code stands in its row', `{ id: '${dead}', name: 'Claude 3 Haiku', run: () => 1 }`],
    ['it names another model as well', `{ id: '${dead}', name: 'Claude 3 Haiku', next: '${other}' }`],
  ])('where %s', (why, row) => {
    const text = `export const models = [${row}];`;
    const { text: same, left } = added('src/models.ts', text);
    expect(same).toBe(text);
    expect(left.join()).toContain(why);
  });

  it('for a text-completion model, whose requests are written in another way', () => {
    const text = `export const bodies = { 'anthropic.claude-v2': completionBody, '${dead}': messagesBody };`;
    expect(added('src/bodies.ts', text).text).toBe(
      text.replace('messagesBody', `messagesBody, '${next}': messagesBody`),
    );
    const list = `export const models = ['anthropic.claude-instant-v1', '${dead.slice(3)}'];`;
    expect(added('src/models.ts', list).text).toContain(`'${dead.slice(3)}', 'global.${next.slice(3)}']`);
  });

  it('where the successor stands', () => {
    const text = `export const models = ['${dead}', '${next}'];`;
    expect(added('src/models.ts', text).text).toBe(text);
  });

  it('where a map would have one key twice', () => {
    const text = `export const models = { haiku: '${dead}', sonnet: '${other}' };`;
    expect(added('src/models.ts', text).text).toBe(text);
  });

  it('twice for two models with one successor', () => {
    const text = `export const models = ['${dead}', 'us.anthropic.claude-3-5-haiku-20241022-v1:0'];`;
    const { text: repaired, applied } = added('src/models.ts', text);
    expect(applied).toHaveLength(1);
    expect(repaired.split(next)).toHaveLength(2);
  });

  it('where a type says which models there are', () => {
    const text = `export const names: Record<ModelId, string> = { '${dead}': 'fast' };`;
    expect(added('src/models.ts', text).text).toBe(text);
  });
});

it('is not added a second time', () => {
  const text = `export const models = [{ id: '${dead}', name: 'Claude 3 Haiku' }];`;
  const { text: once } = added('src/models.ts', text);
  expect(once).not.toBe(text);
  expect(added('src/models.ts', once).text).toBe(once);
});
