import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { LastTurn } from '../../documents/request.js';
import { isInside, type TextEdit } from '../../edits/text-edit.js';
import { isIn } from '../caching/cache-text.js';
import { addInstruction } from '../instructions/add-instruction.js';
import type { Instruction } from '../instructions/instruction-code.js';

/** Where an instruction names the text that an answer starts with. */
const hole = '{opening}';

/**
 * The edits that take the last turn out and have the model write its text itself: the system prompt asks for it, and the program no longer puts it
 * before the answer. Otherwise the reason why there are none.
 */
export function prefillRepair(
  call: ModelCall,
  turn: LastTurn,
  document: Document,
  template: string,
): readonly TextEdit[] | string {
  const { removal, unglued, content, place } = turn;
  if (place.path !== document.path) return `the turn is written in ${place.path}`;
  if (!turn.isCertain) return 'only some requests end with the turn';
  if (content.kind !== 'text' || content.text.trim() === '') return 'the text of the turn is only known at run time';
  if (!unglued) return 'the program does not put the text of the turn before the answer where that can be seen';
  if (!removal) return "the turn can't be taken out by an edit";
  if (!isFreeOfStops(call, content.text)) return 'a stop sequence may end the answer within its first words';
  const name = nameOf(turn, call, document);
  if (name === null && unglued.some((edit) => isNamed(edit, content.text, document)))
    return 'the text of the turn has a name that the system prompt may not know';
  const instruction = addInstruction(call, document, instructionOf(template, content.text, name));
  return instruction ? [removal, ...unglued, ...instruction] : "the system prompt can't be extended by an edit";
}

function instructionOf(template: string, opening: string, name: string | null): Instruction {
  const [before = '', ...after] = template.split(hole);
  return name !== null && after.length === 1 && after[0] === ''
    ? { words: before, name }
    : { words: template.replaceAll(hole, () => opening), name: null };
}

/** None of the stop sequences is a part of what the model is to start with. */
function isFreeOfStops({ request }: ModelCall, opening: string) {
  if (!request) return false;
  return (request.settings.stopSequences ?? []).every(
    ({ elements }) => elements?.every(({ value }) => value.kind === 'text' && !opening.includes(value.text)) ?? false,
  );
}

/** The name that the turn's text goes by in the request itself. */
function nameOf({ content, place }: LastTurn, { prompt }: ModelCall, document: Document): string | null {
  const owner = prompt?.owner;
  if (!owner || !isIn(document)(owner) || !isInside(place.range, owner.range)) return null;
  const written = isInside(content.range, place.range) ? document.text.slice(...content.range) : '';
  return /^[A-Za-z_$][\w$]*$/.test(written) ? written : null;
}

/** What is taken from before the answer is a name, which nothing may use any more. */
function isNamed({ range }: TextEdit, opening: string, { text }: Document) {
  const written = text.slice(...range);
  return written !== '' && !written.startsWith(opening) && !/^['"`]/.test(written);
}
