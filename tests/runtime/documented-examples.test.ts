import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBedrock } from '../loopback/start-bedrock.js';
import type { Bedrock } from '../loopback/start-bedrock.js';
import * as runtime from '../../src/runtime/src/index.js';
import * as metrics from '../../src/runtime/src/metrics.js';
import * as streams from '../../src/runtime/src/streams.js';
import { collectExamples } from './documentation/examples.js';
import { runExample } from './documentation/run-example.js';

const root = path.join(import.meta.dirname, '../..');
const examples = collectExamples();
let bedrock: Bedrock;

beforeAll(async () => {
  bedrock = await startBedrock();
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', bedrock.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  for (const method of ['log', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await bedrock.close();
});

describe('examples of the documentation', () => {
  it('show every function and class in use', () => {
    const shown = examples.map(({ source }) => source.replace(/^import .*;$/gm, '')).join('\n');
    const missing = Object.keys({ ...runtime, ...metrics, ...streams }).filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(shown),
    );
    expect(missing).toEqual([]);
  });

  it('compile, as strictly as a user may ask for', () => {
    const files = new Map(
      examples.map(({ source }, at) => [path.join(root, `tests/runtime/example-${at}.ts`), source]),
    );
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
      paths: {
        'bedrock-claude-runtime': [path.join(root, 'src/runtime/src/index.ts')],
        'bedrock-claude-runtime/metrics': [path.join(root, 'src/runtime/src/metrics.ts')],
        'bedrock-claude-runtime/streams': [path.join(root, 'src/runtime/src/streams.ts')],
      },
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (file) => files.has(file) || fileExists(file);
    host.readFile = (file) => files.get(file) ?? readFile(file);
    host.getSourceFile = (file, language, ...rest) => {
      const source = files.get(file);
      return source === undefined
        ? getSourceFile.call(host, file, language, ...rest)
        : ts.createSourceFile(file, source, language, true);
    };
    const program = ts.createProgram([...files.keys()], options, host);
    const places = [...files.keys()];
    const problems = places.flatMap((file, at) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => `${examples[at]?.place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
    );
    expect(problems).toEqual([]);
  });

  it.each(examples.map((example, at) => [example.place, example, at] as const))(
    '%s runs',
    async (_place, example, at) => {
      const outcomes = await runExample(example, String(at));
      expect(outcomes.length).toBe(example.claims.length);
      for (const { claim, actual, expected } of outcomes) expect(actual, claim).toEqual(expected);
    },
  );
});
