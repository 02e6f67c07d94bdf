import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

it.each(files)('%s imports nothing of what it is there to judge', (file) => {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  const outside = [...text.matchAll(/from '(\.[^']*)'/g)]
    .map(([, specifier = '']) => path.join(import.meta.dirname, path.dirname(file), specifier))
    .filter((target) => !target.startsWith(import.meta.dirname + path.sep));
  expect(outside).toEqual([]);
});
