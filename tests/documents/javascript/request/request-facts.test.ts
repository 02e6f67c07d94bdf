import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../read.js';
import { fieldOf, fieldsOf, requestIn, settingsIn } from './read-request.js';

const aws = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});\n`;
const converse = (input: string, before = '') => `${aws}${before}\nawait client.send(new ConverseCommand(${input}));`;
const invoke = (body: string, more = '') =>
  `${aws}await client.send(new InvokeModelCommand({ modelId: M, body: JSON.stringify(${body})${more} }));`;
const sdk = (body: string) => `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create(${body});`;
const ai = (options: string, id = `bedrock('m')`) => `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
await generateText({ model: ${id}, ${options} });`;
const viaAnthropic = (options: string) => `import { generateText } from 'ai';
import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
await generateText({ model: bedrockAnthropic('m'), ${options} });`;
const langChain = (
  options: string,
  call = 'model.invoke("q")',
) => `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'm', ${options} });
await ${call};`;
const strands = (options: string, agent = '') => `import { Agent, BedrockModel } from '@strands-agents/sdk';
const agent = new Agent({ model: new BedrockModel({ modelId: 'm', ${options} }), ${agent} });
await agent.invoke('q');`;

describe('the settings of a request', () => {
  it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
    [
      'Converse: inference',
      converse(`{ inferenceConfig: { maxTokens: 8 * 1024, temperature: 0.5, topP: 0.9, stopSequences: ['END'] } }`),
      {
        maxTokens: ['inferenceConfig.maxTokens = 8192'],
        temperature: ['inferenceConfig.temperature = 0.5'],
        topP: ['inferenceConfig.topP = 0.9'],
        stopSequences: [`inferenceConfig.stopSequences = ['END']`],
      },
    ],
    [
      'Converse: what only Claude knows',
      converse(
        `{ additionalModelRequestFields: { top_k: 5, thinking: { type: 'enabled', budget_tokens: 2000 }, output_config: { effort: 'high', format: F }, anthropic_beta: ['a'], tool_choice: { type: 'any' }, tools: [{ type: 'bash_20250124' }] } }`,
      ),
      {
        topK: ['additionalModelRequestFields.top_k = 5'],
        thinking: [`additionalModelRequestFields.thinking = {type: 'enabled', budget_tokens: 2000}`],
        effort: [`additionalModelRequestFields.output_config.effort = 'high'`],
        outputFormat: ['additionalModelRequestFields.output_config.format = ?'],
        betas: [`additionalModelRequestFields.anthropic_beta = ['a']`],
        toolChoice: [`additionalModelRequestFields.tool_choice = {type: 'any'}`],
        tools: ['additionalModelRequestFields.tools = [?]'],
      },
    ],
    [
      'Converse: the rest',
      converse(
        `{ messages, toolConfig: { tools, toolChoice: { any: {} } }, outputConfig: { textFormat: { type: 'json_schema' } }, serviceTier: { type: 'flex' }, performanceConfig: { latency: 'optimized' } }`,
      ),
      {
        messages: ['messages = ?'],
        tools: ['toolConfig.tools = ?'],
        toolChoice: ['toolConfig.toolChoice = {any: {}}'],
        outputFormat: [`outputConfig.textFormat = {type: 'json_schema'}`],
        serviceTier: [`serviceTier = {type: 'flex'}`],
        latency: [`performanceConfig.latency = 'optimized'`],
      },
    ],
    [
      'Converse: what it does not read',
      converse(`{ temperature: 1, maxTokens: 5, thinking: {}, inferenceConfig: { top_p: 1 } }`),
      {},
    ],
    [
      'InvokeModel',
      invoke(
        `{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, temperature: 1, top_p: 0.5, top_k: 3, stop_sequences: [], reasoning_config: { enabled: true }, output_format: F, tool_choice: { type: 'auto' }, anthropic_beta: B, service_tier: 'auto' }`,
        `, serviceTier: 'flex', performanceConfigLatency: 'optimized'`,
      ),
      {
        apiVersion: [`anthropic_version = 'bedrock-2023-05-31'`],
        maxTokens: ['max_tokens = 100'],
        temperature: ['temperature = 1'],
        topP: ['top_p = 0.5'],
        topK: ['top_k = 3'],
        stopSequences: ['stop_sequences = []'],
        thinking: ['reasoning_config = {enabled: true}'],
        outputFormat: ['output_format = ?'],
        toolChoice: [`tool_choice = {type: 'auto'}`],
        betas: ['anthropic_beta = ?'],
        serviceTier: [`service_tier = 'auto'`, `serviceTier = 'flex'`],
        latency: [`performanceConfigLatency = 'optimized'`],
      },
    ],
    [
      'text completions',
      invoke('{ prompt: `\\n\\nHuman: ${q}\\n\\nAssistant:`, max_tokens_to_sample: 300 }'),
      {
        prompt: ['prompt = \n\nHuman: …\n\nAssistant:'],
        maxTokensToSample: ['max_tokens_to_sample = 300'],
      },
    ],
    [
      "Anthropic's SDK",
      sdk(
        `{ model: 'm', max_tokens: 5, thinking: { type: 'adaptive' }, output_config: { effort: 'low' }, betas: ['b'] }`,
      ),
      {
        maxTokens: ['max_tokens = 5'],
        thinking: [`thinking = {type: 'adaptive'}`],
        effort: [`output_config.effort = 'low'`],
        betas: [`betas = ['b']`],
      },
    ],
    [
      'AI SDK 4',
      ai(
        `maxTokens: 10, topP: 0.1, providerOptions: { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2000 } } }`,
        `bedrock('m', { additionalModelRequestFields: { top_k: 3 } })`,
      ),
      {
        maxTokens: ['maxTokens = 10'],
        topP: ['topP = 0.1'],
        topK: ['additionalModelRequestFields.top_k = 3'],
        thinking: [`providerOptions.bedrock.reasoningConfig = {type: 'enabled', budgetTokens: 2000}`],
      },
    ],
    [
      'AI SDK 7',
      ai(
        `maxOutputTokens: 10, topK: 2, stopSequences: ['x'], toolChoice: 'required', output: Output.object({ schema }), providerOptions: { amazonBedrock: { reasoningConfig: { type: 'adaptive', maxReasoningEffort: 'max' }, anthropicBeta: ['b'], serviceTier: 'flex' } }`,
      ),
      {
        maxTokens: ['maxOutputTokens = 10'],
        topK: ['topK = 2'],
        stopSequences: [`stopSequences = ['x']`],
        toolChoice: [`toolChoice = 'required'`, 'output = ?'],
        outputFormat: ['output = ?'],
        thinking: [`providerOptions.amazonBedrock.reasoningConfig = {type: 'adaptive', maxReasoningEffort: 'max'}`],
        effort: [`providerOptions.amazonBedrock.reasoningConfig.maxReasoningEffort = 'max'`],
        betas: [`providerOptions.amazonBedrock.anthropicBeta = ['b']`],
        serviceTier: [`providerOptions.amazonBedrock.serviceTier = 'flex'`],
      },
    ],
    [
      'AI SDK, through the Messages API',
      viaAnthropic(
        `providerOptions: { anthropic: { thinking: { type: 'enabled', budgetTokens: 12 }, effort: 'low' }, bedrock: { reasoningConfig: {} } }`,
      ),
      {
        thinking: [`providerOptions.anthropic.thinking = {type: 'enabled', budgetTokens: 12}`],
        effort: [`providerOptions.anthropic.effort = 'low'`],
      },
    ],
    [
      'LangChain',
      langChain(
        `temperature: 0, maxTokens: 5, stop: ['x'], performanceConfig: { latency: 'optimized' }, additionalModelRequestFields: { thinking: { type: 'enabled' } }`,
        `model.bindTools([t], { tool_choice: 'any' }).invoke('q')`,
      ),
      {
        temperature: ['temperature = 0'],
        maxTokens: ['maxTokens = 5'],
        stopSequences: [`stop = ['x']`],
        latency: [`performanceConfig.latency = 'optimized'`],
        thinking: [`additionalModelRequestFields.thinking = {type: 'enabled'}`],
        toolChoice: [`tool_choice = 'any'`],
      },
    ],
    [
      'LangChain, for structured output',
      langChain('', `model.withStructuredOutput(schema).invoke('q')`),
      { toolChoice: ['withStructuredOutput = ?'] },
    ],
    [
      'Strands',
      strands(
        `temperature: 0.2, maxTokens: 5, additionalRequestFields: { thinking: { type: 'adaptive' } }`,
        'tools: [t]',
      ),
      {
        temperature: ['temperature = 0.2'],
        maxTokens: ['maxTokens = 5'],
        thinking: [`additionalRequestFields.thinking = {type: 'adaptive'}`],
        tools: ['tools = [?]'],
      },
    ],
  ])('are found in %s', (_, source, settings) => {
    expect(settingsIn(source)).toEqual(settings);
  });

  it('come from the settings of middleware where the call is silent', () => {
    const source = (
      options: string,
    ) => `import { generateText, wrapLanguageModel, defaultSettingsMiddleware } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
const model = wrapLanguageModel({ model: bedrock('m'), middleware: defaultSettingsMiddleware({ settings: { temperature: 0.1 } }) });
await generateText({ model, ${options} });`;
    expect(settingsIn(source(''))).toEqual({ temperature: ['temperature = 0.1'] });
    expect(settingsIn(source('temperature: 1'))).toEqual({ temperature: ['temperature = 1'] });
  });

  it('are found in the body of a request without an SDK', () => {
    const source = `await fetch(\`https://bedrock-runtime.us-east-1.amazonaws.com/model/\${id}/converse\`, { method: 'POST', body: JSON.stringify({ inferenceConfig: { topP: 1 } }) });`;
    expect(settingsIn(source)).toEqual({ topP: ['inferenceConfig.topP = 1'] });
  });

  it('are seen in a body that is written as a text, and not to be edited there', () => {
    const source = `${aws}await client.send(new InvokeModelCommand({ modelId: M, body: \`{"prompt": "\${q}", "max_tokens_to_sample": 300}\` }));`;
    expect(fieldOf(source, 'maxTokensToSample')).toMatchObject({ value: { number: 300 }, removal: null });
  });
});

describe('a setting', () => {
  const text = (source: string, [start, end]: readonly [number, number]) => source.slice(start, end);

  it.each([
    ['is written', `{ inferenceConfig: { topP: 0.9 } }`, true],
    ['is a number of the environment', `{ inferenceConfig: { topP: Number(process.env.P) } }`, true],
    ['has a default', `{ inferenceConfig: { topP: options.topP ?? 0.9 } }`, true],
    ['is asked for first', `{ inferenceConfig: { topP: typeof p === 'number' ? p : 0.9 } }`, true],
    ['is asked for by itself', `{ inferenceConfig: { topP: p ? p : 0.9 } }`, true],
    ['is compared first', `{ inferenceConfig: { topP: p !== undefined ? p : 0.9 } }`, true],
    ['is chosen by another', `{ inferenceConfig: { topP: q ? p : 0.9 } }`, false],
    ['comes from nobody knows where', `{ inferenceConfig: { topP: options.topP } }`, false],
    ['may be undefined', `{ inferenceConfig: { topP: sample ? 0.9 : undefined } }`, false],
    ['is spread in on a condition', `{ inferenceConfig: { ...(sample && { topP: 0.9 }) } }`, false],
    ['stands in one of two objects', `{ inferenceConfig: sample ? { topP: 0.9 } : {} }`, false],
    ['stands in an object that may be missing', `{ inferenceConfig: sample ? { topP: 0.9 } : undefined }`, false],
  ])('that %s', (_, input, isCertain) => {
    expect(fieldOf(converse(input), 'topP').isCertain).toBe(isCertain);
  });

  it('is certain where a parameter always has a value', () => {
    const source = (parameter: string) =>
      `${aws}export const run = (${parameter}) => client.send(new ConverseCommand({ inferenceConfig: { topP } }));`;
    expect(fieldOf(source('topP: number'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('topP = 0.5'), 'topP')).toMatchObject({ isCertain: true });
    expect(fieldOf(source('topP?: number'), 'topP').isCertain).toBe(false);
    expect(fieldOf(source('topP: number | undefined'), 'topP').isCertain).toBe(false);
  });

  it('is certain where the type of what it is read from has it', () => {
    const source = (type: string, before = '') =>
      `${aws}${before}export const run = (options: ${type}) => client.send(new ConverseCommand({ inferenceConfig: { topP: options.topP } }));`;
    expect(fieldOf(source('{ topP: number }'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('Options', 'interface Options { readonly topP: number }\n'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('Options', 'type Options = { topP: number };\n'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('{ topP?: number }'), 'topP').isCertain).toBe(false);
    expect(fieldOf(source('{ topP: number | undefined }'), 'topP').isCertain).toBe(false);
    expect(fieldOf(source('Partial<Options>', 'type Options = { topP: number };\n'), 'topP').isCertain).toBe(false);
    expect(fieldOf(source('Options'), 'topP').isCertain).toBe(false);
  });

  it('is certain where a field of the class always has a value', () => {
    const source = (parameter: string) =>
      `${aws}class Chat { constructor(${parameter}) {}\n run() { return client.send(new ConverseCommand({ inferenceConfig: { topP: this.topP } })); } }`;
    expect(fieldOf(source('private readonly topP = 0.9'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('private readonly topP: number'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('private readonly topP?: number'), 'topP').isCertain).toBe(false);
  });

  it('is certain where it is taken out of an object with a default', () => {
    const source = (pattern: string) =>
      `${aws}export function run(options) { const ${pattern} = options; return client.send(new ConverseCommand({ inferenceConfig: { topP } })); }`;
    expect(fieldOf(source('{ topP = 0.9 }'), 'topP').isCertain).toBe(true);
    expect(fieldOf(source('{ topP }'), 'topP').isCertain).toBe(false);
  });

  it('depends on no model where each branch gives it a value', () => {
    const source = (value: string) =>
      `${aws}export const run = (modelId) => client.send(new ConverseCommand({ modelId, inferenceConfig: { topP: modelId.includes('x') ? ${value} : 0.3 } }));`;
    expect(fieldOf(source('0.1'), 'topP')).not.toHaveProperty('onlyWhere');
    expect(fieldOf(source('undefined'), 'topP')).toHaveProperty('onlyWhere');
  });

  it('has one field for each value that branches give it', () => {
    const source = `${aws}const input: any = { inferenceConfig: { topP: 0.1 }, additionalModelRequestFields: deep ? { thinking: { type: 'enabled' } } : { thinking: { type: 'disabled' } } };
await client.send(new ConverseCommand(input));`;
    expect(settingsIn(source)).toMatchObject({
      thinking: [
        `additionalModelRequestFields.thinking = {type: 'enabled'}`,
        `additionalModelRequestFields.thinking = {type: 'disabled'}`,
      ],
    });
    expect(fieldsOf(source, 'thinking').map(({ isCertain }) => isCertain)).toEqual([false, false]);
  });

  it('that a later statement sets takes the place of the first', () => {
    const source = invoke('body').replace(
      'await',
      `const body = { anthropic_version: 'v', top_p: 0.1 };\nbody.top_p = 0.2;\nawait`,
    );
    const field = fieldOf(source, 'topP');
    expect(field).toMatchObject({ value: { number: 0.2 }, isCertain: true });
    expect(text(source, field.property.range)).toBe('body.top_p = 0.2');
  });

  it('that a later statement may set has both values', () => {
    const source = invoke('body').replace(
      'await',
      `const body = { anthropic_version: 'v', top_p: 0.1 };\nif (x) body.top_p = 0.2;\nawait`,
    );
    expect(fieldsOf(source, 'topP').map(({ isCertain, removal }) => [isCertain, removal !== null])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it('that is changed in place is not certain', () => {
    const source = converse(
      'input',
      `const input = { inferenceConfig: { topP: 0.1 } };\ninput.inferenceConfig.topP = p;`,
    );
    expect(fieldsOf(source, 'topP').map(({ isCertain }) => isCertain)).toEqual([false, false]);
    expect(requestIn(source).isComplete).toBe(false);
  });

  it.each([
    ['in the call', converse(`{ inferenceConfig: { topP: 0.9 } }`), false],
    [
      'in an object of one call',
      converse('input', `const input = { inferenceConfig: { topP: 0.9 } };\nconsole.log(input);`),
      false,
    ],
    [
      'in an object that is read for other things',
      converse('input', `const input = { modelId: 'm', inferenceConfig: { topP: 0.9 } };\nlogCall(input.modelId);`),
      false,
    ],
    [
      'in an object that others read',
      converse('{ inferenceConfig: defaults }', `const defaults = { topP: 0.9 };\nother(defaults);`),
      true,
    ],
    [
      'in an object that is exported',
      converse('{ inferenceConfig: defaults }', `export const defaults = { topP: 0.9 };`),
      true,
    ],
    [
      'in an object spread into two',
      converse('{ inferenceConfig: { ...defaults } }', `const defaults = { topP: 0.9 };\nconst b = { ...defaults };`),
      true,
    ],
    ['in what a helper makes', converse('make()', `const make = () => ({ inferenceConfig: { topP: 0.9 } });`), false],
    [
      'in what a helper makes twice',
      converse('make()', `const make = () => ({ inferenceConfig: { topP: 0.9 } });\nmake();`),
      true,
    ],
  ])('written %s is shared or not', (_, source, isShared) => {
    expect(fieldOf(source, 'topP').isShared).toBe(isShared);
  });

  it.each([
    ['nobody', '', undefined],
    ['a log', 'console.log(defaults.topP);', undefined],
    ['a test of the object', 'if (defaults) go();', undefined],
    ['another request', `send({ inferenceConfig: { ...defaults } });`, undefined],
    ['other code', 'limit(defaults.topP);', true],
    ['a pattern', 'const { topP: share } = defaults;\nlimit(share);', true],
    ['a pattern that leaves it out', 'const { maxTokens } = defaults;\nlimit(maxTokens);', undefined],
    ['the rest of a pattern', 'const { maxTokens, ...rest } = defaults;\nlimit(rest.topP);', true],
    ['an unknown function', 'limit(defaults);', true],
    ['a function of the file', 'const f = (all) => limit(all.topP);\nf(defaults);', true],
    [
      'a function of the file, which asks for other things',
      'const f = (all) => all.maxTokens;\nf(defaults);',
      undefined,
    ],
    ['another file', 'export { defaults };', true],
  ])('is read by %s or not', (_, source, isRead) => {
    const again = 'export const again = () => send({ inferenceConfig: defaults });';
    const request = converse(
      '{ inferenceConfig: defaults }',
      `const defaults = { topP: 0.9, maxTokens: 5 };\n${source}\n${again}`,
    );
    expect(fieldOf(request, 'topP').isRead).toBe(isRead);
  });

  it('of another file is seen, and not to be edited here', () => {
    const source = `import { defaults } from './defaults.js';\n${converse('{ inferenceConfig: defaults }')}`;
    const files = { 'src/defaults.ts': 'export const defaults = { topP: 0.9 };' };
    expect(fieldOf(source, 'topP', files)).toMatchObject({
      property: { path: 'src/defaults.ts' },
      value: { number: 0.9 },
      isShared: true,
      removal: null,
    });
  });

  it('can be taken out', () => {
    const source = converse(`{ inferenceConfig: { topP: 0.9, maxTokens: 5 } }`);
    const { removal } = fieldOf(source, 'topP');
    const [start, end] = removal?.range ?? [0, 0];
    expect(source.slice(0, start) + (removal?.text ?? '?') + source.slice(end)).toBe(
      converse(`{ inferenceConfig: { maxTokens: 5 } }`),
    );
  });
});

describe('a request', () => {
  it('has the settings that are written, in one literal or spread together', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true }).map((number) => Number(number.toFixed(3)));
    const config = fc.record({ temperature: value, topP: value, maxTokens: fc.nat() }, { requiredKeys: [] });
    fc.assert(
      fc.property(config, fc.boolean(), (inferenceConfig, isSpread) => {
        const written = JSON.stringify(inferenceConfig);
        const source = isSpread
          ? converse('{ ...input, modelId: M }', `const input = { inferenceConfig: { ...${written} } };`)
          : converse(`{ inferenceConfig: ${written} }`);
        expect(settingsIn(source)).toEqual(
          Object.fromEntries(
            Object.entries(inferenceConfig).map(([name, number]) => [
              name,
              [`inferenceConfig.${name} = ${String(number)}`],
            ]),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['a literal', '{ inferenceConfig: {} }', true],
    ['a literal with known spreads', '{ ...(x ? { inferenceConfig: {} } : {}) }', true],
    ['with an unknown spread', '{ ...rest }', false],
    ['with an unknown part', '{ additionalModelRequestFields: fields }', false],
    ['whose messages alone are unknown', '{ messages }', true],
  ])('%s is complete or not', (_, input, isComplete) => {
    expect(requestIn(converse(input)).isComplete).toBe(isComplete);
  });

  it('has the literal it is written as', () => {
    const source = converse('input', 'const input = { modelId: M };');
    const { root } = requestIn(source);
    expect(source.slice(...(root?.place.range ?? [0, 0]))).toBe('{ modelId: M }');
  });

  it('of InvokeModel is its body', () => {
    const source = invoke(`{ anthropic_version: 'v' }`);
    expect(source.slice(...(requestIn(source).root?.place.range ?? [0, 0]))).toBe(`{ anthropic_version: 'v' }`);
  });

  it('whose body nobody can read still has the settings around it', () => {
    const source = `${aws}await client.send(new InvokeModelCommand({ modelId: M, body, performanceConfigLatency: 'optimized' }));`;
    expect(requestIn(source)).toMatchObject({ root: null, isComplete: false });
    expect(settingsIn(source)).toEqual({ latency: [`performanceConfigLatency = 'optimized'`] });
  });

  it('with fields that only Claude knows proves that the model is Claude', () => {
    const proves = (source: string) => read(source).modelCalls.map(({ provesClaude }) => provesClaude);
    expect(proves(converse(`{ modelId, additionalModelRequestFields: { anthropic_beta: ['a'] } }`))).toEqual([true]);
    expect(proves(converse(`{ modelId, additionalModelRequestFields: { top_k: 5 } }`))).toEqual([false]);
    expect(
      proves(converse(`{ modelId: 'amazon.nova-pro-v1:0', additionalModelRequestFields: { thinking: {} } }`)),
    ).toEqual([false]);
  });
});
