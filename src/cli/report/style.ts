import type { Console, Output } from '../console.js';

/** Colours for a terminal, or nothing. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

const PLAIN = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

const COLOURED = {
  bold: ansi(1, 22),
  dim: ansi(2, 22),
  red: ansi(31, 39),
  yellow: ansi(33, 39),
  green: ansi(32, 39),
  cyan: ansi(36, 39),
};

/** Colours only where a person looks and has not declined them (https://no-color.org). */
export function styleFor(output: Output, env: Console['env']): Style {
  const declined = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return output.isTTY === true && !declined ? COLOURED : PLAIN;
}

function same(text: string) {
  return text;
}

function ansi(open: number, close: number) {
  return (text: string) => `\u001B[${String(open)}m${text}\u001B[${String(close)}m`;
}
