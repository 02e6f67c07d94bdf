const { BedrockRuntimeClient, InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
const model = 'anthropic.claude-v2:1';

/** Two questions to one model. */
async function complete(text) {
  const output = await client.send(
    new InvokeModelCommand({
      modelId: model,
      body: JSON.stringify({ prompt: '\n\nHuman: ' + text + '\n\nAssistant:', max_tokens_to_sample: 256 }),
    }),
  );
  return JSON.parse(new TextDecoder().decode(output.body)).completion;
}

async function summarize(text) {
  const output = await client.send(
    new InvokeModelCommand({
      modelId: model,
      body: JSON.stringify({
        prompt: `\n\nHuman: Summarize:\n<text>${text}</text>\n\nAssistant: <summary>`,
        max_tokens_to_sample: 512,
        stop_sequences: ['</summary>', '\n\nHuman:'],
      }),
    }),
  );
  const { completion } = JSON.parse(new TextDecoder().decode(output.body));
  return completion;
}

exports.ask = async (question) => {
  await summarize(question);
  return (await complete(question)).trim();
};
