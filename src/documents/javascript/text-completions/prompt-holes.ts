import type { StaticValue } from '../../static-value.js';
import type { Reach } from '../values/reach.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isWithin } from '../syntax/functions.js';

/** What holds earlier turns, going by its name. */
const earlierTurns = /histor|conversation|transcript|dialog|previous|chat|turns|messages|memory/i;
const instructions = /system|instruct|persona|preamble|guideline/i;
const speaker = /(?:Human|Assistant):|HUMAN_PROMPT|AI_PROMPT/;

/** Why an expression in a prompt may hold turns of its own, or, before the first turn, something else than instructions. */
export function obstacleInHole(tree: SyntaxTree, hole: Node, isSystem: boolean, reach: Reach): string | null {
  const code = tree.text.slice(...hole.range);
  const words = wordsOf(staticValue({ tree, node: hole }, reach));
  if (words !== null)
    return speaker.test(words) ? `\`${short(code)}\` holds the name of a speaker, and may begin a turn` : null;
  if (speaker.test(code) || definitionsIn(tree, hole).some((text) => speaker.test(text)))
    return `\`${short(code)}\` puts turns together at run time`;
  if (earlierTurns.test(code)) return `\`${short(code)}\` may hold earlier turns`;
  if (isSystem && !instructions.test(code))
    return `what \`${short(code)}\` puts before the first \`Human:\` is only known at run time`;
  return null;
}

function wordsOf(value: StaticValue): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return String(value.number);
  if (value.kind !== 'oneOf') return null;
  const words = value.values.map(wordsOf);
  return words.every((each) => each !== null) ? words.join('\n') : null;
}

/** The code that gives the names in an expression their values. */
function definitionsIn(tree: SyntaxTree, hole: Node): readonly string[] {
  return tree.all('Identifier').flatMap((identifier) => {
    if (!isWithin(identifier, hole)) return [];
    const variable = tree.variableOf(identifier);
    const written = (variable?.references ?? []).flatMap((reference) =>
      reference.isWrite() ? [tree.parentOf(reference.identifier)] : [],
    );
    const declared = (variable?.defs ?? []).flatMap(({ type, node }) =>
      type === 'Parameter' || type === 'ImportBinding' ? [] : [node],
    );
    return [...declared, ...written].flatMap((node) => (node ? [tree.text.slice(...node.range)] : []));
  });
}

function short(code: string) {
  return code.length > 40 ? `${code.slice(0, 40)}…` : code;
}
