import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const filesPerFolder = 50;
const functionsPerFile = 3;

/**
 * Writes a TypeScript project of `count` files of about 53 lines and 1.8 kB, every `count / hits`-th of which names a
 * retired model twice. The text is the same on every run.
 *
 * @param {string} root an empty folder
 * @param {{ count: number, hits: number }} size
 * @returns {{ bytes: number, lines: number }}
 */
export function writeCorpus(root, { count, hits }) {
  let bytes = 0;
  let lines = 0;
  for (let index = 0; index < count; index += 1) {
    const folder = path.join(root, 'src', `module-${String(Math.floor(index / filesPerFolder)).padStart(3, '0')}`);
    if (index % filesPerFolder === 0) mkdirSync(folder, { recursive: true });
    const text = index % (count / hits) === 0 ? hit(index) : file(index);
    bytes += text.length;
    lines += text.split('\n').length - 1;
    writeFileSync(path.join(folder, `file-${index}.ts`), text);
  }
  writeFileSync(path.join(root, 'package.json'), '{ "name": "bench", "private": true, "type": "module" }\n');
  return { bytes, lines };
}

function file(index) {
  const functions = Array.from({ length: functionsPerFile }, (_, part) => unit(index, part));
  return `import { readFile } from 'node:fs/promises';
import type { Result${index} } from '../types/result-${index % filesPerFolder}.js';

${functions.join('\n')}`;
}

function unit(index, part) {
  const name = `${index}_${part}`;
  return `export interface Options${name} {
  readonly retries: number;
  readonly label?: string;
}

/** Loads record ${name}, again while busy. */
export async function load${name}(path: string, options: Options${name}): Promise<Result${index}> {
  for (let attempt = 0; attempt <= options.retries; attempt += 1) {
    const text = await readFile(path, 'utf8');
    if (text.length === 0) continue;
    const rows = text.split('\\n').map((row) => row.trim());
    return { name: options.label ?? '${name}', rows };
  }

  throw new Error(\`record ${name} stayed busy\`);
}
`;
}

function hit(index) {
  return `${file(index)}
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const client${index} = new BedrockRuntimeClient({ region: 'us-east-1' });
const fallback${index} = 'anthropic.claude-3-sonnet-20240229-v1:0';

export async function ask${index}(text: string) {
  const messages = [{ role: 'user' as const, content: [{ text }] }];
  const modelId = process.env.MODEL_ID ?? fallback${index};
  await client${index}.send(new ConverseCommand({ modelId, messages }));
  return client${index}.send(new ConverseCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0', messages }));
}
`;
}
