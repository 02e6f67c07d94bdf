import { expect, it } from 'vitest';
import { placesIn, positionsIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

it.each([
  ['an assignment', `MODEL_ID="${haiku}"`, 'constant'],
  ['an assignment without quotes', `export MODEL_ID=${haiku}`, 'constant'],
  ['a setting of one command', `MODEL_ID=${haiku} node start.js`, 'constant'],
  ['a fallback', `MODEL_ID=\${MODEL_ID:-${haiku}}`, 'default'],
  ['a quoted fallback', `MODEL_ID="\${MODEL_ID:-"${haiku}"}"`, 'default'],
  ['a request', `aws bedrock-runtime converse --model-id ${haiku} --messages x`, 'request'],
  ['an option', `deploy --parameter=${haiku}`, 'constant'],
  ['a comparison', `if [ "$MODEL" = "${haiku}" ]; then`, 'comparison'],
  ['an arm of a case', `case $M in\n  ${haiku})\n    ;;`, 'comparison'],
  ['a comment', `# MODEL_ID=${haiku}`, 'prose: prose'],
  ['a message', `echo "Using ${haiku}"`, 'prose: prose'],
  ['a question', `read -p "Model [${haiku}]: " MODEL`, 'prose: prose'],
  ['JSON in a string', `curl -d '{"modelId":"${haiku}"}'`, 'constant: part of a longer text'],
  ['a here-document', `cat > a.json <<EOF\n{"modelId": "${haiku}"}\nEOF`, 'constant: part of a longer text'],
])('reads %s', (_, text, position) => {
  expect(positionsIn('deploy.sh', `${text}\n`)).toEqual([position]);
});

it('takes an array of models for a table', () => {
  expect(positionsIn('deploy.sh', `MODELS=(${haiku} "${sonnet}")\n`)).toEqual(['table', 'table']);
});

it.each([
  `ENV MODEL_ID=us.${haiku}`,
  `ENV MODEL_ID us.${haiku}`,
  `ARG MODEL_ID="us.${haiku}"`,
  `RUN printf '%s' \\\n  'export MODEL_ID=us.${haiku}' \\\n  > /etc/profile.d/x.sh`,
])('takes a setting of an image for a default: %j', (line) => {
  expect(placesIn('src/Dockerfile', `FROM node\n${line}\n`)).toEqual([
    { id: `us.${haiku}`, position: 'default', level: 'error', fixed: null },
  ]);
});
