import { describe, expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from '../text/places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';

describe('values', () => {
  it('takes a whole value for a constant', () => {
    expect(placesIn('config.json', `{ "modelId": "us.${haiku}" }`)).toEqual([
      { id: `us.${haiku}`, position: 'constant', level: 'error', fixed: null },
    ]);
  });

  it('gives the range of the ID inside an ARN', () => {
    const text = `{ "modelArn": "arn:aws:bedrock:eu-west-1::foundation-model/${haiku}" }`;
    const [reference] = documentOf('config.json', text).modelReferences;
    expect(reference).toMatchObject({
      position: 'constant',
      region: 'eu-west-1',
      fixed: null,
      range: [text.indexOf('anthropic'), text.indexOf('" }')],
    });
  });

  it('gives the range of the ID behind a gateway', () => {
    expect(placesIn('agents.json', `{ "model": { "primary": "amazon-bedrock/us.${haiku}" } }`)).toEqual([
      { id: `us.${haiku}`, position: 'constant', level: 'error', fixed: null },
    ]);
  });

  it('takes a URL path for a request', () => {
    const [reference] = documentOf('resolver.json', `{ "resourcePath": "/model/${haiku}/invoke" }`).modelReferences;
    expect(reference).toMatchObject({ position: 'request', surface: 'AppSync', fixed: null });
  });

  it('takes a sentence for prose', () => {
    expect(
      positionsIn('pattern.json', `{ "text": ["The function calls the model (${haiku}) and returns its answer."] }`),
    ).toEqual(['prose: prose']);
  });

  it('takes what a description says for prose, even alone', () => {
    expect(positionsIn('package.json', `{ "description": "${haiku}" }`)).toEqual(['prose: prose']);
  });

  it('does not edit an ID in code inside a string', () => {
    expect(positionsIn('workflow.json', JSON.stringify({ code: `const modelId = "${haiku}";` }))).toEqual([
      'constant: part of a longer text',
    ]);
  });

  it.each([
    ['an assignment in front of a command', `MODEL_ID=${haiku} node start.js`, 'constant'],
    ['an option of a command', `claude --model us.${haiku}`, 'constant'],
    ['a fallback of a variable', `\${MODEL_ID:-${haiku}}`, 'default'],
  ])('edits %s', (_, value, position) => {
    expect(positionsIn('package.json', JSON.stringify({ start: value }))).toEqual([position]);
  });
});

describe('keys and tables', () => {
  it('tells a key from its value', () => {
    expect(positionsIn('flags.json', `{ "${haiku}": { "image": true } }`)).toEqual(['key']);
  });

  it('takes what stands under a model ID for a table', () => {
    expect(positionsIn('profiles.json', `{ "${haiku}": { "eu-west-1": "eu.${haiku}" } }`)).toEqual(['key', 'table']);
  });

  it('takes a list of two models for a table', () => {
    expect(positionsIn('cdk.json', `{ "modelIds": ["${haiku}", "${sonnet}"] }`)).toEqual(['table', 'table']);
  });

  it('takes a list of one model for a constant', () => {
    expect(positionsIn('cdk.json', `{ "modelIds": ["${haiku}"] }`)).toEqual(['constant']);
  });

  it('takes a list with a model of another vendor for a table', () => {
    expect(positionsIn('cdk.json', `{ "modelIds": ["${haiku}", "amazon.nova-pro-v1:0"] }`)).toEqual(['table']);
  });

  it('takes rows that each name a model for a table', () => {
    expect(positionsIn('models.json', `[{ "id": "${haiku}" }, { "id": "${sonnet}" }]`)).toEqual(['table', 'table']);
  });

  it.each(['"name": "Claude 3 Haiku"', '"label": "Instant 1.2"', '"inputPrice": 0.25', '"contextWindow": 200000'])(
    'takes a row with %s for a table',
    (field) => {
      expect(positionsIn('models.json', `{ "models": [{ "id": "${haiku}", ${field} }] }`)).toEqual(['table']);
    },
  );

  it('takes a map from model names to IDs for a table', () => {
    expect(positionsIn('models.json', `{ "claude-3-haiku": "${haiku}", "claude-3-5-sonnet": "${sonnet}" }`)).toEqual([
      'table',
      'table',
    ]);
  });

  it('takes a map from roles to IDs for constants', () => {
    expect(positionsIn('models.json', `{ "fast": "${haiku}", "smart": "${sonnet}" }`)).toEqual([
      'constant',
      'constant',
    ]);
  });

  it('takes a map from regions to profiles for a table', () => {
    expect(positionsIn('map.json', `{ "us-east-1": "us.${haiku}", "eu-west-1": "eu.${haiku}" }`)).toEqual([
      'table',
      'table',
    ]);
  });

  it('takes JSON Lines for records', () => {
    expect(positionsIn('results.jsonl', `{"modelId":"${haiku}"}\n{"modelId":"${haiku}"}\n`)).toEqual([
      'table',
      'table',
    ]);
  });
});

describe('parameters, policies and metrics', () => {
  it('takes a default without a list for a default', () => {
    expect(positionsIn('schema.json', `{ "model": { "type": "string", "default": "${haiku}" } }`)).toEqual(['default']);
  });

  it('takes a default beside its allowed values for a default that they limit', () => {
    const text = `{ "model": { "default": "${haiku}", "enum": ["${haiku}", "us.${haiku}"] } }`;
    expect(positionsIn('schema.json', text)).toEqual(['default', 'table', 'table']);
    expect(documentOf('schema.json', text).modelReferences[0]?.allowed).toEqual([haiku, `us.${haiku}`]);
  });

  it('takes what stands beside allowed values under another name for a table', () => {
    const text = `{ "model": { "current": "${haiku}", "enum": ["${haiku}"] } }`;
    expect(positionsIn('schema.json', text)).toEqual(['table', 'table']);
  });

  it('takes the resource of a statement for a policy', () => {
    expect(
      placesIn(
        'policy.json',
        `{ "Statement": [{ "Effect": "Allow", "Action": "bedrock:InvokeModel", "Resource": ["arn:aws:bedrock:*::foundation-model/${haiku}"] }] }`,
      ),
    ).toEqual([{ id: haiku, position: 'policy', level: 'warning', fixed: null }]);
  });

  it('takes an ARN joined from parts for a policy', () => {
    const resource = { 'Fn::Join': ['', ['arn:aws:bedrock:', { Ref: 'AWS::Region' }, `::foundation-model/${haiku}`]] };
    expect(positionsIn('template.json', JSON.stringify({ Resource: resource }))).toEqual(['policy']);
  });

  it('takes the ID a metric is recorded under for a comparison', () => {
    expect(
      positionsIn('dashboard.json', `{ "metrics": [["AWS/Bedrock", "Invocations", "ModelId", "${haiku}"]] }`),
    ).toEqual(['comparison']);
  });
});

describe('tests', () => {
  it('takes values of a fixture for assertions', () => {
    expect(placesIn('tests/fixtures/api.json', `{ "${haiku}": "${haiku}" }`)).toEqual([
      { id: haiku, position: 'key', level: 'note', fixed: 'a test expects this text' },
      { id: haiku, position: 'assertion', level: 'note', fixed: null },
    ]);
  });
});

describe('exact ranges', () => {
  it('counts behind a byte order mark, line ends of Windows, comments and emoji', () => {
    const text = `\uFEFF{\r\n  // 🙂 model\r\n  "🙂": "🙂",\r\n  "model": "${haiku}",\r\n}\r\n`;
    expect(placesIn('settings.json', text).map(({ id }) => id)).toEqual([haiku]);
  });

  it('reads behind escapes in the same string', () => {
    expect(placesIn('a.json', `{ "a": "x\\n\\"${haiku}\\" \\u00e9" }`).map(({ id }) => id)).toEqual([haiku]);
  });

  it('finds an ID whose letters are escaped, and does not edit it', () => {
    expect(placesIn('a.json', '{ "model": "anthropic.claude\\u002dv2" }')).toEqual([
      { id: 'anthropic.claude\\u002dv2', position: 'constant', level: 'error', fixed: 'escaped text' },
    ]);
  });

  it('takes names in comments for prose', () => {
    expect(positionsIn('tsconfig.json', `{ // was ${haiku}\n "a": 1 }`)).toEqual(['prose: prose']);
  });
});

describe('files that do not parse', () => {
  const document = documentOf('broken.json', `{ "model": "${haiku}" "x" }`);

  it('says so', () => {
    expect(document.parseError).toBe('Comma expected at 1:53');
  });

  it('finds the names and edits none', () => {
    expect(document.modelReferences.map(({ fixed }) => fixed)).toEqual(['the file does not parse']);
  });

  it('gives up on nesting that no parser follows safely', () => {
    expect(documentOf('deep.json', `${'['.repeat(2000)}"${haiku}"`).parseError).toBe('nested too deeply');
  });

  it('does not count brackets in strings as nesting', () => {
    expect(documentOf('log.json', JSON.stringify({ log: '['.repeat(2000), model: haiku })).parseError).toBeNull();
  });

  it('is no error where nothing is named', () => {
    expect(documentOf('broken.json', '{ "claude": ').parseError).toBeNull();
  });
});

describe('regions', () => {
  it('collects literals under keys that set a region', () => {
    const text = `{ "AWS_REGION": "eu-central-1", "region": "us-gov-west-1", "regionName": "not a region", "other": "us-east-1", "m": "${haiku}" }`;
    expect(documentOf('cdk.json', text).regions).toEqual(['eu-central-1', 'us-gov-west-1']);
  });
});

describe('descriptions of an API', () => {
  it.each([
    `{ "schema": { "example": { "modelId": "${haiku}" } } }`,
    `{ "content": { "examples": { "short": { "value": { "modelId": "${haiku}" } } } } }`,
  ])('gives examples: %s', (text) => {
    expect(placesIn('openapi.json', text)).toMatchObject([{ position: 'prose', level: 'note' }]);
  });

  it('admits one value', () => {
    expect(placesIn('schema.json', `{ "properties": { "model": { "const": "${haiku}" } } }`)).toMatchObject([
      { position: 'comparison' },
    ]);
  });

  it('is not what a file of examples is', () => {
    expect(placesIn('config.json', `{ "examples": { "modelId": "${haiku}" } }`)).toMatchObject([
      { position: 'constant' },
    ]);
  });
});

describe('a temperature and a top_p', () => {
  const reason = 'temperature and top_p are set beside it: its successor takes one of them';

  it.each([
    `{ "modelId": "${haiku}", "temperature": 0.5, "top_p": 0.9 }`,
    `{ "modelId": "${haiku}", "inference": { "temperature": 0.5, "topP": 0.9 } }`,
    `{ "ModelId": "${haiku}", "InferenceConfiguration": { "Text": { "Temperature": 0.5, "TopP": 0.9 } } }`,
  ])('must move with the ID beside them: %s', (text) => {
    expect(placesIn('config.json', text)).toMatchObject([{ position: 'constant', fixed: reason }]);
  });

  it.each([
    `{ "modelId": "${haiku}", "temperature": 0.5 }`,
    `{ "modelId": "${haiku}", "a": { "temperature": 0.5 }, "b": { "topP": 0.9 } }`,
    `{ "chat": { "modelId": "${haiku}" }, "temperature": 0.5, "topP": 0.9 }`,
  ])('do not stand beside the ID: %s', (text) => {
    expect(placesIn('config.json', text)).toMatchObject([{ position: 'constant', fixed: null }]);
  });
});
