const { BedrockRuntimeClient, InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env.BEDROCK_URL,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});
const encoder = new TextEncoder();

exports.ask = async (question) => {
  const prompt = `\n\nHuman: ${question}\n\nAssistant:`;
  const payload = { prompt, max_tokens_to_sample: 500, temperature: 0.5, stop_sequences: ['\n\nHuman:'] };
  const body = JSON.stringify(payload);
  const command = new InvokeModelCommand({
    contentType: 'application/json',
    body: encoder.encode(body),
    modelId: 'anthropic.claude-v2',
  });
  const apiResponse = await client.send(command);

  // Decode the response.
  const decodedResponseBody = new TextDecoder().decode(apiResponse.body);
  const responseBody = JSON.parse(decodedResponseBody);
  if (responseBody.stop_reason !== 'stop_sequence') throw new Error(`Stopped by ${responseBody.stop_reason}`);
  console.debug(responseBody);
  return responseBody.completion.trim();
};
