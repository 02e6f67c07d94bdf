import type { Variable } from '@typescript-eslint/scope-manager';
import { declaredWith } from '../modules/bindings.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { speaksOfClaude } from './claude-evidence.js';
import { parsesJson } from './decoders.js';
import { traceAnswer } from './trace-answer.js';
import type { Origin, Trace } from './value.js';

/** Values that are used as only an answer of Bedrock can be. */
export function shapedTraces(tree: SyntaxTree, taken: ReadonlySet<Node>, reach: Reach): readonly Trace[] {
  return [...converseTraces(tree, taken, reach), ...metadataTraces(tree, taken, reach)];
}

/**
 * `result.stopReason` beside `result.output.message`, in a file that imports the SDK: only a Converse answer has both. Or
 * JSON with a `stopReason`, in a file that speaks of Bedrock and of `toolUse`.
 */
function converseTraces(tree: SyntaxTree, taken: ReadonlySet<Node>, reach: Reach): readonly Trace[] {
  if (!tree.text.includes('stopReason') || !/bedrock/i.test(tree.text) || !speaksOfClaude(tree, reach)) return [];
  const hasSdk = tree.text.includes('@aws-sdk/client-bedrock-runtime');
  const variables = new Set<Variable>();
  for (const member of tree.all('MemberExpression')) {
    const object = unwrap(member.object);
    if (
      object.type !== 'Identifier' ||
      taken.has(object) ||
      staticName(member.property, member.computed) !== 'stopReason'
    )
      continue;
    const variable = tree.variableOf(object);
    if (variable && isUntyped(variable) && ((hasSdk && readsMessage(tree, variable)) || isParsed(tree, variable)))
      variables.add(variable);
  }
  return [...variables].flatMap((variable) => {
    const [name] = variable.identifiers;
    if (!name) return [];
    const origin: Origin = { dialect: 'converse', surface: 'Converse', node: name, basis: 'shape', isForeign: false };
    return [traceAnswer(tree, origin, [{ node: name, kind: 'answer' }], reach)];
  });
}

function readsMessage(tree: SyntaxTree, variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const output = tree.parentOf(identifier);
    const outer = output ? tree.parentOf(output) : null;
    return (
      output?.type === 'MemberExpression' &&
      output.object === identifier &&
      staticName(output.property, output.computed) === 'output' &&
      outer?.type === 'MemberExpression' &&
      staticName(outer.property, outer.computed) === 'message'
    );
  });
}

/** A type of the project's own says what the value is. */
function isUntyped(variable: Variable): boolean {
  return variable.defs.every(({ name }) => {
    const type = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
    return !type || type.type === 'TSAnyKeyword';
  });
}

/** `const answer = JSON.parse(…)`. */
function isParsed(tree: SyntaxTree, variable: Variable): boolean {
  const value = declaredWith(variable)?.value;
  const call = value && unwrap(value);
  return call?.type === 'CallExpression' && parsesJson(tree, call.callee) && /\btoolUse\b/.test(tree.text);
}

/**
 * `message.response_metadata` of LangChain, in a file that says its answers may come from Bedrock. What one name stands for has one stop reason, however
 * often it is asked for.
 */
function metadataTraces(tree: SyntaxTree, taken: ReadonlySet<Node>, reach: Reach): readonly Trace[] {
  if (!/bedrock/i.test(tree.text) || !tree.text.includes('response_metadata')) return [];
  const reads = new Map<Variable | Node, [Node, ...Node[]]>();
  for (const member of tree.all('MemberExpression')) {
    if (taken.has(member) || staticName(member.property, member.computed) !== 'response_metadata') continue;
    const object = unwrap(member.object);
    if (object.type !== 'Identifier' || taken.has(object)) continue;
    const owner = tree.variableOf(object) ?? member;
    const known = reads.get(owner);
    if (known) known.push(member);
    else reads.set(owner, [member]);
  }
  return [...reads.values()].map((members) => {
    const [node] = members;
    const origin: Origin = { dialect: 'langChain', surface: 'LangChain', node, basis: 'shape', isForeign: false };
    const starts = members.map((member) => ({ node: member, kind: 'metadata' as const }));
    return traceAnswer(tree, origin, starts, reach);
  });
}
