import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { FilePort } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/open.js';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { createPolicy } from '../../src/policy/index.js';
import rule from '../../src/rules/require-cache-point.js';
import { cases, dynamicOrigins, prose, sourceOf, staticOrigins, surfaces } from './cache-shapes.mjs';
import { asOf } from './run-rule.js';

const policy = createPolicy({ settings: { asOf } }, { asOf, catalog });
const manifest = 'node_modules/@ai-sdk/amazon-bedrock/package.json';
const path = 'src/ask.ts';

describe.each(Object.entries(surfaces))('%s', (_, shape) => {
  it.each(Object.entries(staticOrigins))(
    'a text that stays the same is reported where its model caches it: %s',
    (_, origin) => {
      const seen = cases.map(({ tokens, model }) => {
        const { files = {}, ...rest } = origin(prose(tokens));
        return findingsIn(sourceOf(shape, { files, ...rest }, model), files).findings.map(({ messageId }) => messageId);
      });
      expect(seen).toEqual(cases.map(({ isCached }) => (isCached ? ['noPoint'] : [])));
    },
  );

  it.each(Object.entries(dynamicOrigins))('a text that changes is not: %s', (_, origin) => {
    for (const { tokens, model } of cases)
      expect(findingsIn(sourceOf(shape, origin(prose(tokens)), model), {}).findings).toEqual([]);
  });

  it('its repairs parse, and leave nothing to repair', () => {
    const [sonnet = cases[0]] = cases.filter(({ isCached }) => isCached);
    if (!sonnet) throw new Error('no case is cached');
    let repaired = 0;
    for (const origin of Object.values(staticOrigins)) {
      const { files = {}, ...rest } = origin(prose(sonnet.tokens));
      const { text, findings } = findingsIn(sourceOf(shape, { files, ...rest }, sonnet.model), files);
      const edits = findings.flatMap(({ repairs: [first] }) => first?.edits ?? []);
      if (edits.length === 0) continue;
      repaired += 1;
      const again = findingsIn(applyEdits(text, edits), files);
      expect(again.parseError).toBeNull();
      expect(again.findings).toEqual([]);
    }
    // A tool description that changes at its end can't be parted.
    expect(repaired).toBeGreaterThanOrEqual(Object.keys(staticOrigins).length - 1);
  });
});

function findingsIn(text: string, beside: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(Object.entries(beside).map(([name, content]) => [`src/${name}`, content]));
  const document = openDocument({ path, text, files: portOf({ ...files, [manifest]: '{ "version": "4.0.1" }' }) });
  return {
    text,
    parseError: document.parseError,
    findings: [...rule.detect(document, { policy, options: rule.defaultOptions[0] })],
  };
}

function portOf(files: Readonly<Record<string, string>>): FilePort {
  return {
    read: (name) => files[name] ?? null,
    resolvePackage: (_, name) => (`node_modules/${name}` in files ? `node_modules/${name}` : null),
    resolveModule(from, specifier) {
      const name = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
      return name in files ? name : null;
    },
  };
}
