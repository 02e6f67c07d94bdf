import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/codemods/migrations.js';
import { rules } from '../../src/rules/index.generated.js';
import type { ClaudeRule } from '../../src/rules/rule-meta.js';

const folder = path.join(import.meta.dirname, '../../src/codemods');
const known: Readonly<Record<string, ClaudeRule>> = rules;

describe.each(migrations)('the migration $name', ({ name, rules: wanted, repairs }) => {
  it('names rules that exist, and repairs of theirs', () => {
    expect(wanted.filter((rule) => !Object.hasOwn(known, rule))).toEqual([]);
    const ids = new Set(wanted.flatMap((rule) => Object.keys(known[rule]?.meta.repairs ?? {})));
    expect(repairs.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is a transform of jscodeshift under its own name', async () => {
    const module: unknown = await import(path.join(folder, `${name}.ts`));
    expect(module).toHaveProperty('default', expect.any(Function));
    expect(module).toHaveProperty('migration.name', name);
  });
});

it('every transform there is belongs to a migration', () => {
  const transforms = readdirSync(folder).filter((file) =>
    /^export default defineCodemod\(/m.test(readFileSync(path.join(folder, file), 'utf8')),
  );
  expect(transforms.toSorted()).toEqual(migrations.map(({ name }) => `${name}.ts`).toSorted());
});
