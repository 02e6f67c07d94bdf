import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { insertProperty } from '../../edits/insert-property.js';
import { isInside, type TextEdit } from '../../edits/text-edit.js';
import { addInstruction } from '../instructions/add-instruction.js';
import type { Instruction } from '../instructions/instruction-code.js';
import type { ForcedChoice } from './forced-choice.js';

/** Where an instruction names the tool. */
const hole = '{tool}';

export interface Wording {
  readonly instruction: string;
  readonly instructionForAny: string;
}

/** The edits that leave the choice to the model and tell it in the system prompt which tool to call; otherwise the reason why there are none. */
export function relaxedChoice(
  choice: ForcedChoice,
  call: ModelCall,
  document: Document,
  wording: Wording,
): readonly TextEdit[] | string {
  const { field } = choice;
  if (field.property.path !== document.path) return `it is set in ${field.property.path}`;
  if (!field.isCertain) return 'only some requests have it';
  const relaxed = choice.form === 'method' ? relaxedModel(call, document) : relaxedEdits(choice, document);
  if (!relaxed) return 'it is written in a form that an edit would break';
  const instruction = instructionOf(choice, document, wording);
  const told = instruction && addInstruction(call, document, instruction);
  return told ? [...relaxed, ...told] : "the system prompt can't be extended by an edit";
}

function instructionOf({ tool }: ForcedChoice, { text }: Document, wording: Wording): Instruction | null {
  if (!tool) return { words: wording.instructionForAny, name: null };
  if (tool.name !== null) {
    const { name } = tool;
    return { words: wording.instruction.replaceAll(hole, () => name), name: null };
  }
  const [before = '', ...after] = wording.instruction.split(hole);
  const name = tool.field ? text.slice(...tool.field.written.range) : '';
  // The name stands in the request, and so does the system prompt.
  return /^[A-Za-z_$][\w$]*$/.test(name) && after.join('') === '' ? { words: before, name } : null;
}

function relaxedEdits({ field, form, type, tool }: ForcedChoice, document: Document): readonly TextEdit[] | null {
  const { written, property, object, path } = field;
  if (written.path !== document.path || !isInside(written.range, property.range)) return null;
  if (form === 'word') return inLiteral(written.range, document);
  if (!object || !isInside(object.place.range, written.range) || !object.isComplete) return null;
  const { range } = object.place;
  if (form === 'keyed') return object.fields.length === 1 ? [{ range, text: '{ auto: {} }' }] : null;
  // The AI SDK's own property takes a word.
  if (path.at(-1) === 'toolChoice') return [{ range, text: wordAs('auto', type, document) }];
  const word = type && isInside(type.written.range, range) ? inLiteral(type.written.range, document) : null;
  if (!tool) return word;
  const removal = tool.field?.removal;
  return word && removal ? [...word, removal] : null;
}

/** `withStructuredOutput` asks for its tool by name unless the model is said to take no such choice. */
function relaxedModel({ request }: ModelCall, { text, path }: Document): readonly TextEdit[] | null {
  const root = request?.root;
  if (root?.place.path !== path || root.fields.some((field) => field.path[0] === 'supportsToolChoiceValues'))
    return null;
  const { range } = root.place;
  if (!/\bChatBedrockConverse\(\s*$/.test(text.slice(Math.max(0, range[0] - 40), range[0]))) return null;
  const { quote } = codeStyleOf(text);
  return insertProperty(text, `supportsToolChoiceValues: [${quote}auto${quote}]`, range);
}

/** Another word in the quotes that stand there. */
function inLiteral([start, end]: readonly [number, number], { text }: Document): readonly TextEdit[] | null {
  const [, quote, word] = /^(["'`])([\w-]+)\1/.exec(text.slice(start, end)) ?? [];
  return quote === undefined || word === undefined
    ? null
    : [{ range: [start + 1, start + 1 + word.length], text: 'auto' }];
}

function wordAs(word: string, type: RequestField | null, { text }: Document) {
  const quote = type ? text.charAt(type.written.range[0]) : "'";
  return quote === '"' ? `"${word}"` : `'${word}'`;
}
