import { parsesJson } from '../answer/decoders.js';
import { traceAnswer, type Start } from '../answer/trace-answer.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Kind, Trace, Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Where a property of an answer is read: a member, or a property of a pattern. */
export interface AnswerRead {
  readonly name: string | null;
  readonly node: Node;
  readonly use: Use;
}

/** What becomes of the answer of a call, resolvers of AppSync included, whose answer comes to a function of its own. */
export function answerTraces(tree: SyntaxTree, site: CallSite, reach: Reach): readonly Trace[] {
  if (site.surface !== 'AppSync') return [traceOfSite(site, tree, reach)];
  const starts = resolverAnswers(tree);
  const origin = { ...traceOfSite(site, tree, reach).origin, surface: site.surface, dialect: 'messages' as const };
  return starts.length > 0 ? [traceAnswer(tree, origin, starts, reach)] : [];
}

/** `JSON.parse(ctx.result.body)` of an AppSync resolver. */
function resolverAnswers(tree: SyntaxTree): readonly Start[] {
  return parsedValues(tree).flatMap(({ call, argument }) => {
    const body = unwrap(argument);
    const result = body.type === 'MemberExpression' ? unwrap(body.object) : null;
    const context = result?.type === 'MemberExpression' ? unwrap(result.object) : null;
    return body.type === 'MemberExpression' &&
      staticName(body.property, body.computed) === 'body' &&
      result?.type === 'MemberExpression' &&
      staticName(result.property, result.computed) === 'result' &&
      context?.type === 'Identifier' &&
      tree.variableOf(context)?.defs[0]?.type === 'Parameter'
      ? [{ node: call, kind: 'answer' as const }]
      : [];
  });
}

/** `JSON.parse(decode(item.chunk.bytes))`, `JSON.parse(decode(response.body))`, of calls that nobody sees. */
export function unseenAnswers(tree: SyntaxTree): readonly Start[] {
  return parsedValues(tree).flatMap(({ call, argument }): Start[] => {
    const code = tree.text.slice(...argument.range);
    if (/\bchunk\??\.bytes\b/.test(code)) return [{ node: call, kind: 'event' }];
    return /\.body\b/.test(code) && /decode|Buffer|toString|toUtf8/.test(code) ? [{ node: call, kind: 'answer' }] : [];
  });
}

function parsedValues(tree: SyntaxTree) {
  return tree.all('CallExpression').flatMap((call) => {
    const [argument] = call.arguments;
    return argument && parsesJson(tree, call.callee) ? [{ call, argument }] : [];
  });
}

/** Kinds of values that are an answer, or one event of it, in the words of the API. */
export const worded: ReadonlySet<Kind> = new Set<Kind>(['answer', 'event']);

/** Every property that is read off an answer. */
export function readsOf({ uses }: Trace): readonly AnswerRead[] {
  return uses.flatMap((use): AnswerRead[] => {
    if (use.role !== 'member' || use.value.within.length > 0 || !worded.has(use.value.kind)) return [];
    const { at } = use;
    if (at.type !== 'MemberExpression' && at.type !== 'Property') return [];
    const name = staticName(at.type === 'Property' ? at.key : at.property, at.computed);
    return [{ name, node: at, use }];
  });
}
