import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runScript } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';

interface Config {
  readonly file: string;
  readonly text: string;
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const configs: readonly Config[] = [
  ...readme.matchAll(/^```js\n\/\/ (?<file>eslint\.config\.\w+)\n(?<text>[^]*?)^```$/gm),
].map(({ groups = {} }) => ({ file: groups['file'] ?? '', text: groups['text'] ?? '' }));

const dead = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const files = {
  'a.js': `export const model = '${dead}';\n`,
  '.env': `MODEL_ID=${dead}\n`,
  'main.tf': `variable "model_id" {\n  default = "${dead}"\n}\n`,
  'a.json': `{ "modelId": "${dead}" }\n`,
  'a.yaml': `model_id: ${dead}\n`,
};

/** The files of a project in which ESLint finds the dead model. */
function filesWithFindings({ file, text }: Config) {
  const folder = createFolder({
    'package.json': '{ "type": "module" }',
    'bedrock-claude.config.json': '{ "asOf": "2026-11-22" }',
    [file]: text,
    ...files,
  });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['eslint', '@eslint', 'eslint-plugin-yml'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  symlinkSync(root, join(folder, 'node_modules/eslint-plugin-bedrock-claude'), 'junction');
  const { output, status } = runScript('node_modules/eslint/bin/eslint.js', ['--format', 'json', '.'], folder);
  expect(status, output).toBe(1);
  // ESLint's own output, documented to have this shape.
  const results = JSON.parse(output) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null }[];
  }[];
  return results
    .filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'bedrock-claude/no-end-of-life-model'))
    .map(({ filePath }) => filePath.slice(folder.length + 1))
    .toSorted();
}

describe('the configurations that README.md shows', () => {
  it('are one for ES modules, one for CommonJS and one for more files', () => {
    expect(configs.map(({ file }) => file)).toEqual(['eslint.config.js', 'eslint.config.cjs', 'eslint.config.js']);
  });

  it.each(configs.slice(0, 2))('lint code: $file', (config) => {
    expect(filesWithFindings(config)).toEqual(['a.js']);
  });

  it.each(configs.slice(2))('lint other files', (config) => {
    expect(filesWithFindings(config)).toEqual(Object.keys(files).toSorted());
  });
});
