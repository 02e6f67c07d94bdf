import { answer, throttled } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';

// A process of its own, so that its memory and its work are not counted as the runtime's: `node throttling-bedrock.mjs 0.2`
// throttles a fifth of the requests, prints its URL, and ends with its input.
const share = Number(process.argv[2] ?? 0);
let due = 0;
const bedrock = await startBedrock({
  reply: () => {
    due += share;
    if (due < 1) return answer('Hello from Bedrock.');
    due -= 1;
    return throttled();
  },
});
process.stdout.write(`${bedrock.url}\n`);
process.stdin.resume();
process.stdin.on('end', () => void bedrock.close());
