import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, findConfig, loadConfig } from '../../src/policy/index.js';
import type { ConfigPort } from '../../src/policy/index.js';
import { parseJson } from '../../src/policy/load-config.js';

function memory(files: Record<string, string>): ConfigPort {
  const byPath = new Map(Object.entries(files).map(([path, text]) => [resolve(path), text]));
  return {
    read: (path) => byPath.get(path) ?? null,
    exists: (path) => [...byPath.keys()].some((each) => each.startsWith(path)),
  };
}

describe('findConfig', () => {
  it('finds the nearest file upward', () => {
    const port = memory({
      '/repo/bedrock-claude.config.json': '{ "target": "latest" }',
      '/repo/a/bedrock-claude.config.json': '{ "target": "4.6" }',
    });
    expect(findConfig(resolve('/repo/a/b'), port)).toEqual({
      path: resolve('/repo/a/bedrock-claude.config.json'),
      options: { target: '4.6' },
    });
    expect(findConfig(resolve('/repo/c'), port)?.options).toEqual({ target: 'latest' });
  });

  it('does not leave the repository', () => {
    const port = memory({ '/bedrock-claude.config.json': '{}', '/repo/.git/HEAD': '' });
    expect(findConfig(resolve('/repo/a'), port)).toBeNull();
  });

  it('finds nothing where nothing is', () => {
    expect(findConfig(resolve('/repo'), memory({}))).toBeNull();
  });
});

describe('loadConfig', () => {
  const load = (text: string) => loadConfig('bedrock-claude.config.json', { read: () => text, exists: () => true });

  it('reads comments, trailing commas and a byte order mark', () => {
    expect(load('\uFEFF{ // ours\n "target": "latest", }').options).toEqual({ target: 'latest' });
  });

  it('names file, line and column of a fault', () => {
    expect(() => load('{\n  "target": latest\n}')).toThrow(
      new ConfigError('bedrock-claude.config.json:2:13: this is not valid JSON (InvalidSymbol).'),
    );
  });

  it.each(['[]', '"latest"', 'null', '3'])('refuses %s', (text) => {
    expect(() => load(text)).toThrow('Expected bedrock-claude.config.json to hold one JSON object.');
  });

  it('refuses an empty file', () => {
    expect(() => load('')).toThrow(/^bedrock-claude\.config\.json:1:1: this is not valid JSON/);
  });

  it('says when the named file is missing', () => {
    expect(() => loadConfig('x.json', memory({}))).toThrow('The configuration file x.json does not exist.');
  });

  it('throws nothing but ConfigError, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseJson('x.json', text);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
    );
  });
});
