import { defineRule } from '../../src/rules/define-rule.js';
import type { Finding, Repair } from '../../src/rules/finding.js';

type MessageId = 'oldName' | 'mentioned';
type RepairId = 'rename' | 'renameMaybe' | 'renameWithImport';

const NAME = /anthropic\.claude-(plain|doubtful|claimed|imported|two-edits|prose)/g;

/** A rule whose findings are read off the text, so that a test sees the door and nothing else. */
export const toyRule = defineRule({
  name: 'toy',
  meta: {
    type: 'problem',
    docs: { description: 'finds toy names', presets: ['recommended'], severity: 'error' },
    messages: { oldName: '`{{ name }}` is old.', mentioned: '`{{ name }}` is only mentioned.' },
    repairs: {
      rename: { message: 'Rename `{{ name }}`', safeties: ['safe', 'review'] },
      renameMaybe: { message: 'Rename `{{ name }}` to `{{ to }}`', safeties: ['review'] },
      renameWithImport: { message: 'Rename `{{ name }}` by import', safeties: ['review'], imports: true },
    },
    schema: {
      type: 'object',
      properties: { ignore: { type: 'array', items: { type: 'string' }, description: 'names to leave alone' } },
      additionalProperties: false,
    },
    defaultOptions: { ignore: new Array<string>() },
  },
  *detect({ text }, { options }) {
    for (const match of text.matchAll(NAME)) {
      const [name, kind = ''] = match;
      if (!options.ignore.includes(name)) yield findingFor(name, kind, match.index);
    }
  },
});

function findingFor(name: string, kind: string, start: number): Finding<MessageId, RepairId> {
  const range = [start, start + name.length] as const;
  if (kind === 'prose') return { messageId: 'mentioned', data: { name }, range, level: 'note', repairs: [] };
  return { messageId: 'oldName', data: { name }, range, level: 'error', repairs: repairsFor(kind, range) };
}

function repairsFor(kind: string, range: readonly [number, number]): readonly Repair<RepairId>[] {
  const to = (text: string) => [{ range, text }];
  if (kind === 'plain') return [{ id: 'rename', safety: 'safe', edits: to('anthropic.new') }];
  if (kind === 'claimed') {
    const needs = [{ kind: 'noGuard', from: 'a', to: 'b' }] as const;
    return [{ id: 'rename', safety: 'safe', needs, edits: to('anthropic.new') }];
  }
  if (kind === 'imported') {
    const imports = [{ module: 'bedrock-claude-runtime', name: 'inferenceProfile' }];
    return [{ id: 'renameWithImport', safety: 'safe', edits: to('anthropic.new'), imports }];
  }
  if (kind === 'two-edits') {
    const [start, end] = range;
    return [
      {
        id: 'rename',
        safety: 'safe',
        edits: [
          { range: [start, start + 9], text: 'A' },
          { range: [end - 5, end], text: 'Z' },
        ],
      },
    ];
  }
  return ['eu', 'us'].map((scope) => ({
    id: 'renameMaybe',
    data: { to: `${scope}.new` },
    safety: 'review',
    edits: to(`${scope}.new`),
  }));
}
