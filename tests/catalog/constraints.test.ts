import { describe, expect, it } from 'vitest';
import { constraintsOf } from '../../src/catalog/constraints.js';
import { catalog } from '../../src/catalog/index.js';
import { models } from '../../src/catalog/models.generated.js';

describe('constraintsOf', () => {
  it('takes thinking off up to some effort where the vendor says so', () => {
    expect(of('anthropic.claude-opus-5').thinking).toMatchObject({ minBudgetTokens: 1024, disabledUpToEffort: 'high' });
    expect(of('anthropic.claude-sonnet-5-5').thinking.disabledUpToEffort).toBe('high');
    expect(of('anthropic.claude-sonnet-5').thinking.disabledUpToEffort).toBeNull();
  });

  it('knows the one model whose effort is a beta', () => {
    expect(models.filter((model) => constraintsOf(model).effort.beta !== null).map(({ id }) => id)).toEqual([
      'anthropic.claude-opus-4-5-20251101-v1:0',
    ]);
  });

  it.each([
    ['anthropic.claude-opus-5', 'taken'],
    ['anthropic.claude-sonnet-5', 'withoutThinking'],
    ['anthropic.claude-opus-5-5', 'refused'],
    ['anthropic.claude-v2', null],
  ])('%s: a forced tool choice is %s', (id, expected) => {
    expect(of(id).forcedToolChoice).toBe(expected);
  });

  it.each([
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', ['text_editor_20250728', 'bash_20250124', 'computer_20250124']],
    ['anthropic.claude-opus-4-5-20251101-v1:0', ['text_editor_20250728', 'bash_20250124', 'computer_20251124']],
    ['anthropic.claude-opus-4-8', ['text_editor_20250728', 'bash_20250124', 'computer_20251124']],
    ['anthropic.claude-3-7-sonnet-20250219-v1:0', ['text_editor_20250124', 'bash_20250124', 'computer_20250124']],
    ['anthropic.claude-sonnet-5', ['text_editor_20250728', 'bash_20250124']],
  ])('%s takes the tools %j', (id, types) => {
    expect(of(id).tools.taken.map(({ type }) => type)).toEqual(types);
  });

  it('says nothing of a tool that no source places', () => {
    const { taken, refused } = of('anthropic.claude-sonnet-4-6').tools;
    expect([...taken, ...refused].map(({ type }) => type)).not.toContain('computer_20250124');
    expect(of('anthropic.claude-opus-4-6-v1').tools.refused.map(({ type }) => type)).toContain('computer_20250124');
  });

  it.each([
    [
      'anthropic.claude-3-7-sonnet-20250219-v1:0',
      ['context-1m-2025-08-07', 'prompt-caching-2024-07-31'],
      'effort-2025-11-24',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      ['effort-2025-11-24', 'fine-grained-tool-streaming-2025-05-14'],
      'computer-use-2025-11-24',
    ],
    ['anthropic.claude-opus-4-5-20251101-v1:0', ['token-efficient-tools-2025-02-19'], 'effort-2025-11-24'],
  ])('%s: %j are obsolete, %s is not', (id, obsolete, alive) => {
    const names = of(id).obsoleteBetas.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(obsolete));
    expect(names).not.toContain(alive);
  });

  it('places the newest API version from one generation on', () => {
    const takes = (id: string) => of(id).apiVersions.taken.map(({ name }) => name);
    expect(takes('anthropic.claude-opus-4-7')).toContain('2026-10-21');
    expect(takes('anthropic.claude-sonnet-4-5-20250929-v1:0')).toEqual(['bedrock-2023-05-31']);
    expect(of('anthropic.claude-sonnet-4-6').apiVersions.refused.map(({ name }) => name)).toEqual(['2026-10-21']);
    expect(of('anthropic.claude-mythos-preview').apiVersions).toEqual({ taken: [], refused: [] });
  });

  it('offers no active model provisioned, faster, in another tier or through a router', () => {
    const offering = catalog.models.filter((model) => {
      const { provisioned, latencyOptimized, serviceTiers, promptRouting } = constraintsOf(model).throughput;
      const isActive = catalog.lifecycleOn(model, '2026-11-22').state !== 'endOfLife';
      return (
        isActive &&
        [provisioned, latencyOptimized, serviceTiers.priority, serviceTiers.flex, promptRouting].some(Boolean)
      );
    });
    expect(offering.map(({ id }) => id)).toEqual([]);
    expect(of('anthropic.claude-3-5-haiku-20241022-v1:0').throughput.latencyOptimized).toBe(true);
    expect(of('anthropic.claude-sonnet-4-6').throughput.serviceTiers.reserved).toBe(true);
  });

  it('does not judge what an entry leaves out', () => {
    const { throughput: _, ...model } = { ...get('anthropic.claude-opus-5') };
    expect(constraintsOf(model).throughput).toEqual({
      provisioned: null,
      latencyOptimized: null,
      serviceTiers: { priority: null, flex: null, reserved: null },
      promptRouting: null,
    });
  });
});

function of(id: string) {
  return constraintsOf(get(id));
}

function get(id: string) {
  const model = catalog.findModel(id);
  if (!model) throw new Error(`${id} is not in the catalog.`);
  return model;
}
