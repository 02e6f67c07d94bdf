import type { Variable } from '@typescript-eslint/scope-manager';
import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { SdkName } from '../../../text-completion.js';
import type { Trace } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { unwrap } from '../../syntax/unwrap.js';
import { type AnswerRead, readsOf } from '../answer-uses.js';
import { plainChunk } from '../chunk-guard.js';
import { codeStyleOf } from '../../../../edits/code-style.js';
import { obstacleIn } from './obstacle-in.js';
import { createReader } from './response-reads.js';
import { around, kept, removalOf, responseSources, type Presence, type Source } from './response-sources.js';
import { responseTypes } from './response-types.js';
import { streamEdits } from './stream-edits.js';
import { type NamedValue, namedValue } from './variable-of-value.js';
import { functionAround } from '../../syntax/functions.js';

/** What it takes to read the response of Converse where that of a text completion is read now. */
export interface ResponseEdits {
  readonly edits: readonly TextEdit[];
  readonly deleted: readonly Range[];
  readonly names: readonly SdkName[];
}

/** Rewrites one trace of an answer, or says why that can't be done. */
export function responseEdits(tree: SyntaxTree, trace: Trace): ResponseEdits | { readonly obstacle: string } {
  const obstacle = obstacleIn(trace);
  if (obstacle !== null) return { obstacle };
  const reads = readsOf(trace);
  const sources = responseSources(tree, trace, presenceFor(reads.map(({ name }) => name)));
  if ('obstacle' in sources) return sources;
  const types = responseTypes(tree, trace, sources.bodies);
  if ('obstacle' in types) return types;
  const stream = streamEdits(tree, trace);
  if ('obstacle' in stream) return stream;
  const edits: TextEdit[] = [...sources.edits, ...stream.edits];
  const deleted: Range[] = [...sources.deleted, ...types.deleted];
  const chunk = plainChunk(tree, reads);
  const aliases = new Map<Variable, Source>();
  let isPlain = false;
  for (const { outer, source } of sources.bodies) {
    const parent = tree.parentOf(outer);
    const isRead = reads.some(({ node }) => node === parent);
    const isTaken = parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern';
    if (parent && (isRead || isTaken)) {
      deleted.push(...around(source, isTaken ? outer.range : parent.range));
      continue;
    }
    const value = parent?.type === 'VariableDeclarator' ? namedValue(tree, parent.id) : null;
    const removal = value?.init === outer ? removalOf(tree, value, source) : null;
    deleted.push(...around(source, outer.range));
    if (value && removal) {
      aliases.set(value.variable, source);
      isPlain = value.statement === chunk?.statement && isReadAt(tree, reads, chunk.statement);
      const isGuarded = isPlain && !sources.asked.some((asked) => isSkipped(tree, asked));
      edits.push(
        isGuarded && value.statement && source.name !== null ? guardFor(tree, value.statement, source.name) : removal,
      );
      deleted.push(removal.range);
      edits.push(...renamedReads(value, source, reads));
    } else {
      if (value?.id.typeAnnotation) edits.push({ range: value.id.typeAnnotation.range, text: '' });
      const isAlone = parent?.type === 'VariableDeclarator' || parent?.type === 'ReturnStatement';
      edits.push(...kept(isAlone ? { ...source, range: source.bare } : source, outer.range));
    }
  }
  const reader = createReader(tree, sources.bodies, aliases, isPlain);
  for (const read of reads) {
    const found = reader(read);
    if ('obstacle' in found) return found;
    edits.push(...found.edits);
  }
  return { edits, deleted, names: types.names };
}

/** What is there of a response, or of an event, that the code goes on to read. */
function presenceFor(names: readonly (string | null)[]): Presence {
  return (source, isEvent) => {
    if (!isEvent) return `${source}.output`;
    return names.includes('stop_reason')
      ? `${source}.contentBlockDelta ?? ${source}.messageStop`
      : `${source}.contentBlockDelta?.delta?.text`;
  };
}

/** A name of the answer goes: what else uses it takes that of the response. */
function renamedReads(value: NamedValue, { name }: Source, reads: readonly AnswerRead[]): readonly TextEdit[] {
  return value.reads.flatMap((read): readonly TextEdit[] => {
    const isRead = reads.some(({ node }) => node.type === 'MemberExpression' && unwrap(node.object) === read);
    return isRead || name === null ? [] : [{ range: read.range, text: name }];
  });
}

/** Whether nothing is read later than the code around a statement runs. */
function isReadAt(tree: SyntaxTree, reads: readonly AnswerRead[], statement: Node): boolean {
  return reads.every(({ node }) => functionAround(tree, node) === functionAround(tree, statement));
}

/** `if (!event.chunk) continue;`, behind which every event has a text. */
function isSkipped(tree: SyntaxTree, asked: Node): boolean {
  const negation = tree.parentOf(asked);
  const test = negation && tree.parentOf(negation);
  return (
    negation?.type === 'UnaryExpression' &&
    test?.type === 'IfStatement' &&
    /^\{?\s*continue;?\s*\}?$/.test(tree.text.slice(...test.consequent.range))
  );
}

function guardFor(tree: SyntaxTree, statement: Node, name: string): TextEdit {
  const { semicolon } = codeStyleOf(tree.text);
  return {
    range: statement.range,
    text: `if (!${name}.contentBlockDelta?.delta?.text) continue${semicolon}`,
  };
}
