import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const configs = [...readme.matchAll(/^```json\n(?<text>[^]*?)^```$/gm)].map(({ groups = {} }) => groups['text'] ?? '');
/** Some 4,000 tokens: more than Claude Sonnet 4.5 needs to cache, and more than the sample wants. */
const handbook = 'You answer questions of customers about their orders, returns and gift cards. '.repeat(220);
const files = {
  'src/answer.ts': `import { ask } from './lib/bedrock.js';
export const answer = (question: string) =>
  ask({
    modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    system: [{ text: '${handbook}' }],
    messages: [{ role: 'user', content: [{ text: question }] }],
  });
`,
  'src/lib/bedrock.ts': 'export declare function ask(request: object): Promise<string>;\n',
};

describe('the policies that README.md shows', () => {
  it('are one for whole calls and one of the defaults', () => {
    expect(configs.map((text) => text.includes('wrappers'))).toEqual([true, false]);
  });

  it.each(configs)('are accepted, and decide what is read: %s', (config) => {
    const folder = createFolder({ ...files, 'bedrock-claude.config.json': config });
    const { status, output } = run(
      process.execPath,
      [join(root, 'dist/cli/bin.js'), 'check', '--as-of', '2026-11-22'],
      folder,
    );
    expect(status, output).toBe(0);
    expect(output.includes('require-cache-point')).toBe(config.includes('wrappers'));
  });
});
