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

describe('a map of YAML', () => {
  it('gets the pair on a line of its own', () => {
    const text = `labels:\n  "${dead}": Claude 3 Haiku # small\n  ${other}: Claude Sonnet 4.5\n`;
    expect(added('labels.yaml', text).text).toBe(text.replace('# small\n', `# small\n  "${next}": Claude Haiku 4.5\n`));
  });

  it('gets the whole row under the new key', () => {
    const text = `rows:\r\n  ${dead}:\r\n    name: Claude 3 Haiku\r\n    vision: true\r\n  ${other}:\r\n    name: Claude Sonnet 4.5\r\n    vision: true\r\n`;
    expect(added('rows.yaml', text).text).toBe(
      text.replace(`  ${other}`, `  ${next}:\r\n    name: Claude Haiku 4.5\r\n    vision: true\r\n  ${other}`),
    );
  });

  it('in a list gets the pair behind the dash', () => {
    const text = `list:\n  - ${dead}: fast\n    ${other}: clever\n`;
    expect(added('list.yaml', text).text).toBe(text.replace('fast\n', `fast\n    ${next}: fast\n`));
  });

  it('in braces gets the pair between commas', () => {
    const text = `labels: { ${dead}: fast, ${other}: clever }\n`;
    expect(added('labels.yaml', text).text).toBe(text.replace('fast,', `fast, ${next}: fast,`));
  });

  it.each([
    ['an anchor', `rows:\n  ${dead}: &small\n    vision: true\n`, 'an anchor in it has one place'],
    ['a price', `rows:\n  ${dead}: 0.25\n`, 'it states a price, a limit or a date of the model'],
    [
      'a comment inside',
      `rows:\n  ${dead}:\n    # small\n    vision: true\n`,
      'a comment in it may be about the old model',
    ],
    ['a name that sets it apart', `deprecated:\n  ${dead}: fast\n`, 'what its list says of a model need not hold'],
  ])('with %s is left to a person', (_, text, why) => {
    const { text: same, left } = added('rows.yaml', text);
    expect(same).toBe(text);
    expect(left.join()).toContain(why);
  });
});

it('a map of JSON gets the pair behind its own', () => {
  const text = `{\n  "${dead}": { "name": "Claude 3 Haiku" },\n  "${other}": { "name": "Claude Sonnet 4.5" }\n}\n`;
  expect(added('labels.json', text).text).toBe(
    text.replace('Haiku" },\n', `Haiku" },\n  "${next}": { "name": "Claude Haiku 4.5" },\n`),
  );
});

it('a table of TOML, which may go on elsewhere, is left to a person', () => {
  const text = `[labels]\n"${dead}" = "Claude 3 Haiku"\n"${other}" = "Claude Sonnet 4.5"\n`;
  expect(added('labels.toml', text).text).toBe(text);
});

describe('Terraform', () => {
  it.each([
    [
      'a list',
      `locals {\n  models = [\n    "${dead}",\n    "${other}",\n  ]\n}\n`,
      `    "${dead}",\n`,
      `    "${next}",\n`,
    ],
    [
      'a map',
      `locals {\n  labels = {\n    "${dead}" = "Claude 3 Haiku" # small\n    "${other}" = "Claude Sonnet 4.5"\n  }\n}\n`,
      `# small\n`,
      `    "${next}" = "Claude Haiku 4.5"\n`,
    ],
    [
      'a map with commas',
      `locals {\n  labels = {\n    "${dead}" : "Claude 3 Haiku",\n    "${other}" : "Claude Sonnet 4.5",\n  }\n}\n`,
      `Haiku",\n`,
      `    "${next}" : "Claude Haiku 4.5",\n`,
    ],
    [
      'rows',
      `locals {\n  rows = [\n    {\n      id   = "${dead}"\n      name = "Claude 3 Haiku"\n    },\n    { id = "${other}", name = "Claude Sonnet 4.5" },\n  ]\n}\n`,
      `Haiku"\n    },\n`,
      `    {\n      id   = "${next}"\n      name = "Claude Haiku 4.5"\n    },\n`,
    ],
  ])('%s gets the entry behind the old one', (_, text, place, entry) => {
    expect(added('main.tf', text).text).toBe(text.replace(place, place + entry));
  });

  it.each([
    ['a map with names of its own', `locals {\n  m = {\n    haiku = "${dead}"\n    sonnet = "${other}"\n  }\n}\n`],
    ['a price', `locals {\n  m = {\n    "${dead}" = 0.25\n    "${other}" = 3\n  }\n}\n`],
    ['a list that sets its models apart', `locals {\n  denied_models = ["${dead}", "${other}"]\n}\n`],
    ['a list in a list', `locals {\n  rows = [["${dead}", "a"], ["${other}", "b"]]\n}\n`],
    ['a key that is looked up', `output "x" {\n  value = local.labels["${dead}"]\n}\n`],
  ])('%s is left to a person', (_, text) => {
    expect(added('main.tf', text).text).toBe(text);
  });
});

describe('nothing is added in Terraform', () => {
  it.each([
    ['to one of two lists that go together', `locals {\n  c = zipmap(["${dead}", "${other}"], ["x", "y"])\n}\n`],
    [
      'behind text that goes on below',
      `locals {\n  c = {\n    "${other}" = "x"\n    "${dead}" = <<EOT\ntext\nEOT\n  }\n}\n`,
    ],
  ])('%s', (_, text) => {
    expect(added('main.tf', text).text).toBe(text);
  });
});

describe('a union type', () => {
  it('keeps a comment with the member that it stands behind', () => {
    const lines = `export type Model =\n  | '${dead}' // cheap\n  | '${other}';\n`;
    expect(added('src/model.ts', lines).text).toBe(lines.replace(`// cheap\n`, `// cheap\n  | '${next}'\n`));
    const last = `export type Model =\n  | '${other}'\n  | '${dead}'; // cheap\n`;
    expect(added('src/model.ts', last).text).toBe(last);
  });

  it('gets a member as the others are written', () => {
    const lines = `export type Model =\n  | '${dead}'\n  | '${other}';\n`;
    expect(added('src/model.ts', lines).text).toBe(lines.replace(`${dead}'\n`, `${dead}'\n  | '${next}'\n`));
    const line = `export type Model = '${dead}' | '${other}';\n`;
    expect(added('src/model.ts', line).text).toBe(line.replace(`${dead}'`, `${dead}' | '${next}'`));
  });

  it.each([
    [
      'whose members a table must all have',
      `type Model = '${dead}' | '${other}';\nexport const names: Record<Model, string> = load();\n`,
    ],
    [
      'whose members a mapped type lists',
      `type Model = '${dead}' | '${other}';\nexport type Names = { [id in Model]: string };\n`,
    ],
    ['without a name', `export const ask = (model: '${dead}' | '${other}') => model;\n`],
    ['that sets its models apart', `export type LegacyModel = '${dead}' | '${other}';\n`],
  ])('%s is left to a person', (_, text) => {
    expect(added('src/model.ts', text).text).toBe(text);
  });
});

describe('nothing is added', () => {
  it.each([
    ['it states a price, a limit or a date of the model', `{ id: '${dead}', name: 'Claude 3 Haiku', input: 0.25 }`],
    [
      'it states a price, a limit or a date of the model',
      `{ id: '${dead}', name: 'Claude 3 Haiku', released: '2024' }`,
    ],
    ['a person chooses its `key`', `{ key: 'small', id: '${dead}', name: 'Claude 3 Haiku' }`],
    ['its words are about the old model', `{ id: '${dead}', name: 'Claude 3 Haiku', hint: 'Haiku 3 is fast' }`],
    ['its words are about the old model', `{ id: '${dead}', name: 'Claude 3 Haiku (March 7, 2024)' }`],
    [
      'its words are about the old model',
      `{ id: '${dead}', name: 'Claude 3 Haiku', hint: 'half the price of Fable 5' }`,
    ],
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
