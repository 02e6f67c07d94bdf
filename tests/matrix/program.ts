import type { RequestSpec } from './request-spec.js';

/** How a program is written, beside what it asks. */
export interface ProgramStyle {
  readonly id: string;
  /** The ID, and the request, stand in the call or in constants. */
  readonly shape: 'inline' | 'constants';
  /** The Region as an expression: a literal, or what the environment says. */
  readonly region: string;
}

/** A way to call Claude. */
export interface Surface {
  readonly name: string;
  /** The packages a program finds: a folder of the project. */
  readonly folder: string;
  /** The program's text, or `null` where this surface has no words for it. */
  program(spec: RequestSpec, style: ProgramStyle): string | null;
}

/** Parts of a program's text, put together with empty lines between them. */
export function programText(...parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}

/** Indents every line but the first. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
