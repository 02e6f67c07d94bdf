import { type CompletionRequest, type CompletionRewrite, ownStops } from '../../text-completion.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { answerEdits, converseAnswer } from './answer-edits.js';
import { completionBody } from './completion-body.js';
import { rewrittenPrompt } from './completion-prompt.js';
import { converseCall } from './converse/converse-call.js';
import { leftoversOf } from './converse/leftovers.js';
import { isNumber } from './converse/is-number.js';
import { isTyped } from './text-code.js';

type ObjectLiteral = Extract<Node, { type: 'ObjectExpression' }>;
type Said = Omit<CompletionRewrite, 'answerEdits'>;

/** A request in each form that edits may give it; what its prompt says is the same in both. */
export function rewritesOf(
  tree: SyntaxTree,
  site: CallSite,
  literal: ObjectLiteral | null,
  reach: Reach,
): Pick<CompletionRequest, 'rewrite' | 'converse'> {
  if (!literal) {
    const obstacle = 'its body is no object literal of this file';
    return { rewrite: { obstacle }, converse: { obstacle } };
  }
  const said = saidIn(tree, literal, reach);
  if ('obstacle' in said) return { rewrite: said, converse: said };
  const answer = answerEdits(tree, site, reach);
  return {
    rewrite: 'obstacle' in answer ? answer : { ...said, answerEdits: answer.edits },
    converse: converseOf(tree, site, literal, said, reach),
  };
}

function saidIn(tree: SyntaxTree, literal: ObjectLiteral, reach: Reach): Said | { readonly obstacle: string } {
  const body = completionBody(tree, literal);
  if ('obstacle' in body) return body;
  const property = literal.properties.find(
    (each) => each.type === 'Property' && staticName(each.key, each.computed) === 'prompt',
  );
  if (property?.type !== 'Property') return { obstacle: 'its body has no `prompt`' };
  const prompt = rewrittenPrompt(tree, property.value, reach);
  if ('obstacle' in prompt) return prompt;
  return { body, system: prompt.system, turns: prompt.turns, promptEdits: prompt.edits };
}

function converseOf(
  tree: SyntaxTree,
  site: CallSite,
  literal: ObjectLiteral,
  said: Said,
  reach: Reach,
): CompletionRequest['converse'] {
  const call = converseCall(tree, site, literal, reach);
  if ('obstacle' in call) return call;
  const answer = converseAnswer(tree, site, ownStops(said.body)?.length !== 0, reach);
  if ('obstacle' in answer) return answer;
  if (call.hasGuardrail && (answer.readsReason || said.system !== null))
    return {
      obstacle: answer.readsReason
        ? 'Converse gives a stop reason of its own where its guardrail steps in'
        : 'Converse applies its guardrail to a system prompt only where that is marked',
    };
  if (isTyped(tree) && !isNumber(tree, literal, 'top_k'))
    return { obstacle: 'its `top_k` may be undefined, which the types of Converse do not allow' };
  if (hasOtherComments(tree, literal, said)) return { obstacle: 'comments stand between the properties of its body' };
  return {
    ...said,
    answerEdits: answer.edits,
    callEdits: call.edits,
    fields: {
      range: call.path.place,
      isObject: !call.path.isInline,
      widensRoles: isTyped(tree) && !call.isTyped,
    },
    names: [...call.names, ...answer.names],
    leftovers: leftoversOf(tree, [...call.deleted, ...answer.deleted]),
  };
}

/** Whether a comment of a body belongs to none of its properties, so that it would be lost. */
function hasOtherComments({ comments, text }: SyntaxTree, literal: ObjectLiteral, { body }: Said): boolean {
  const known = body.properties.flatMap(({ comments: { above, behind } }) => [
    ...above,
    ...(behind === null ? [] : [behind]),
  ]);
  return comments.some(({ range }) => {
    const isOutside = range[0] < literal.range[0] || literal.range[1] < range[1];
    const isInValue = body.properties.some(({ value }) => value[0] <= range[0] && range[1] <= value[1]);
    return !isOutside && !isInValue && !known.some((each) => each.includes(text.slice(...range)));
  });
}
