/** How a string spells characters it cannot hold: not at all, or with a backslash. */
export type Escapes = 'none' | 'backslash';

/** Stands for the characters of an escape that spell nothing of their own. */
const FILLER = '\0';

/**
 * The source of a string with its escapes replaced by what they mean, at the same length, so that offsets stay true:
 * line breaks become two blanks, `\"` becomes a filler and a quote, `\u002d` a hyphen and five fillers.
 */
export function maskEscapes(source: string, escapes: Escapes): string {
  if (escapes === 'none' || !source.includes('\\')) return source;
  return source.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (escape: string, ...groups: unknown[]) => {
      const [short, byte, long, plain] = groups;
      if (typeof plain === 'string')
        return /[nrtvf\s]/.test(plain) ? ' '.repeat(escape.length) : (FILLER + plain).padEnd(escape.length, FILLER);
      const code = Number.parseInt(String(short ?? byte ?? long), 16);
      return code <= 0xffff ? String.fromCharCode(code).padEnd(escape.length, FILLER) : FILLER.repeat(escape.length);
    },
  );
}

/** The text a reader sees: masked text without its fillers. */
export function withoutFillers(masked: string): string {
  return masked.includes(FILLER) ? masked.replaceAll(FILLER, '') : masked;
}
