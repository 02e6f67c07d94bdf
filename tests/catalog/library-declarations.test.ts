import { readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesBelow, withPackedPackage } from '../../scripts/packages/packed-package.mjs';
import { libraries } from '../../src/catalog/library-constants.generated.js';
import { parseModelName } from '../../src/catalog/model-id.js';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

// The packages themselves, of the versions the table was made from, say what each constant stands for.
describe.each(libraries)('$package@$version', { timeout: 120_000 }, (library) => {
  it('declares and defines exactly the constants of the table', () => {
    const { constants } = library;
    withPackedPackage(`${library.package}@${library.version}`, ({ root }: { readonly root: string }) => {
      if (library.names === 'arguments') {
        expect(constants).toEqual(
          declaredArguments(readFileSync(join(root, library.file.replace(/mjs$/, 'd.ts')), 'utf8')),
        );
        return;
      }
      expect(Object.keys(constants).toSorted()).toEqual(declaredNames(declarationsOf(root, library.exports)));
      expect(definedIds(root, join(root, library.file)) ?? constants).toEqual(constants);
    });
    expect(Object.values(constants).filter((id) => parseModelName(id) === null)).toEqual([]);
  });
});

/** The text of the declaration files that hold what the table is about. */
function declarationsOf(root: string, exported: readonly { readonly path: string }[]) {
  const holders = exported.map(({ path }) => path.split('.').at(-1) ?? '');
  const texts = filesBelow(root, (file: string) => file.endsWith('.d.ts') && !file.includes('node_modules')).map(
    (file) => readFileSync(join(root, file), 'utf8'),
  );
  return texts
    .filter((text) => holders.some((holder) => new RegExp(`(?:class|const|let|var) ${holder}\\b`).test(text)))
    .join('\n');
}

/** Names of Claude constants, as the package's declarations spell them. */
function declaredNames(declarations: string) {
  const names = declarations.matchAll(/^\s*(?:static readonly )?(\w*CLAUDE\w*)(?::|\?:)/gm);
  return [...new Set([...names].map(([, name]) => name ?? ''))].toSorted();
}

/** The names of Claude models that a function takes, as the type of its table spells them. */
function declaredArguments(declarations: string): Record<string, string> {
  const entries = declarations.matchAll(/readonly ['"](Claude[^'"]*)['"]: ['"]([^'"]+)['"]/g);
  return Object.fromEntries([...entries].map(([, name = '', id = '']) => [name, id]));
}

/** What the constants hold when the package's own code runs; `null` for packages that need more than the CDK to load. */
function definedIds(root: string, file: string): Record<string, string> | null {
  if (!/FoundationModelIdentifier|BedrockFoundationModel/.test(readFileSync(file, 'utf8'))) return null;
  // Beside the package, so that what it bundles comes first.
  symlinkSync(modules, join(root, '../node_modules'), 'dir');
  const loaded: unknown = createRequire(file)(file);
  const holder = valueOf(loaded, 'FoundationModelIdentifier') ?? valueOf(loaded, 'BedrockFoundationModel');
  const ids: Record<string, string> = {};
  for (const name of Object.getOwnPropertyNames(holder ?? {})) {
    const id = valueOf(valueOf(holder, name), 'modelId');
    if (name.includes('CLAUDE') && typeof id === 'string') ids[name] = id;
  }
  return ids;
}

function valueOf(owner: unknown, name: string): unknown {
  const isHolder = (typeof owner === 'object' && owner !== null) || typeof owner === 'function';
  return isHolder ? Reflect.get(owner, name) : undefined;
}
