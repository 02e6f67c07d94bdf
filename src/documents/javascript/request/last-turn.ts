import type { LastTurn } from '../../request.js';
import { endsOf, type End, type Ends } from './conversation-end.js';
import { isOwned } from '../prompt/ownership.js';
import { placeOf, type Reading, spotAt } from '../prompt/spot.js';
import { createReading } from '../prompt/text-parts.js';
import type { Located, Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { removedElement, removedStatement } from './removed-turn.js';
import { speechOf, type Speech } from './speech-of.js';
import { isGuarded } from './is-guarded.js';
import { sentWhere } from './sent-where.js';
import { unglued } from './unglued.js';

/** The turn that the conversation of a call ends with; `null` where only the running program knows it. */
export function lastTurnOf(site: CallSite, tree: SyntaxTree, reach: Reach): LastTurn | null {
  const values = site.request?.messages ?? [];
  if (values.length === 0) return null;
  const reading = createReading(reach);
  const ends = values.map((value) => endsOf(spotAt(value.tree, value.node), reading));
  const turns = ends.flatMap(({ found }) => found).flatMap((end) => turnOf(end, reading) ?? []);
  // What may be an answer that was put in is the turn to speak of.
  const last = turns.find(({ speech }) => speech.role === 'assistant') ?? turns[0];
  if (!last) return null;
  const isAnswer = last.speech.role === 'assistant';
  // Code that asks first whether the model takes such a turn needs no word from anybody.
  if (isAnswer && (isGuarded(last.end.spot) || asksForModelAt(last.end.spot, site, reach))) return null;
  const isCertain = ends.length === 1 && ends.every(isKnown) && isSettled(site);
  return {
    role: last.speech.role,
    place: placeOf(last.end.spot),
    content: last.speech.content,
    isCertain,
    removal: isCertain && isAnswer ? removalOf(last.end, tree, reading) : null,
    ...(isAnswer ? { unglued: unglued(site, last.speech.content, tree, reach) } : {}),
  };
}

function asksForModelAt(place: Located, site: CallSite, reach: Reach) {
  return sentWhere(place, site, reach, new Map()) !== undefined;
}

interface Turn {
  readonly end: End;
  readonly speech: Speech;
}

function turnOf(end: End, reading: Reading): Turn | null {
  const speech = speechOf(end.spot, reading);
  return speech && { end, speech };
}

function isKnown({ found, mayBeEmpty, mayBeOther }: Ends) {
  return found.length === 1 && !mayBeEmpty && !mayBeOther;
}

/** Nothing unseen sets the messages anew: what is spread into the request stands before them. */
function isSettled({ request }: CallSite) {
  if (!request || request.isComplete) return true;
  const { owner, messages } = request;
  const [value] = messages;
  if (owner?.node.type !== 'ObjectExpression' || value?.tree !== owner.tree) return false;
  const index = owner.node.properties.findIndex(
    (property) => property.type === 'Property' && property.value === value.node,
  );
  return index >= 0 && owner.node.properties.slice(index).every(({ type }) => type !== 'SpreadElement');
}

function removalOf({ spot, use, list, statement }: End, tree: SyntaxTree, reading: Reading) {
  if (spot.tree !== tree) return null;
  if (statement) return removedStatement(tree, statement);
  return list?.tree === tree && isOwned(use, list, reading) ? removedElement(tree, spot.node, list.node) : null;
}
