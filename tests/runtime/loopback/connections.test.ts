import { Agent } from 'node:http';
import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { converseStream } from '../../../src/runtime/src/index.js';
import type { CallOptions } from '../../../src/runtime/src/index.js';
import { awsClient } from '../../loopback/clients.js';
import { answer, refusal } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';
import type { Bedrock } from '../../loopback/start-bedrock.js';

const modelId = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const other = 'global.anthropic.claude-opus-4-8';
const text = 'One two three four five six seven eight nine ten.';
const stuck = answer(text, { break: { after: 3, by: 'hang' } });

let bedrock: Bedrock;
let agent: Agent;
beforeEach(async () => {
  bedrock = await startBedrock();
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await bedrock.close();
});

/** With one connection: a call that keeps it shows in the next. */
function open(options: CallOptions = {}) {
  const client = awsClient(bedrock.url, { requestHandler: new NodeHttpHandler({ httpAgent: agent }) });
  const input = { modelId, messages: [{ role: 'user' as const, content: [{ text: 'Hello' }] }] };
  return converseStream(client, input, { command: ConverseStreamCommand, ...options });
}

async function expectFree() {
  await vi.waitFor(() => expect(Object.values(agent.sockets)).toEqual([]));
}

function fail(): never {
  throw new Error('a mistake of the caller');
}

describe('the connection of a stream is free again', () => {
  it('when the answer was refused and another model is asked', async () => {
    bedrock.script([refusal(), answer(text)]);
    const { stream } = await open({ onRefusal: () => other, deadline: 5000 });
    let seen = '';
    for await (const event of stream) seen += event.contentBlockDelta?.delta?.text ?? '';
    expect(seen).toBe(text);
    await expectFree();
  });

  it('when the reader stops', async () => {
    bedrock.script([stuck]);
    const { stream } = await open();
    for await (const event of stream) if (event.messageStart) break;
    await expectFree();
  });

  it('when the reader stops before it began', async () => {
    bedrock.script([stuck]);
    const { stream } = await open();
    expect(await stream.return()).toEqual({ done: true, value: undefined });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await expectFree();
  });

  it.each<[name: string, options: CallOptions]>([
    ['onAttempt', { onAttempt: fail }],
    ['onUsage', { onUsage: fail, onRefusal: () => other }],
    ['onRefusal', { onRefusal: fail }],
  ])('when %s throws', async (name, options) => {
    bedrock.script([name === 'onAttempt' ? stuck : refusal()]);
    await expect(open(options)).rejects.toThrow('a mistake of the caller');
    await expectFree();
  });

  it('when nobody reads by the deadline', async () => {
    bedrock.script([stuck]);
    await open({ deadline: 60 });
    await expectFree();
  });
});
