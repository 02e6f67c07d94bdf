import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishSignals, selectModel } from '../../src/runtime/src/index.js';
import type { PromptDescription, RouterInput, SelectOptions } from '../../src/runtime/src/index.js';

const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const sonnet = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const words = (count: number) => 'tree '.repeat(count);

function user(...content: unknown[]): RouterInput {
  return { messages: [{ role: 'user', content }] };
}

function reasonOf(input: RouterInput, options: SelectOptions & { classify?: undefined } = {}) {
  return selectModel(input, options).reason;
}

describe('selectModel', () => {
  it('names the documented models without options', () => {
    expect(selectModel('What time is it?')).toEqual({
      modelId: haiku,
      tier: 'simple',
      reason: 'simple',
      estimatedTokens: 505,
    });
    expect(selectModel('Analyze this.').modelId).toBe(sonnet);
  });

  it('names what is to be called', () => {
    const profile = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
    expect(selectModel('Hi', { simple: { modelId: haiku, profile } }).modelId).toBe(profile);
  });
});

describe('signal words', () => {
  it.each([
    'Compare both offers.',
    'please ANALYZE the log',
    'Write an analysis.',
    'Explain  why it fails.',
    'Think step-by-step.',
    'Weigh the trade-offs',
    '(refactor)',
  ])('are found: %s', (text) => {
    expect(reasonOf(text)).toBe('signal');
  });

  it.each([
    'Improve this sentence.',
    'Reanalyzed?',
    'redesign',
    'Wer hat den Beweis?',
    'approved',
    'What does step mean, by the way?',
    '',
  ])('are words of their own: %j', (text) => {
    expect(reasonOf(text)).toBe('simple');
  });

  it('count in the last text of the user alone', () => {
    const turn = (role: string, ...content: unknown[]) => ({ role, content });
    const text = (value: string) => ({ text: value });
    expect(
      reasonOf({
        messages: [turn('user', text('Analyze it.')), turn('assistant', text('Done.')), turn('user', text('Thanks'))],
      }),
    ).toBe('simple');
    expect(reasonOf({ messages: [turn('user', text('Hi')), turn('assistant', text('Shall I analyze it?'))] })).toBe(
      'simple',
    );
    const result = { toolResult: { toolUseId: '1', content: [text('Refactor me')] } };
    expect(reasonOf({ messages: [turn('user', text('Analyze it.')), turn('assistant'), turn('user', result)] })).toBe(
      'signal',
    );
    expect(reasonOf({ messages: [turn('user', text('Hi')), turn('assistant'), turn('user', result)] })).toBe('simple');
    expect(reasonOf(user({ guardContent: { text: { text: 'Analyze it.' } } }))).toBe('signal');
  });

  it('do not count in system prompts and documents', () => {
    const system = [{ text: 'You analyze and compare contracts step by step.' }];
    expect(reasonOf({ system, messages: [{ role: 'user', content: [{ text: 'Hi' }] }] })).toBe('simple');
    const document = { document: { name: 'Analyze', source: { text: 'Compare the strategy.' } } };
    expect(reasonOf(user(document, { text: 'Hi' }), { simpleUpTo: { attachments: 1 } })).toBe('simple');
  });

  it.each([
    ['Bitte vergleiche beides', ['vergleich*'], 'signal'],
    ['Unvergleichlich', ['vergleich*'], 'simple'],
    ['Überprüfe das', ['überprüf*'], 'signal'],
    ['この文章を分析してください', ['分析'], 'signal'],
    ['보고서를 비교해 주세요', ['비교'], 'signal'],
    ['用Python分析数据', ['分析'], 'signal'],
    ['これをdebugして', ['debug*'], 'signal'],
    ['Debugger', ['debug'], 'simple'],
    ['mé́langer', ['mé'], 'simple'],
    ['c++ or c', ['c++'], 'signal'],
    ['a.b', ['a*b', 'axb'], 'simple'],
    ['Analyze', [], 'simple'],
    ['Anything', ['', '*', ' '], 'simple'],
  ])('are the caller’s to choose: %s %j', (text, signals, reason) => {
    expect(reasonOf(text, { signals })).toBe(reason);
  });

  it('can be added to', () => {
    const signals = [...englishSignals, 'analysier*'];
    expect(reasonOf('Analysiere das', { signals })).toBe('signal');
    expect(reasonOf('Debug that', { signals })).toBe('signal');
  });
});

describe('size', () => {
  it('is that of the conversation and the response, without the system prompt', () => {
    expect(selectModel(words(100)).estimatedTokens).toBeGreaterThan(100 + 500);
    expect(selectModel(words(100)).estimatedTokens).toBeLessThan(180 + 500);
    expect(reasonOf(words(900))).toBe('simple');
    expect(reasonOf(words(1500))).toBe('size');
    expect(reasonOf({ system: words(9000), messages: [], inferenceConfig: { temperature: 1 } })).toBe('simple');
    expect(
      reasonOf({
        messages: [
          { role: 'user', content: words(800) },
          { role: 'assistant', content: words(800) },
          { role: 'user', content: 'Hi' },
        ],
      }),
    ).toBe('size');
  });

  it('takes the expected response from the call, or from the request if that allows less than usual', () => {
    expect(selectModel('', { expectedTokens: 3000 })).toMatchObject({ estimatedTokens: 3000, reason: 'size' });
    expect(selectModel({ messages: [], inferenceConfig: { maxTokens: 20 } }).estimatedTokens).toBe(20);
    expect(selectModel({ messages: [], max_tokens: 20 }).estimatedTokens).toBe(20);
    expect(selectModel({ messages: [], max_tokens: 64_000 }).estimatedTokens).toBe(500);
  });

  it('counts other scripts by their bytes, not by their characters', () => {
    const of = (text: string) => selectModel(text, { expectedTokens: 0 }).estimatedTokens;
    expect(of('prompt'.repeat(100))).toBe(167);
    expect(of('привет'.repeat(100))).toBe(334);
    expect(of('分析'.repeat(100))).toBe(167);
  });

  it('does not count bytes', () => {
    const image = { image: { format: 'png', source: { bytes: new Uint8Array(1e6) } } };
    const base64 = { type: 'image', source: { type: 'base64', data: 'A'.repeat(1e6) } };
    expect(selectModel(user(image)).estimatedTokens).toBeLessThan(520);
    expect(selectModel(user(base64)).estimatedTokens).toBeLessThan(520);
  });

  it('is the caller’s to limit', () => {
    expect(reasonOf('Hi there', { simpleUpTo: { tokens: 501 } })).toBe('size');
    expect(reasonOf(words(9000), { simpleUpTo: { tokens: Infinity } })).toBe('simple');
  });
});

describe('tools and attachments', () => {
  it.each<[string, RouterInput]>([
    ['tools', { messages: [], toolConfig: { tools: [{ toolSpec: {} }] } }],
    ['tools', { messages: [], tools: [{ name: 'search' }] }],
    ['tools', { messages: [], tools: { search: {} } }],
    ['attachments', user({ image: { format: 'png' } })],
    ['attachments', user({ document: { name: 'a' } })],
    ['attachments', user({ type: 'document', source: {} })],
    ['attachments', user({ type: 'file', data: 'x' })],
    ['simple', { messages: [], toolConfig: { tools: [] } }],
  ])('%s: %o', (reason, input) => {
    expect(reasonOf(input)).toBe(reason);
  });

  it('are the caller’s to limit', () => {
    const input = { messages: [], tools: [{}, {}] };
    expect(reasonOf(input, { simpleUpTo: { tools: 2 } })).toBe('simple');
    expect(reasonOf(input, { simpleUpTo: { tools: 1 } })).toBe('tools');
  });
});

describe('override and conversation', () => {
  it('overrides everything', () => {
    const previous = { modelId: haiku, tier: 'simple' } as const;
    expect(selectModel('Hi', { tier: 'complex', previous })).toMatchObject({ modelId: sonnet, reason: 'override' });
  });

  it('keeps the tier of a conversation, also when its model is another by now', () => {
    const previous = { modelId: 'us.anthropic.claude-opus-5', tier: 'complex' } as const;
    expect(selectModel('Hi', { previous })).toMatchObject({ modelId: sonnet, tier: 'complex', reason: 'previous' });
    expect(selectModel('Analyze', { previous: { modelId: haiku } })).toMatchObject({ modelId: haiku, tier: 'simple' });
  });

  it('keeps a model of no tier', () => {
    const modelId = 'us.anthropic.claude-opus-5';
    expect(selectModel('Hi', { previous: { modelId } })).toMatchObject({ modelId, tier: 'custom' });
    expect(selectModel('Hi', { previous: { modelId, tier: 'custom' } })).toMatchObject({ modelId, tier: 'custom' });
  });
});

describe('a classifier', () => {
  it('decides, now or later, knowing what the signals know', async () => {
    const seen: PromptDescription[] = [];
    const classify = (prompt: PromptDescription) => {
      seen.push(prompt);
      return 'complex' as const;
    };
    expect(await selectModel('Hi', { classify })).toMatchObject({ modelId: sonnet, reason: 'classifier' });
    expect(seen).toEqual([{ text: 'Hi', estimatedTokens: 501, tools: 0, attachments: 0 }]);
    const later = () => Promise.resolve('simple' as const);
    expect(await selectModel('Analyze', { classify: later })).toMatchObject({ tier: 'simple', reason: 'classifier' });
  });

  it('may leave it to the signals, also by an answer that is no tier', async () => {
    expect(await selectModel('Analyze', { classify: () => undefined })).toMatchObject({ reason: 'signal' });
    const classify = () => Promise.resolve(JSON.parse('"Complex."') as 'complex');
    expect(await selectModel('Hi', { classify })).toMatchObject({ reason: 'simple' });
  });

  it('is not asked where the matter is settled', async () => {
    const classify = () => expect.fail('it was asked');
    expect(await selectModel('Hi', { classify, tier: 'simple' })).toMatchObject({ reason: 'override' });
    expect(await selectModel('Hi', { classify, previous: { modelId: haiku } })).toMatchObject({ reason: 'previous' });
  });

  it('that throws rejects', async () => {
    const error = new Error('out of service');
    const classify = () => {
      throw error;
    };
    await expect(selectModel('Hi', { classify })).rejects.toBe(error);
  });
});

describe('any prompt', () => {
  it('gets one of the two models, the same every time', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), fc.array(fc.string()), (block, text, signals) => {
        const input = user({ text }, block);
        const selection = selectModel(input, { signals });
        expect([haiku, sonnet]).toContain(selection.modelId);
        expect(selectModel(input, { signals })).toEqual(selection);
      }),
    );
  });

  it.each(['step ', 'analy', 'trade  ', ' ', '-'])('takes 10 MB of %j', (part) => {
    const text = part.repeat(10_000_000 / part.length);
    expect(selectModel(text, { simpleUpTo: { tokens: Infinity } }).estimatedTokens).toBeGreaterThan(1e6);
  });
});
