import { expect, it } from 'vitest';
import { formatOf } from '../../src/documents/format-of.js';

it.each([
  ['src/a.ts', 'javascript'],
  ['a.MJS', 'javascript'],
  ['a.tsx', 'javascript'],
  ['cdk.json', 'json'],
  ['x.code-workspace', 'json'],
  ['rows.jsonl', 'json'],
  ['a/template.yml', 'yaml'],
  ['pyproject.toml', 'toml'],
  ['.env', 'env'],
  ['.env.production', 'env'],
  ['prod.env', 'env'],
  ['main.tf', 'terraform'],
  ['dev.tfvars', 'terraform'],
  ['dev.tfvars.example', 'terraform'],
  ['config.yaml.sample', 'yaml'],
  ['README.md', 'markdown'],
  ['a.rst', 'markdown'],
  ['a.ipynb', 'notebook'],
  ['deploy.sh', 'shell'],
  ['src\\Dockerfile', 'shell'],
  ['Dockerfile.dev', 'shell'],
  ['app.py', 'code'],
  ['App.svelte', 'code'],
  ['x.snap', 'text'],
  ['bin/run', 'text'],
  ['', 'text'],
])('reads %j as %s', (path, format) => {
  expect(formatOf(path)).toBe(format);
});
