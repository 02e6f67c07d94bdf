import { indented, programText } from '../program.js';
import type { Surface } from '../program.js';
import { readAnswer } from '../program-reading.js';
import { toSource } from '../to-source.js';
import { invokeBody, messagesType, messagesWords } from './invoke-model.js';

/** InvokeModel without a client, by an API key. */
export const http: Surface = {
  name: 'http',
  folder: 'main',
  program: (spec, { id, region }) => {
    const reading = spec.completion ? 'return answer.completion.trim();' : readAnswer(spec, messagesWords);
    if (reading === null) return null;
    const type = spec.completion ? '{ completion: string }' : messagesType;
    const regionInUrl = region.startsWith("'") ? region.slice(1, -1) : `\${${region}}`;
    return programText(
      `const MODEL_ID = '${id}';`,
      `export async function ask(question: string): Promise<string> {
  const response = await fetch(\`https://bedrock-runtime.${regionInUrl}.amazonaws.com/model/\${MODEL_ID}/invoke\`, {
    method: 'POST',
    headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
    body: JSON.stringify(${toSource(invokeBody(spec), 4)}),
  });
  if (!response.ok) {
    throw new Error(\`\${response.status} \${await response.text()}\`);
  }
  const answer = (await response.json()) as ${type};
  ${indented(reading, 2)}
}`,
    );
  },
};
