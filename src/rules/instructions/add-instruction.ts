import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Prompt, PromptSection } from '../../documents/prompt.js';
import { codeStyleOf } from '../../edits/code-style.js';
import { insertElement } from '../../edits/insert-element.js';
import { insertProperty } from '../../edits/insert-property.js';
import { isInside, type Range, type TextEdit } from '../../edits/text-edit.js';
import { asValue, isIn } from '../caching/cache-text.js';
import { appendToText } from './append-to-text.js';
import { type Instruction, instructionCode } from './instruction-code.js';

/** What writing an instruction into a request needs to know. */
interface Writing {
  readonly call: ModelCall;
  readonly prompt: Prompt;
  readonly document: Document;
  readonly instruction: Instruction;
  readonly quote: string;
}

/**
 * The edits that end the system prompt of a call with an instruction, in the words of its API. `null` where the request may have a system prompt
 * that can't be seen, where another call would be told too, or where the words can't be written.
 */
export function addInstruction(
  call: ModelCall,
  document: Document,
  instruction: Instruction,
): readonly TextEdit[] | null {
  const { prompt, dialect } = call;
  if (!prompt || dialect === 'strands') return null;
  const writing = { call, prompt, document, instruction, quote: codeStyleOf(document.text).quote };
  if (dialect === 'langChain') return amongMessages(writing);
  if (!prompt.system) return newSystem(writing);
  if (!isAlwaysSent(call)) return null;
  // A name of the request may not be known where the system prompt is written.
  if (instruction.name !== null && !isBeside(writing, prompt.system)) return null;
  return prompt.system.form === 'list' ? inList(writing, prompt.system) : inText(writing, prompt.system);
}

/** A system prompt that only some requests have would tell only some of them. */
function isAlwaysSent({ request }: ModelCall) {
  return (request?.root?.fields ?? []).every(({ path, isCertain }) => path[0] !== 'system' || isCertain);
}

function newSystem({ call, prompt: { owner, isComplete, messages }, document, instruction, quote }: Writing) {
  // The instructions of an agent are set elsewhere than its messages.
  if (!owner || !messages || !isComplete || ![owner, messages.place].every(isIn(document))) return null;
  if (!isInside(messages.place.range, owner.range)) return null;
  const code = instructionCode(instruction, quote);
  const value = call.dialect === 'converse' ? `[{ text: ${code} }]` : code;
  return insertProperty(document.text, `system: ${value}`, owner.range);
}

function inText({ document, instruction, quote }: Writing, section: PromptSection) {
  const { place, definition, isOwned, form, blocks } = section;
  if (form !== 'text' || !blocks.some(isWritten)) return null;
  const edits = isIn(document)(place) ? appendToText(document.text, place.range, instruction, quote) : null;
  if (edits || !isOwned || !isIn(document)(definition)) return edits;
  return appendToText(document.text, definition.range, instruction, quote);
}

function isWritten(block: PromptSection['blocks'][number]) {
  return block.kind === 'text' && block.parts.some(({ kind }) => kind === 'static');
}

function inList({ call, document, instruction, quote }: Writing, section: PromptSection) {
  const { place, definition, isOwned, types } = section;
  if (call.dialect === 'aiSdk' || types?.place === 'own' || types?.definition === 'own') return null;
  const code = instructionCode(instruction, quote);
  const isTyped = !/\.[cm]?tsx?$/.test(document.path) || isInside(definition.range, call.range);
  const type = `${quote}text${quote}${isTyped ? '' : ' as const'}`;
  const block = call.dialect === 'converse' ? `{ text: ${code} }` : `{ type: ${type}, text: ${code} }`;
  if (isOwned && isIn(document)(definition) && document.text.charAt(definition.range[0]) === '[')
    return insertElement(document.text, block, definition.range, null);
  if (!isIn(document)(place) || !/^[\w$.]+$/.test(document.text.slice(...place.range))) return null;
  return [{ range: place.range, text: asValue(document.text, place.range, (list) => `[...${list}, ${block}]`) }];
}

/** LangChain: behind the system message, or as one in front of the others. */
function amongMessages(writing: Writing): readonly TextEdit[] | null {
  const { prompt, document, instruction, quote } = writing;
  const { messages } = prompt;
  // Braces are placeholders in the templates of LangChain.
  if (!messages || /[{}]/.test(instruction.words) || instruction.name !== null) return null;
  if (messages.form === 'text') return besideText(writing, messages);
  if (messages.form !== 'list' || !messages.isOwned) return null;
  const list = messages.definition;
  if (!isIn(document)(list) || document.text.charAt(list.range[0]) !== '[') return null;
  const system = messages.blocks.find(({ role }) => role === 'system');
  if (system) {
    const words = system.kind === 'text' ? system.textPlace : null;
    return words && isIn(document)(words) && isInside(words.range, list.range)
      ? appendToText(document.text, words.range, instruction, quote)
      : null;
  }
  // Turns that nobody can read may be the system's.
  if (messages.blocks.some(({ kind, role }) => kind === 'unknown' && role === null)) return null;
  const space = /^\[(\s*)/.exec(document.text.slice(...list.range))?.[1] ?? '';
  const at: Range = [list.range[0] + 1 + space.length, list.range[0] + 1 + space.length];
  return [{ range: at, text: `${systemTurn(writing)},${space.includes('\n') ? space : ' '}` }];
}

/** `model.invoke('…')`: the text is what the user says. */
function besideText(writing: Writing, { place }: PromptSection): readonly TextEdit[] | null {
  const { call, prompt, document, quote } = writing;
  const { text } = document;
  const [start, end] = place.range;
  const isArgument = /\.(?:invoke|stream)\(\s*$/.test(text.slice(Math.max(0, start - 80), start));
  if (!isArgument || !prompt.isComplete || !isIn(document)(place) || !isInside(place.range, call.range)) return null;
  return [
    { range: [start, start], text: `[${systemTurn(writing)}, [${quote}human${quote}, ` },
    { range: [end, end], text: ']]' },
  ];
}

function systemTurn({ instruction, quote }: Writing) {
  return `[${quote}system${quote}, ${instructionCode(instruction, quote)}]`;
}

/** Written in the request itself, as its messages are. */
function isBeside({ prompt: { owner, messages } }: Writing, section: PromptSection): boolean {
  return (
    owner !== null &&
    messages !== null &&
    [section.place, messages.place].every(({ range, path }) => path === owner.path && isInside(range, owner.range))
  );
}
