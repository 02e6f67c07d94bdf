import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { createPolicy } from '../../src/policy/create-policy.js';
import rule from '../../src/rules/no-text-completions.js';
import { read } from '../documents/javascript/read.js';
import { runRule } from './run-rule.js';

const sdk = `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
/** A call as text completions had it; `«` and `»` mark what is reported. */
const asking = (
  model: string,
  prompt: string,
  rest = '',
) => `${sdk}const response = await client.send(new InvokeModelCommand({
  modelId: ${model},
  body: JSON.stringify({ prompt: ${prompt}, max_tokens_to_sample: 300${rest} }),
}));
show(JSON.parse(response.body.transformToString()).«completion»);`;
const migrated = (
  model: string,
  messages: string,
  rest = '',
) => `${sdk}const response = await client.send(new InvokeModelCommand({
  modelId: ${model},
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', messages: ${messages}, max_tokens: 300${rest} }),
}));
show(JSON.parse(response.body.transformToString()).content.map((block: { text?: string }) => block.text ?? '').join(''));`;

const conversing = (model: string, content: string, sampling = '', rest = '') =>
  `${sdk.replace('InvokeModelCommand', 'ConverseCommand')}const response = await client.send(new ConverseCommand({
  modelId: ${model},
  messages: [{ role: 'user', content: ${content} }],
  inferenceConfig: { maxTokens: 300${sampling} }${rest.replace(', ', ',\n  ')},
}));
show((response.output?.message?.content ?? []).map((block: { text?: string }) => block.text ?? '').join(''));`;

const moved = {
  messageId: 'useMessages',
  data: {
    name: 'Claude Sonnet 4.5',
    id: 'anthropic.claude-v2',
    to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    toName: 'Claude Sonnet 4.5',
    scope: 'global',
    price: ', $3/$15 per million tokens in/out instead of $8/$24',
  },
};
const forSuccessor = {
  messageId: 'requestForSuccessor',
  data: { name: 'Claude Sonnet 4.5', id: 'anthropic.claude-v2' },
};
const answer = { messageId: 'answer', data: {} };

runRule(rule, {
  valid: [
    // A Messages request, and one that is migrated already.
    { code: migrated(`'anthropic.claude-v2'`, `[{ role: 'user', content: 'Hi' }]`) },
    {
      code: migrated(
        `'us.anthropic.claude-sonnet-4-5-20250929-v1:0'`,
        `[{ role: 'user', content: 'Human: Hi\\n\\nAssistant:' }]`,
      ),
    },
    // Models of other providers word their bodies alike.
    {
      code: `${sdk}const response = await client.send(new InvokeModelCommand({ modelId: 'meta.llama3-70b-instruct-v1:0', body: JSON.stringify({ prompt: 'Hi', max_gen_len: 300 }) }));
show(JSON.parse(response.body.transformToString()).generation);`,
    },
    // A shadowed name and a look-alike.
    {
      code: `const run = (InvokeModelCommand: Command) => new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: JSON.stringify({ prompt: 'Hi' }) });`,
    },
    {
      code: `import { complete } from './anthropic.js';\nshow(await complete({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:' }));`,
    },
    // The day on which the models still answered.
    {
      code: asking(`'anthropic.claude-v2'`, `'\\n\\nHuman: Hi\\n\\nAssistant:'`).replaceAll(/[«»]/g, ''),
      policy: { asOf: '2024-06-01' },
    },
  ],
  invalid: [
    // Request, answer and ID move together.
    {
      code: asking(`'anthropic.claude-v2'`, '«`\\n\\nHuman: ${q}\\n\\nAssistant:`»', `, temperature: 0.5, top_p: 0.9`),
      output: null,
      errors: [
        {
          ...forSuccessor,
          suggestions: [
            {
              ...moved,
              output: migrated(
                `'global.anthropic.claude-sonnet-4-5-20250929-v1:0'`,
                "[{ role: 'user', content: `${q}` }]",
                ', temperature: 0.5',
              ),
            },
          ],
        },
        answer,
      ],
    },
    // The same as a call of Converse.
    {
      code: asking(
        `'anthropic.claude-v2'`,
        '«`\\n\\nHuman: ${q}\\n\\nAssistant:`»',
        `, temperature: 0.5, top_p: 0.9, top_k: 5`,
      ),
      options: { to: 'converse' },
      output: null,
      errors: [
        {
          ...forSuccessor,
          suggestions: [
            {
              ...moved,
              messageId: 'useConverse',
              output: conversing(
                `'global.anthropic.claude-sonnet-4-5-20250929-v1:0'`,
                '[{ text: `${q}` }]',
                ', temperature: 0.5',
                ', additionalModelRequestFields: { top_k: 5 }',
              ),
            },
          ],
        },
        answer,
      ],
    },
    // The configuration of all ways in says so.
    {
      code: asking('process.env.MODEL_ID', `«'\\n\\nHuman: Hi\\n\\nAssistant:'»`),
      policy: { rules: { 'no-text-completions': { to: 'converse' } } },
      output: null,
      errors: [
        {
          messageId: 'requestForTarget',
          data: {},
          suggestions: [
            {
              messageId: 'useConverseAlone',
              data: {},
              output: conversing('process.env.MODEL_ID', `[{ text: 'Hi' }]`),
            },
          ],
        },
        answer,
      ],
    },
    // The policy leaves the profile to a person.
    {
      code: asking(`'anthropic.claude-v2'`, `«'\\n\\nHuman: Hi\\n\\nAssistant:'»`),
      options: { to: 'converse' },
      policy: { residency: ['us', 'eu'] },
      output: null,
      errors: [
        {
          ...forSuccessor,
          suggestions: ['us', 'eu'].map((scope) => ({
            messageId: 'chooseProfileForConverse',
            data: {
              ...moved.data,
              scope,
              to: `${scope}.anthropic.claude-sonnet-4-5-20250929-v1:0`,
              price: ', $3.3/$16.5 per million tokens in/out instead of $8/$24',
            },
            output: conversing(`'${scope}.anthropic.claude-sonnet-4-5-20250929-v1:0'`, `[{ text: 'Hi' }]`),
          })),
        },
        answer,
      ],
    },
    // A model that is set elsewhere: whichever it is, it takes no text completion.
    {
      code: asking('process.env.MODEL_ID', `«'\\n\\nHuman: Hi\\n\\nAssistant:'»`),
      output: null,
      errors: [
        {
          messageId: 'requestForTarget',
          data: {},
          suggestions: [
            {
              messageId: 'useMessagesAlone',
              data: {},
              output: migrated('process.env.MODEL_ID', `[{ role: 'user', content: 'Hi' }]`),
            },
          ],
        },
        answer,
      ],
    },
    // An ID that was changed without the request.
    {
      code: asking(`'us.anthropic.claude-sonnet-4-5-20250929-v1:0'`, `«'\\n\\nHuman: Hi\\n\\nAssistant:'»`),
      output: null,
      errors: [
        {
          messageId: 'request',
          data: { name: 'Claude Sonnet 4.5' },
          suggestions: [
            {
              messageId: 'useMessagesAlone',
              data: {},
              output: migrated(`'us.anthropic.claude-sonnet-4-5-20250929-v1:0'`, `[{ role: 'user', content: 'Hi' }]`),
            },
          ],
        },
        answer,
      ],
    },
    // A geography without a successor is a person's choice.
    {
      code: asking(`'anthropic.claude-v2'`, `«'\\n\\nHuman: Hi\\n\\nAssistant:'»`),
      policy: { residency: ['us', 'eu'] },
      output: null,
      errors: [
        {
          ...forSuccessor,
          suggestions: ['us', 'eu'].map((scope) => ({
            messageId: 'chooseProfileForMessages',
            data: {
              ...moved.data,
              scope,
              to: `${scope}.anthropic.claude-sonnet-4-5-20250929-v1:0`,
              price: ', $3.3/$16.5 per million tokens in/out instead of $8/$24',
            },
            output: migrated(
              `'${scope}.anthropic.claude-sonnet-4-5-20250929-v1:0'`,
              `[{ role: 'user', content: 'Hi' }]`,
            ),
          })),
        },
        answer,
      ],
    },
    // What a new model does not take, and what nobody can split, is left alone.
    {
      code: asking(`'anthropic.claude-v2'`, `«'\\n\\nHuman: Hi\\n\\nAssistant: {'»`),
      policy: { target: 'latest' },
      output: null,
      errors: [{ ...forSuccessor, data: { ...forSuccessor.data, name: 'Claude Sonnet 5.5' } }, answer],
    },
    {
      code: asking(`'anthropic.claude-v2'`, 'build(q)').replace(
        'max_tokens_to_sample: 300',
        '«max_tokens_to_sample: 300»',
      ),
      output: null,
      errors: [forSuccessor, answer],
    },
    // Bodies, prompts and readers whose call is elsewhere.
    {
      code: `import { invoke } from './bedrock.js'; // Claude
const prompt = «\`\\n\\nHuman: \${q}\\n\\nAssistant:\`»;
const response = await invoke({ prompt, «max_tokens_to_sample: 300» });
for await (const item of response) show(JSON.parse(decode(item.chunk.bytes)).«completion»);`,
      output: null,
      errors: [
        { messageId: 'prompt', data: {} },
        { messageId: 'body', data: {} },
        { messageId: 'streamedAnswer', data: {} },
      ],
    },
  ],
});

describe('requests that share code', () => {
  const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
  const found = (text: string) => {
    const clean = text.replaceAll(/[«»]/g, '');
    return [...rule.detect(read(clean), { policy, options: { to: 'messages' } })];
  };
  const twoCalls = (second: string) => `${sdk}const modelId = 'anthropic.claude-v2';
async function one(q) {
  const r = await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify({ prompt: \`\\n\\nHuman: \${q}\\n\\nAssistant:\`, max_tokens_to_sample: 3 }) }));
  return JSON.parse(r.body.transformToString()).completion;
}
async function two(q) {
  const r = await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify({ ${second} }) }));
  return JSON.parse(r.body.transformToString()).completion;
}`;

  it('are repaired by one of them', () => {
    const findings = found(twoCalls('prompt: `Human: ${q}\\n\\nAssistant:`, max_tokens_to_sample: 5')).filter(
      ({ messageId }) => messageId === 'requestForSuccessor',
    );
    expect(findings.map(({ repairs }) => repairs.length)).toEqual([1, 0]);
    expect(findings[0]?.repairs[0]?.edits).toHaveLength(5);
    expect(findings[1]?.unrepaired).toBe('it is rewritten together with another request of this file');
  });

  it.each([
    ['one can’t be rewritten', 'prompt: build(q), max_tokens_to_sample: 5'],
    ['one is of another kind', 'inputText: q'],
  ])('are left alone where %s', (_, second) => {
    const [first] = found(twoCalls(second));
    expect(first?.messageId).toBe('requestForSuccessor');
    expect(first?.repairs).toEqual([]);
    expect(first?.unrepaired).toBeDefined();
  });

  it('are left alone where their model is named in another file, or for others', () => {
    const elsewhere = `import { modelId } from './models.js';\n${asking('modelId', `'\\n\\nHuman: Hi\\n\\nAssistant:'`)}`;
    const text = elsewhere.replaceAll(/[«»]/g, '');
    const files = { 'src/models.ts': `export const modelId = 'anthropic.claude-v2';` };
    const [imported] = [...rule.detect(read(text, 'src/app.ts', files), { policy, options: { to: 'messages' } })];
    expect(imported?.unrepaired).toContain('src/models.ts');
    const exported = `export const modelId = 'anthropic.claude-v2';\n${asking('modelId', `'\\n\\nHuman: Hi\\n\\nAssistant:'`)}`;
    expect(found(exported)[0]?.unrepaired).toBeDefined();
  });

  it('move every model that they may reach', () => {
    const text = asking(
      `fast ? 'anthropic.claude-instant-v1' : 'anthropic.claude-v2:1'`,
      `'\\n\\nHuman: Hi\\n\\nAssistant:'`,
    );
    const edits = found(text)[0]?.repairs[0]?.edits ?? [];
    expect(edits.map((edit) => edit.text).filter((id) => id.startsWith('global.'))).toEqual([
      'global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    ]);
    expect(edits).toHaveLength(4);
  });

  it('are left alone where a reader that both share can’t follow both', () => {
    const text = `${sdk}const read = (response) => JSON.parse(response.body.transformToString()).completion;
const body = (prompt) => JSON.stringify({ prompt, max_tokens_to_sample: 3 });
export const one = async (q) => read(await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: JSON.stringify({ prompt: \`\\n\\nHuman: \${q}\\n\\nAssistant:\`, max_tokens_to_sample: 3 }) })));
export const two = async (history) => read(await client.send(new InvokeModelCommand({ modelId: 'anthropic.claude-instant-v1', body: JSON.stringify({ prompt: history.join(''), max_tokens_to_sample: 3 }) })));`;
    const [first] = found(text).filter(({ messageId }) => messageId === 'requestForSuccessor');
    expect(first?.repairs).toEqual([]);
    expect(first?.unrepaired).toMatch(/^it goes with another request of this file: /);
  });

  it('are left alone where the file names a model of their own that no call is seen to take', () => {
    const text = `${sdk}export async function run(modelId, q) {
  const response = await client.send(new InvokeModelCommand({ modelId, body: JSON.stringify({ prompt: \`\\n\\nHuman: \${q}\\n\\nAssistant:\`, max_tokens_to_sample: 3 }) }));
  return JSON.parse(response.body.transformToString()).completion;
}
export const fast = (q) => run('anthropic.claude-instant-v1', q);
export const good = (q) => run('anthropic.claude-v2', q);`;
    const [request] = found(text);
    expect(request?.repairs).toEqual([]);
    expect(request?.unrepaired).toContain('the file names a model that takes text completions only');
  });

  it('say which model refuses them, so that both move together', () => {
    const [finding] = found(asking(`'anthropic.claude-v2'`, `'\\n\\nHuman: Hi\\n\\nAssistant:'`));
    expect(finding).toMatchObject({ level: 'warning', refusal: { when: 'moved', model: { path: 'src/app.ts' } } });
    const [now] = found(asking(`'us.anthropic.claude-sonnet-4-5-20250929-v1:0'`, `'\\n\\nHuman: Hi\\n\\nAssistant:'`));
    expect(now).toMatchObject({ level: 'error', refusal: { when: 'now' } });
  });
});

describe('calls of Converse', () => {
  const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
  const found = (text: string, files: Readonly<Record<string, string>> = {}) =>
    rule.detect(read(text.replaceAll(/[«»]/g, ''), 'src/app.ts', files), { policy, options: { to: 'converse' } });
  const requests = (text: string, files?: Readonly<Record<string, string>>) =>
    [...found(text, files)].filter(({ messageId }) => messageId.startsWith('request'));
  const call = (id: string) =>
    `show(JSON.parse((await client.send(new InvokeModelCommand({ modelId: '${id}', body: JSON.stringify({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 3 }) }))).body.transformToString()).completion);\n`;

  it('import what they use where other calls keep the old command, and the last one waits for the others', () => {
    const [one, two] = requests(`${sdk}${call('anthropic.claude-v2')}${call('anthropic.claude-instant-v1')}`);
    const converse = { module: '@aws-sdk/client-bedrock-runtime', name: 'ConverseCommand' };
    expect(one?.repairs[0]?.imports).toEqual([converse]);
    expect(two?.repairs[0]?.imports).toEqual([converse]);
    const ranges = (one?.repairs[0]?.edits ?? []).map(({ range }) => range.join());
    const waits = two?.repairs[0]?.edits.filter(({ range }) => ranges.includes(range.join())) ?? [];
    expect(waits.map(({ text }) => text)).toEqual(['InvokeModelCommand']);
  });

  it('take the name of the import where nothing else needs the old one', () => {
    const [only] = requests(`${sdk}${call('anthropic.claude-v2')}`);
    expect(only?.repairs[0]?.imports).toEqual([]);
    expect(only?.repairs[0]?.edits.filter(({ text }) => text === 'ConverseCommand')).toHaveLength(2);
  });

  it('are not written for a library that knows none', () => {
    const manifest = (version: string) => ({
      'package.json': JSON.stringify({ dependencies: { '@aws-sdk/client-bedrock-runtime': version } }),
    });
    const [old] = requests(`${sdk}${call('anthropic.claude-v2')}`, manifest('3.583.0'));
    expect(old?.repairs).toEqual([]);
    expect(old?.unrepaired).toBe(
      'version 3.583.0 of @aws-sdk/client-bedrock-runtime has no Converse, which came with 3.587.0',
    );
    const [newer] = requests(`${sdk}${call('anthropic.claude-v2')}`, manifest('3.587.0'));
    expect(newer?.repairs).toHaveLength(1);
  });
});
