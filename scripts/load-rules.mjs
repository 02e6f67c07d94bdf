import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/**
 * The rules as their sources stand, whether or not they have been built.
 *
 * @returns {Promise<Readonly<Record<string, { name: string, meta: object }>>>}
 */
export async function loadRules() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src/rules/index.generated.ts')],
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    write: false,
  });
  // Inside the project, so that the packages it imports are found.
  const folder = path.join(root, 'node_modules/.cache/bedrock-claude');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `rules-${process.pid}.mjs`);
  writeFileSync(file, outputFiles[0].text);
  const { rules } = await import(pathToFileURL(file).href);
  return rules;
}
