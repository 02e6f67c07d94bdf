import { describe, expect, it } from 'vitest';
import { read } from '../read.js';
import { siteIn, sitesIn } from './sites.js';

const params = `{ modelId: 'm', contentType: 'application/json', body: JSON.stringify({ anthropic_version: 'v', max_tokens: 9, messages: M }) }`;
const aws = `import AWS from 'aws-sdk';\nconst client = new AWS.BedrockRuntime();\n`;

describe('the client of version 2', () => {
  it.each([
    ['of the default export', aws],
    ['of the namespace', `import * as AWS from 'aws-sdk';\nconst client = new AWS.BedrockRuntime({});\n`],
    ['by its name', `import { BedrockRuntime as B } from 'aws-sdk';\nconst client = new B();\n`],
    ['of CommonJS', `const AWS = require('aws-sdk');\nconst client = new AWS.BedrockRuntime();\n`],
    ['of a service', `const B = require('aws-sdk/clients/bedrockruntime');\nconst client = new B();\n`],
    ['of an imported service', `import B from 'aws-sdk/clients/bedrockruntime';\nconst client = new B();\n`],
    ['that a type names', `import AWS from 'aws-sdk';\ndeclare const client: AWS.BedrockRuntime;\n`],
  ])('%s makes a request with a body', (_, source) => {
    expect(siteIn(`${source}export const ask = () => client.invokeModel(${params}).promise();`)).toMatchObject({
      surface: 'InvokeModel',
      dialect: 'messages',
      models: [`'m'`],
      messages: ['M'],
      maxTokens: '9',
      answers: [`client.invokeModel(${params}).promise()`],
      shape: 'jsonBody',
    });
  });

  it.each([
    ['a look-alike', `import AWS from '@acme/aws-sdk';\nconst client = new AWS.BedrockRuntime();\n`],
    ['another service', `import AWS from 'aws-sdk';\nconst client = new AWS.SageMakerRuntime();\n`],
    ['another client of Bedrock', `import B from 'aws-sdk/clients/bedrock';\nconst client = new B();\n`],
    ['a name of the program', `const AWS = load();\nconst client = new AWS.BedrockRuntime();\n`],
  ])('%s is none', (_, source) => {
    expect(sitesIn(`${source}client.invokeModel(${params}).promise();`)).toEqual([]);
  });

  it('says nothing of Converse, whose newer fields it refuses', () => {
    expect(sitesIn(`${aws}client.converse({ modelId: 'm', messages: M }).promise();`)).toEqual([]);
  });
});

describe('the answer of version 2', () => {
  it.each([
    [
      'a name of the request',
      `const request = client.invokeModel(${params});\nrequest.promise();`,
      ['request.promise()'],
    ],
    ['what a callback is given', `client.invokeModel(${params}, (error, data) => done(data));`, ['data']],
    ['a function of a name', `client.invokeModel(${params}, done);`, ['done']],
    [
      'a callback with all it is given',
      `client.invokeModel(${params}, (...all) => done(all));`,
      ['(...all) => done(all)'],
    ],
    [
      'a request that is listened to',
      `const request = client.invokeModel(${params});\nrequest.promise();\nrequest.on('success', done);`,
      [],
    ],
  ])('comes to %s', (_, source, answers) => {
    expect(siteIn(`${aws}${source}`)).toMatchObject({ surface: 'InvokeModel', answers });
  });
});

it('knows the region of the client, not of its neighbours', () => {
  const clients = `import AWS from 'aws-sdk';\nnew AWS.BedrockRuntime({ region: 'eu-west-1' });\nnew AWS.S3({ region: 'us-east-1' });`;
  expect(read(clients).regions).toEqual(['eu-west-1']);
});
