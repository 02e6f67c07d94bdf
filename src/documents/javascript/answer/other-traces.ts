import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { shapedTraces } from './shaped-traces.js';
import { traceAnswer } from './trace-answer.js';
import { typedValue } from './typed-values.js';
import { unknownClientTraces } from './unknown-clients.js';
import type { Origin, Trace } from './value.js';
import { vocabularyTraces } from './vocabulary-traces.js';

/** Answers that come from no call of this file: their type, or the way they are used, says what they are. */
export function otherTraces(tree: SyntaxTree, siteTraces: readonly Trace[], reach: Reach): readonly Trace[] {
  // In a file that calls models of other providers alone, a type of the SDK says nothing about Claude.
  const calls = siteTraces.filter(({ origin }) => origin.basis === 'call');
  if (calls.length > 0 && calls.every(({ origin }) => origin.isForeign)) return [];
  const taken = new Set<Node>(siteTraces.flatMap(({ uses }) => uses.map(({ node }) => node)));
  return [
    ...typedTraces(tree, taken, reach),
    ...shapedTraces(tree, taken, reach),
    ...vocabularyTraces(tree, taken, reach),
    ...unknownClientTraces(tree, reach),
  ];
}

/** Parameters and variables with a type of an SDK. */
function typedTraces(tree: SyntaxTree, taken: ReadonlySet<Node>, reach: Reach): readonly Trace[] {
  if (!/@aws-sdk\/client-bedrock-runtime|@anthropic-ai\/bedrock-sdk/.test(tree.text)) return [];
  return tree.all('TSTypeAnnotation').flatMap((annotation) => {
    const name = tree.parentOf(annotation);
    if ((name?.type !== 'Identifier' && name?.type !== 'ObjectPattern') || taken.has(name)) return [];
    const typed = typedValue(tree, annotation.typeAnnotation, reach);
    if (!typed) return [];
    const origin: Origin = { ...typed, node: name, basis: 'type', isForeign: false };
    return [traceAnswer(tree, origin, [{ node: name, kind: typed.kind }], reach)];
  });
}
