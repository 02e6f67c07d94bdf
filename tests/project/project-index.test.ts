import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { ModelGate } from '../../src/documents/facts.js';
import { createProjectIndex } from '../../src/project/project-index.js';
import { createUnits } from '../../src/project/units.js';
import { fakeDocument } from './fake-document.js';

const old = 'anthropic.claude-3-haiku-20240307-v1:0';
const next = 'anthropic.claude-haiku-4-5-20251001-v1:0';

/** So many that each is a project of its own. */
const packages = ['app', 'other', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((folder) => `${folder}/package.json`);

function index(...documents: readonly Document[]) {
  const created = createProjectIndex(createUnits([...documents.map(({ path }) => path), ...packages]));
  for (const document of documents) created.add(document);
  return created;
}

const ask = (documents: readonly Document[], from = `us.${old}`, to = `global.${next}`) =>
  index(...documents).answer({ kind: 'notLookedUp', from, to }, 'app/main.ts');

describe('notLookedUp', () => {
  test('holds where nothing looks the model up', () => {
    expect(
      ask([fakeDocument('app/main.ts', `us.${old} @prose:us.${old} @assertion:us.${old} @policy:${old}`)]),
    ).toEqual({ holds: true });
  });

  test.each([
    ['key', `looks up \`us.${old}\``],
    ['comparison', `compares with \`us.${old}\``],
    ['type', `is a type that names \`us.${old}\``],
    ['table', `lists \`us.${old}\``],
  ])('fails on a %s, and says where', (position, nature) => {
    expect(ask([fakeDocument('app/a.ts', 'nothing'), fakeDocument('app/b.ts', `\n\n@${position}:us.${old}`)])).toEqual({
      holds: false,
      why: `app/b.ts:3 ${nature}, and \`global.${next}\` does not stand there`,
    });
  });

  test.each([
    ['the new ID stands in the same table', `@key:us.${old} @key:global.${next}`, true],
    ['only its bare ID does', `@key:us.${old} @key:${next}`, false],
    ['only another geography of it does', `@key:us.${old} @key:us.${next}`, false],
    ['the table is keyed by bare IDs and has both', `@key:${old} @key:${next}`, true],
    ['the table is keyed by bare IDs and has the old one', `@key:${old}`, false],
    ['the new ID stands elsewhere in the file', `@key:us.${old} @constant:global.${next}`, false],
    ['the table names another model', '@key:anthropic.claude-v2', true],
  ])('when %s', (_, text, holds) => expect(ask([fakeDocument('app/table.ts', text)]).holds).toBe(holds));

  test('a bare ID that gets a geography needs a table of full IDs', () => {
    expect(ask([fakeDocument('app/table.ts', `@key:${old} @key:${next}`)], old, `global.${next}`).holds).toBe(false);
    expect(ask([fakeDocument('app/table.ts', `@key:${old} @key:global.${next}`)], old, `global.${next}`).holds).toBe(
      true,
    );
  });

  test('a table entry with a computed geography stands for any', () => {
    const document = fakeDocument('app/table.ts', `@key:${old} @key:${next}`);
    const templates = document.modelReferences.map((reference) => ({ ...reference, form: 'template' as const }));
    expect(ask([{ ...document, modelReferences: templates }]).holds).toBe(true);
    expect(ask([{ ...document, modelReferences: templates.slice(0, 1) }]).holds).toBe(false);
  });

  test('a change of geography alone asks for the full ID', () => {
    expect(ask([fakeDocument('app/table.ts', `@key:us.${old}`)], `us.${old}`, `global.${old}`).holds).toBe(false);
    expect(ask([fakeDocument('app/table.ts', `@key:${old}`)], `us.${old}`, `global.${old}`).holds).toBe(true);
  });

  test('ignores other units, prose files and clients of other platforms', () => {
    const foreign = fakeDocument('app/f.ts', `@key:us.${old}`);
    expect(
      ask([
        fakeDocument('other/a.ts', `@key:us.${old}`),
        fakeDocument('app/README.md', `@table:us.${old}`, { format: 'markdown' }),
        fakeDocument('app/demo.ipynb', `@table:us.${old}`, { format: 'notebook' }),
        {
          ...foreign,
          modelReferences: foreign.modelReferences.map((reference) => ({
            ...reference,
            foreignClient: 'AnthropicFoundry',
          })),
        },
      ]),
    ).toEqual({ holds: true });
  });

  test('sees documents that are added after a question', () => {
    const created = index(fakeDocument('app/main.ts', `us.${old}`));
    const claim = { kind: 'notLookedUp', from: `us.${old}`, to: `global.${next}` } as const;
    expect(created.answer(claim, 'app/main.ts').holds).toBe(true);
    created.add(fakeDocument('app/late.ts', `@key:us.${old}`));
    expect(created.answer(claim, 'app/main.ts').holds).toBe(false);
  });
});

test('notLookedUp fails where a type takes the one and not the other', () => {
  const typed = (patterns: readonly string[]) =>
    index(fakeDocument('app/ids.ts', '', { idTypes: [{ patterns, range: [0, 1] }] })).answer(
      { kind: 'notLookedUp', from: old, to: next },
      'app/main.ts',
    );
  expect(typed([`^${old.slice(0, 18)}.*$`])).toEqual({
    holds: false,
    why: `app/ids.ts:1 is a type that takes \`${old}\`, and not \`${next}\``,
  });
  expect(typed([`^${old.slice(0, 18)}.*$`, `^${next}$`])).toEqual({ holds: true });
  expect(typed(['^amazon.*$'])).toEqual({ holds: true });
});

test('noGuard fails on a gate that answers differently, and says where', () => {
  const gated = fakeDocument('app/gate.ts', `\nif (id.includes('claude-3')) {}`, {
    modelGates: [{ kind: 'includes', patterns: ['claude-3'], range: [5, 10], geography: false }],
  });
  const claim = { kind: 'noGuard', from: old, to: next } as const;
  expect(index(gated).answer(claim, 'app/main.ts')).toEqual({
    holds: false,
    why: `app/gate.ts:2 decides by \`claude-3\`, which \`${old}\` and \`${next}\` answer differently`,
  });
  expect(index(gated).answer(claim, 'other/main.ts')).toEqual({ holds: true });
});

describe('gates of one condition', () => {
  const gateAt = (text: string, pattern: string): ModelGate => {
    const call = new RegExp(`[\\w.]+\\.includes\\('${pattern}'\\)`).exec(text);
    return {
      kind: 'includes',
      patterns: [pattern],
      range: [call?.index ?? 0, (call?.index ?? 0) + (call?.[0].length ?? 0)],
      geography: false,
    };
  };
  test.each([
    ['answer together when joined by or', `id.includes('claude-3') ||\n  id.includes('claude-haiku-4')`, true],
    ['answer together across Python lines', `(id.includes('claude-3')\n or id.includes('claude-haiku-4'))`, true],
    ['answer apart when joined by and', `id.includes('claude-3') && id.includes('claude-haiku-4')`, false],
    ['answer apart when they ask of different things', `a.includes('claude-3') || b.includes('claude-haiku-4')`, false],
  ])('%s', (_, text, holds) => {
    const document = fakeDocument('app/gate.ts', text, {
      modelGates: [gateAt(text, 'claude-3'), gateAt(text, 'claude-haiku-4')],
    });
    expect(index(document).answer({ kind: 'noGuard', from: old, to: next }, 'app/main.ts').holds).toBe(holds);
  });
});

test('notComposed fails where code puts a geography before IDs, unless the ID keeps its form', () => {
  const created = index(fakeDocument('app/geo.ts', '\n`${geo}.${id}`', { geographyBuilders: [[1, 16]] }));
  expect(created.answer({ kind: 'notComposed', from: old, to: `global.${next}` }, 'app/main.ts')).toEqual({
    holds: false,
    why: 'app/geo.ts:2 puts a geography or a foundation-model ARN before model IDs',
  });
  expect(created.answer({ kind: 'notComposed', from: old, to: next }, 'app/main.ts')).toEqual({ holds: true });
  expect(created.answer({ kind: 'notComposed', from: `us.${old}`, to: `global.${next}` }, 'app/main.ts')).toEqual({
    holds: true,
  });
  expect(created.answer({ kind: 'notComposed', from: old, to: `global.${next}` }, 'other/main.ts')).toEqual({
    holds: true,
  });
});

test('regions are those of the unit, each once', () => {
  const created = index(
    fakeDocument('app/a.ts', '', { regions: ['eu-west-1'] }),
    fakeDocument('app/.env', '', { regions: ['eu-west-1', 'us-east-1'] }),
    fakeDocument('app/.env.example', '', { regions: ['us-west-2'] }),
    fakeDocument('other/a.ts', '', { regions: ['ap-northeast-1'] }),
  );
  expect(created.regions('app/x.ts')).toEqual(['eu-west-1', 'us-east-1']);
});

test('noGuard says what taking IDs apart means', () => {
  const gates = { modelGates: [{ kind: 'split', patterns: ['.'], range: [0, 1], geography: false }] } as const;
  expect(
    index(fakeDocument('app/vendor.ts', 'modelId.split(".")[0]', gates)).answer(
      { kind: 'noGuard', from: old, to: `global.${next}` },
      'app/main.ts',
    ),
  ).toEqual({
    holds: false,
    why: `app/vendor.ts:1 takes IDs apart, and \`${old}\` and \`global.${next}\` have different pieces`,
  });
});

describe('notNamed', () => {
  const models = [old, 'anthropic.claude-3-sonnet-20240229-v1:0'];
  const named = (...documents: readonly Document[]) =>
    index(...documents).answer({ kind: 'notNamed', models }, 'app/main.ts');

  test('holds where no program of the unit names one of them', () => {
    expect(
      named(
        fakeDocument('app/main.ts', `us.${next} @prose:us.${old} @policy:${old} @assertion:${old}`),
        fakeDocument('app/main.test.ts', `us.${old}`),
        fakeDocument('other/main.ts', `us.${old}`),
      ),
    ).toEqual({ holds: true });
  });

  test('fails where one does, and says where', () => {
    expect(named(fakeDocument('app/main.ts', `us.${next}`), fakeDocument('app/b.ts', `@table:us.${old}`))).toEqual({
      holds: false,
      why: `app/b.ts names \`${old}\`, which would be answered otherwise`,
    });
  });
});
