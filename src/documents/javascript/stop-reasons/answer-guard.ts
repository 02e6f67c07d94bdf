import type { Use } from '../answer/value.js';
import type { MendPlace } from '../../stop-reason-check.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import type { CheckContext } from './check-context.js';
import { guard } from './guard-place.js';
import { indentAt, isInBlock, lineAbove, lineOf } from './line-place.js';

/** A guard where the answer of a call, or an event of its stream, first has a name. */
export function answerGuard(context: CheckContext): MendPlace | null {
  const bound = context.trace.uses.filter(
    ({ role, value }) => role === 'bound' && value.within.length === 0 && !value.isUncertain,
  );
  for (const use of bound) {
    const place =
      use.value.kind === 'answer'
        ? answerPlace(context, use)
        : use.value.kind === 'event'
          ? eventPlace(context, use)
          : null;
    if (place) return place;
  }
  return null;
}

function answerPlace(context: CheckContext, { node, at }: Use): MendPlace | null {
  const { tree, trace } = context;
  const statement = at.type === 'VariableDeclarator' ? tree.parentOf(at) : null;
  if (at.type !== 'VariableDeclarator' || statement?.type !== 'VariableDeclaration' || !isInBlock(tree, statement))
    return null;
  const own = lineOf(tree, statement);
  if (!own || isStreamed(context)) return null;
  const place = { at: statement.range[1], indent: own.indent };
  if (node.type === 'Identifier') {
    if (!mayReadReason(tree, node, at)) return null;
    return guard(context, {
      side: 'after',
      place,
      when: null,
      reason: `${node.name}${ways[trace.origin.dialect]}`,
      answer: node.name,
    });
  }
  return node.type === 'ObjectPattern' && trace.origin.dialect !== 'langChain' ? picked(context, node, place) : null;
}

const ways = {
  converse: '.stopReason',
  messages: '.stop_reason',
  aiSdk: '.finishReason',
  langChain: '.response_metadata.stopReason',
  strands: '.stopReason',
} as const;

/** `const { output } = …` becomes `const { output, stopReason } = …`. */
function picked(context: CheckContext, pattern: Node, place: { at: number; indent: string }): MendPlace | null {
  const { tree, trace } = context;
  const name = ways[trace.origin.dialect].slice(1);
  const last = pattern.type === 'ObjectPattern' ? pattern.properties.at(-1) : undefined;
  if (!last || last.type === 'RestElement' || new RegExp(String.raw`\b${name}\b`).test(tree.text)) return null;
  const indent = indentAt(tree, last.range[0]);
  const text = /^[ \t]*$/.test(indent) ? `,\n${indent}${name}` : `, ${name}`;
  return guard(context, {
    side: 'after',
    place,
    when: null,
    reason: name,
    answer: null,
    pick: { at: last.range[1], text },
  });
}

/** The answer of `streamText` has its reason only once the text is read. */
function isStreamed({ trace, tree }: CheckContext): boolean {
  return trace.origin.dialect === 'aiSdk' && /\bstream(?:Text|Object)\b/.test(tree.text);
}

/** A type of the project's own may not have the reason; without one, and with the SDK's, it is there. */
function mayReadReason(tree: SyntaxTree, name: Node, declarator: Node): boolean {
  if (declarator.type !== 'VariableDeclarator') return false;
  const annotation = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  const asserted = declarator.init?.type === 'TSAsExpression' ? declarator.init.typeAnnotation : undefined;
  return [annotation, asserted].every((type) => !type || hasReason(tree, type));
}

function hasReason(tree: SyntaxTree, type: Node): boolean {
  if (type.type === 'TSAnyKeyword') return true;
  if (type.type === 'TSTypeLiteral')
    return type.members.some(
      (member) => 'key' in member && /^stop_?reason$/i.test(staticName(member.key, false) ?? ''),
    );
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  return (
    tree
      .variableOf(type.typeName)
      ?.defs.some((definition) => definition.type === 'ImportBinding' && isSdk(definition.parent)) ?? false
  );
}

function isSdk(declaration: Node | null | undefined): boolean {
  return declaration?.type === 'ImportDeclaration' && /^@(?:aws-sdk|anthropic-ai)\//.test(declaration.source.value);
}

/** At the top of the loop over the events, or behind the line that decodes one. */
function eventPlace(context: CheckContext, { node, at }: Use): MendPlace | null {
  const { tree, trace } = context;
  if (node.type !== 'Identifier' || trace.origin.dialect === 'aiSdk') return null;
  const isConverse = trace.origin.dialect === 'converse';
  const reason = isConverse ? `${node.name}.messageStop?.stopReason` : `${node.name}.delta.stop_reason`;
  const when = isConverse ? reason : `${node.name}.type === 'message_delta' && ${reason}`;
  if (at.type === 'ForOfStatement') {
    const [first] = at.body.type === 'BlockStatement' ? at.body.body : [];
    const place = first ? lineAbove(tree, first) : null;
    return place && guard(context, { side: 'before', place, when, reason, answer: null });
  }
  const statement = tree.parentOf(at);
  if (at.type !== 'VariableDeclarator' || !statement || !isInBlock(tree, statement)) return null;
  const own = mayReadReason(tree, node, at) ? lineOf(tree, statement) : null;
  return (
    own &&
    guard(context, { side: 'after', place: { at: statement.range[1], indent: own.indent }, when, reason, answer: null })
  );
}
