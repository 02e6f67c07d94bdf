import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const sonnet = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';
const haiku = 'us.anthropic.claude-3-haiku-20240307-v1:0';

function gatesIn(code: string) {
  const { modelGates } = read(`// Bedrock\nconst MODEL = '${sonnet}';\n${code}`, 'src/app.ts');
  return modelGates.map(({ kind, patterns, flags, geography, form }) => ({
    kind,
    patterns,
    ...(flags !== undefined && { flags }),
    geography,
    form,
  }));
}

const asked = (kind: string, pattern: string, ids: readonly string[] | null = [sonnet]) => ({
  kind,
  patterns: [pattern],
  ...(kind === 'regex' && { flags: '' }),
  geography: false,
  form: { ids },
});

describe('code that goes by the form of an ID', () => {
  it.each([
    ['an end', `MODEL.endsWith('v2:0')`, asked('endsWith', 'v2:0')],
    ['a minor version', `MODEL.endsWith(':0')`, asked('endsWith', ':0')],
    ['a part', `MODEL.includes('20241022')`, asked('includes', '20241022')],
    ['letters of one size', `MODEL.toLowerCase().includes('-v2:')`, asked('includes', '-v2:')],
    ['a name for a part', `MODEL.endsWith(END); const END = 'v2:0'`, asked('endsWith', 'v2:0')],
    ['where a part stands', `MODEL.slice(0, MODEL.indexOf(':'))`, asked('includes', ':')],
    ['where a part stands last', `MODEL.slice(MODEL.lastIndexOf('-v'))`, asked('includes', '-v')],
    ['what stands behind a part', `MODEL.split('-v')[1]`, asked('includes', '-v')],
    ['a test', String.raw`/-v\d+:/.test(MODEL)`, asked('regex', String.raw`-v\d+:`)],
    ['a search', String.raw`MODEL.search(/\d{8}/)`, asked('regex', String.raw`\d{8}`)],
    ['a match that must be', String.raw`MODEL.match(/\d{8}/)![0]`, asked('regex', String.raw`\d{8}`)],
    ['a match without a mark', String.raw`MODEL.match(/\d{8}/)[0]`, asked('regex', String.raw`\d{8}`)],
    ['a match by exec', String.raw`/\d{8}/.exec(MODEL)!.index`, asked('regex', String.raw`\d{8}`)],
    ['a match of another type', String.raw`(MODEL.match(/\d{8}/) as string[])[0]`, asked('regex', String.raw`\d{8}`)],
    ['a piece that must be', String.raw`(MODEL.match(/(\d{8})/)?.[1])!.length`, asked('regex', String.raw`(\d{8})`)],
    ['a match that is given on', String.raw`show(MODEL.match(/\d{8}/))`, asked('regex', String.raw`\d{8}`)],
    ['several IDs', `(cheap ? MODEL : '${haiku}').endsWith('v2:0')`, asked('endsWith', 'v2:0', [sonnet, haiku])],
    ['a member', `({ chat: MODEL }).chat.endsWith('v2:0')`, asked('endsWith', 'v2:0')],
    ['a name that says ID', `process.env.MODEL_ID.endsWith('v2:0')`, asked('endsWith', 'v2:0', null)],
  ])('is a gate: %s', (_, code, gate) => {
    expect(gatesIn(`use(${code.replace(/; (.*)$/, `);\n$1; use(0`)});`)).toEqual([gate]);
  });

  it.each([
    ['taken apart', String.raw`const [date] = MODEL.match(/\d{8}/)!;`],
    ['with a name', String.raw`const found = MODEL.match(/\d{8}/);` + '\nuse(found![0]);'],
    ['that stops the program', String.raw`const found = MODEL.match(/\d{8}/);` + '\nif (!found) throw new Error();'],
    ['by a pattern with a name', String.raw`const DATE = /\d{8}/;` + '\nuse(DATE.exec(MODEL)![0]);'],
    ['in a function', String.raw`const dateOf = (id: string) => id.match(/\d{8}/)![0];` + '\nuse(dateOf(MODEL));'],
    ['that a function gives', String.raw`const dateOf = (id: string) => id.match(/\d{8}/);` + '\nuse(dateOf(MODEL)!);'],
  ])('is a gate: a match %s', (_, code) => {
    expect(gatesIn(code)).toMatchObject([{ kind: 'regex', form: { ids: [sonnet] } }]);
  });

  it.each([
    ['a match that may be missing', String.raw`use(MODEL.match(/\d{8}/)?.[0]);`],
    ['a match with a fallback', String.raw`const [date] = MODEL.match(/\d{8}/) ?? ['none'];`],
    ['a choice', String.raw`const found = MODEL.match(/\d{8}/);` + "\nuse(found ? found[0] : 'none', found?.index);"],
    ['a condition', String.raw`const found = /\d{8}/.exec(MODEL);` + '\nuse(found && found[0]);'],
    ['a part that is taken out', String.raw`use(MODEL.replace(/-\d{8}-v\d:\d$/, ''));`],
    ['what every ID has', `use(MODEL.includes('a'), /[a-z]/.test(MODEL), MODEL.indexOf('.'));`],
    ['what no ID has', String.raw`use(MODEL.endsWith('.json'), /\s/.test(MODEL), MODEL.includes('/'));`],
    ['what stands before a part', `use(MODEL.split('-v')[0]);`],
    ['another text', String.raw`use(fileName.endsWith('v2:0'), fileName.match(/\d{8}/)![0]);`],
    [
      'a text that is no ID',
      String.raw`const file = 'log-20240307';` + '\n' + String.raw`use(file.match(/\d{8}/)![0]);`,
    ],
    ['an ID that is asked for more than IDs have', `use(process.env.MODEL_ID.includes(':'));`],
    ['a title', String.raw`use(modelTitle.match(/\d{8}/)![0]);`],
  ])('is none: %s', (_, code) => {
    expect(gatesIn(code)).toEqual([]);
  });
});
