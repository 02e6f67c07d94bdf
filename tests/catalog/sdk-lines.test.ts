import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiVersions } from '../../src/catalog/request-words.generated.js';
import type { Provenance } from '../../src/catalog/schema.js';
import { sdkApiVersions } from '../../src/catalog/sdk-lines.generated.js';
import {
  apiVersionSentBy,
  forcesOutputTool,
  hasFeature,
  missingFeature,
  sparesOutputToolFrom,
  temperatureSentBy,
} from '../../src/catalog/sdk-lines.js';

// The file is this repository's own.
const data = JSON.parse(readFileSync(new URL('../../src/catalog/sdk-lines.json', import.meta.url), 'utf8')) as {
  sources: object;
  apiVersions: Provenance[];
  features: Provenance[];
  outputTools: Provenance[];
  defaults: Provenance[];
};

describe('lines of SDKs', () => {
  it('give a source that is described for every entry, and describe no other', () => {
    const cited = [...data.apiVersions, ...data.features, ...data.outputTools, ...data.defaults].flatMap(
      ({ sources }) => sources,
    );
    expect([...new Set(cited)].toSorted()).toEqual(Object.keys(data.sources).toSorted());
  });

  it('have a generated file that is up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-sdk-lines.mjs', '--check'], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('send API versions that models are known to take or refuse', () => {
    const known = apiVersions.map(({ name }) => name);
    expect(sdkApiVersions.filter(({ sends }) => !known.includes(sends))).toEqual([]);
  });

  it('tell the lines of a library apart', () => {
    expect(apiVersionSentBy('@anthropic-ai/bedrock-sdk', '1.1.3')?.sends).toBe('2026-10-21');
    expect(apiVersionSentBy('@anthropic-ai/bedrock-sdk', '0.36.0')).toBeUndefined();
    expect(apiVersionSentBy('@anthropic-ai/bedrock-sdk', '1.0.0-beta.1')).toBeUndefined();
    expect(apiVersionSentBy('other', '1.1.3')).toBeUndefined();
    expect(missingFeature('@aws-sdk/client-bedrock-runtime', '3.778.0', 'cachePoints')?.since).toBe('3.779.0');
    expect(missingFeature('@aws-sdk/client-bedrock-runtime', '3.779.0', 'cachePoints')).toBeUndefined();
  });

  it('have a feature from one version on, always, or as far as nobody knows', () => {
    const name = '@ai-sdk/amazon-bedrock';
    const features = ['5.0.92', '5.0.93', '5.0.93-beta.1', null].map((v) =>
      hasFeature(name, v, 'dropsRefusedSampling'),
    );
    expect(features).toEqual([false, true, null, null]);
    expect(hasFeature(`${name}/anthropic`, null, 'dropsRefusedSampling')).toBe(true);
    expect(hasFeature(name, '5.0.101', 'cachePoints')).toBeNull();
  });

  it('ask for structured output with a forced tool up to one version of each line', () => {
    const name = '@ai-sdk/amazon-bedrock';
    const opus = 'anthropic.claude-opus-5-5';
    const sonnet = 'anthropic.claude-sonnet-5-5';
    const versions = ['2.2.12', '3.0.133', '3.0.134', '4.0.180', '4.0.186', '5.0.91', '5.0.95', '5.0.101', '6.1.0'];
    const forces = (model: string) =>
      versions.map((v) => forcesOutputTool(name, v, undefined, 'generateObject', model));
    expect(forces(opus)).toEqual([true, true, false, true, false, true, false, false, false]);
    expect(forces(sonnet)).toEqual([true, true, true, true, false, true, true, false, false]);
    expect(forcesOutputTool(name, '2.2.12', undefined, 'output', opus)).toBe(false);
    expect(sparesOutputToolFrom(name, sonnet)).toBe('5.0.99');
    expect(sparesOutputToolFrom(name, 'anthropic.claude-sonnet-5')).toBeNull();
  });

  it('go by what package.json asks for where nothing is installed', () => {
    const asked = ['^2.1.0', '^4.0.50', '4.0.50', '^5.0.99', '>=4.0.186', '*', undefined].map((range) =>
      forcesOutputTool('@ai-sdk/amazon-bedrock', null, range, 'generateObject', 'anthropic.claude-sonnet-5-5'),
    );
    expect(asked).toEqual([true, null, true, false, null, null, null]);
  });

  it('send a temperature that nobody set, up to one version', () => {
    const name = '@ai-sdk/amazon-bedrock';
    const sent = ['2.2.12', '3.0.0', 'latest'].map((version) => temperatureSentBy(name, version, '^1.0.0'));
    expect(sent).toEqual([0, null, null]);
    const asked = ['^2.1.0', '0.0.26', '>=2.0.0', '^3.0.0', '*', undefined];
    expect(asked.map((range) => temperatureSentBy(name, null, range))).toEqual([0, 0, null, null, null, null]);
    expect(temperatureSentBy('other', '1.0.0', undefined)).toBeNull();
  });
});
