import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
import * as runtime from '../../../src/runtime/src/index.js';
import * as metrics from '../../../src/runtime/src/metrics.js';
import * as streams from '../../../src/runtime/src/streams.js';

/** A TypeScript sample of the README or of a TSDoc comment. */
export interface Example {
  /** File and line. */
  readonly place: string;
  /** As a reader would complete it: with the imports that it leaves out. */
  readonly source: string;
  /** What it says of its results: `expression; // result`. */
  readonly claims: readonly Claim[];
}

export interface Claim {
  readonly start: number;
  readonly end: number;
  /** An expression, or `throws CODE`. */
  readonly result: string;
}

const root = path.join(import.meta.dirname, '../../../src/runtime');

const modules = {
  'bedrock-claude-runtime': Object.keys(runtime),
  'bedrock-claude-runtime/metrics': Object.keys(metrics),
  'bedrock-claude-runtime/streams': Object.keys(streams),
  '@aws-sdk/client-bedrock-runtime': Object.keys(sdk).filter((name) => /(?:Client|Command|Runtime)$/.test(name)),
};

/** What examples may take for granted. */
const surroundings: Readonly<Record<string, string>> = {
  client: 'const client = new BedrockRuntimeClient({});',
  input: `const input = { modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [{ role: 'user' as const, content: [{ text: 'Hello' }] }] };`,
};

/** Every sample of the README and of the sources, in their order. */
export function collectExamples(): readonly Example[] {
  const sources = readdirSync(path.join(root, 'src')).filter((name) => !name.endsWith('.generated.ts'));
  return ['README.md', ...sources.map((name) => path.join('src', name))].flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(/^( \* )?```ts\n(.*?)^(?: \* )?```$/gms)].map(
      ({ 1: margin = '', 2: block = '', index }) => {
        const body = margin === '' ? block : block.replace(/^ \* ?/gm, '');
        return toExample(`${file}:${text.slice(0, index).split('\n').length}`, body);
      },
    );
  });
}

function toExample(place: string, body: string): Example {
  const names = new Set(body.replace(/^import .*?;$/gms, '').match(/[A-Za-z]\w*/g));
  const declared = new Set(
    [...body.matchAll(/(?:const|let) (\w+)|import \{([^}]*)\}/g)].flatMap(
      ([, name, list]) => name ?? list?.match(/\w+/g) ?? [],
    ),
  );
  const given = Object.keys(surroundings).filter(
    (name) => names.has(name) && !declared.has(name) && new RegExp(`\\b${name}\\b[^:]`).test(body),
  );
  const preamble = given.map((name) => surroundings[name]).join('\n');
  const used = new Set([...names, ...(preamble.match(/\w+/g) ?? [])]);
  const imports = Object.entries(modules).flatMap(([module, exported]) => {
    const wanted = exported.filter((name) => used.has(name) && !declared.has(name));
    return wanted.length === 0 ? [] : [`import { ${wanted.join(', ')} } from '${module}';`];
  });
  const source = [...imports, preamble, body, 'export {};'].join('\n');
  return { place, source, claims: findClaims(source) };
}

/** Expression statements with a comment behind them, or on the next line, that is an expression itself. */
function findClaims(source: string): readonly Claim[] {
  const file = ts.createSourceFile('example.ts', source, ts.ScriptTarget.ESNext, true);
  const claims: Claim[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isExpressionStatement(node)) {
      const [comment] = ts.getTrailingCommentRanges(source, node.end) ?? nextLineComment(source, node.end);
      const result = comment && source.slice(comment.pos, comment.end).replace(/^\/\/\s*/, '');
      if (result && isResult(result))
        claims.push({ start: node.expression.getStart(), end: node.expression.end, result });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return claims;
}

function nextLineComment(source: string, end: number) {
  return (ts.getLeadingCommentRanges(source, end) ?? []).filter(({ pos }) => /^;?\n\s*$/.test(source.slice(end, pos)));
}

/** `0.9`, `'us'`, `[…]`, `{…}`, `throws CODE`; other comments are for the reader alone. */
function isResult(text: string) {
  return /^throws [A-Z_]+$|^(?:['"[{\d-]|true$|false$|null$|undefined$)/.test(text);
}
