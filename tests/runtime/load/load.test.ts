import { expect, it } from 'vitest';
import { answer, throttled } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';
import { runLoad } from './run-load.js';

// `node bench/runtime-load.mjs` makes 50,000 calls and watches the memory.
it('no call is lost at a concurrency of 50 with a fifth of the requests throttled', async () => {
  let count = 0;
  await using bedrock = await startBedrock({
    reply: () => ((count += 1) % 5 === 0 ? throttled() : answer('Hello from Bedrock.')),
  });
  const result = await runLoad({ url: bedrock.url, calls: 200, concurrency: 50, mode: 'converse' });
  expect(result).toMatchObject({ answered: 200, failed: {} });
  expect(count).toBeGreaterThan(240);
});
