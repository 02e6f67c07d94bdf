/** A sentence for the model. */
export interface Instruction {
  readonly words: string;
  /** A name of the program whose text ends the sentence; `null` where the words are all of it. */
  readonly name: string | null;
}

/** An instruction as code: a text in the file's quotes, or a template. */
export function instructionCode({ words, name }: Instruction, quote: string): string {
  return name === null ? `${quote}${inQuotes(words, quote)}${quote}` : `\`${inTemplate({ words, name })}\``;
}

/** Words as they stand between quotes. */
export function inQuotes(words: string, quote: string): string {
  return words.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll(quote, `\\${quote}`);
}

/** An instruction as it stands between backticks. */
export function inTemplate({ words, name }: Instruction): string {
  return `${words.replaceAll(/[`\\]|\$\{/g, '\\$&')}${name === null ? '' : `\${${name}}`}`;
}
