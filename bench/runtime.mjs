// `node bench/runtime.mjs [--rounds 40]`: what the runtime's helpers cost a call, in turns with doing nothing, so that a busy machine slows both alike.
import { parseArgs } from 'node:util';
import { importTypeScript } from '../scripts/packages/import-typescript.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const rounds = Number(values.rounds);
const batch = 2000;

const { converse, createRouter, selectModel, withPromptCaching } = await importTypeScript('src/runtime/src/index.ts');

const sentence = 'Please tell me which of these trees grow well in a small garden with little sun. ';
const prompt = sentence.repeat(25).slice(0, 2048);
const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const blocks = Array.from({ length: 20 }, (_, at) => ({ text: `${at}. ${sentence.repeat(4)}` }));
const request = {
  modelId,
  system: blocks.slice(0, 4),
  messages: Array.from({ length: 8 }, (_, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: blocks.slice(4 + 2 * at, 6 + 2 * at),
  })),
};
const response = { stopReason: 'end_turn', output: { message: { content: [{ text: 'Hello' }] } } };
const client = { converse: async () => response };
const router = createRouter();
const call = { messages: [{ role: 'user', content: [{ text: prompt }] }] };

const contenders = {
  'selectModel, prompt of 2 kB': [() => selectModel(prompt), () => prompt],
  'withPromptCaching, 20 blocks': [() => withPromptCaching(request), () => request],
  'withPromptCaching, 20 blocks and history': [() => withPromptCaching(request, { history: true }), () => request],
  'converse, no options': [() => converse(client, request), () => client.converse(request)],
  'converse, router and cache': [() => converse(client, call, { router, cache: true }), () => client.converse(call)],
};

console.log(`microseconds a call beyond doing nothing, median of ${rounds} rounds of ${batch} calls in turns`);
for (const [name, [work, nothing]] of Object.entries(contenders)) {
  const differences = [];
  for (let round = 0; round <= rounds; round += 1) {
    const idle = await time(nothing);
    const busy = await time(work);
    // The first round warms up.
    if (round > 0) differences.push(busy - idle);
  }
  const sorted = differences.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2);
  console.log(`${name.padEnd(42)} ${at(0.5).padStart(7)}   (${at(0.1)} to ${at(0.9)})`);
}

async function time(work) {
  const started = performance.now();
  for (let count = 0; count < batch; count += 1) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return ((performance.now() - started) * 1000) / batch;
}
