import type { Dialect } from '../../documents/prompt.js';
import type { MendPlace } from '../../documents/stop-reason-check.js';
import type { CodeStyle } from '../../edits/code-style.js';
import type { ImportRequest, TextEdit } from '../../edits/text-edit.js';

type Guard = Extract<MendPlace, { kind: 'guard' }>;

export interface Written {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly ImportRequest[];
}

const runtime = 'bedrock-claude-runtime';

/** A statement that throws unless the answer is complete, asks for a tool, or ended in a way the code handles. */
export function writeGuard(
  guard: Guard,
  dialect: Dialect,
  success: number,
  style: CodeStyle,
  isRuntime: boolean,
): Written {
  // The runtime lets nothing through but success: what else the code handles must be named.
  const usesAssert = isRuntime && guard.allowed.length === success;
  const lines = usesAssert ? assertLines(guard, dialect, style) : listLines(guard, dialect, style, isRuntime);
  const pick: readonly TextEdit[] = guard.pick
    ? [{ range: [guard.pick.at, guard.pick.at], text: guard.pick.text }]
    : [];
  return {
    edits: [...pick, ...statementEdits(guard, lines, style)],
    imports: isRuntime ? [{ module: runtime, name: usesAssert ? 'assertComplete' : 'IncompleteResponseError' }] : [],
  };
}

function statementEdits({ place, side, returned }: Guard, lines: readonly string[], style: CodeStyle): TextEdit[] {
  const { at, indent } = place;
  const { lineEnd, semicolon } = style;
  if (returned) {
    const inner = `${lineEnd}${indent}${style.indent}`;
    const [start, end] = returned;
    return [
      { range: [at, start], text: ` {${inner}${lines.join(inner)}${inner}return ` },
      { range: [end, end], text: `${semicolon}${lineEnd}${indent}}` },
    ];
  }
  const text = lines.join(`${lineEnd}${indent}`);
  return [{ range: [at, at], text: side === 'before' ? `${text}${lineEnd}${indent}` : `${lineEnd}${indent}${text}` }];
}

function assertLines({ when, reason, answer }: Guard, dialect: Dialect, style: CodeStyle): string[] {
  const call = `assertComplete(${answer ?? asAnswer(reason, dialect)})${style.semicolon}`;
  return when === null ? [call] : [`if (${when}) {`, `${style.indent}${call}`, '}'];
}

function listLines({ when, reason, allowed }: Guard, dialect: Dialect, style: CodeStyle, isRuntime: boolean): string[] {
  const list = `[${allowed.map((word) => `${style.quote}${word}${style.quote}`).join(', ')}]`;
  // LangChain types metadata as anything.
  const word =
    dialect === 'langChain'
      ? `String(${reason})`
      : when === null
        ? `${reason} ?? ${style.quote}${style.quote}`
        : reason;
  const test = `${when === null ? '' : `${when} && `}!${list}.includes(${word})`;
  return [`if (${test}) {`, `${style.indent}${throwStatement(reason, dialect, style, isRuntime)}`, '}'];
}

/** `throw …`, with the reason. */
export function throwStatement(reason: string, dialect: Dialect, { semicolon }: CodeStyle, isRuntime: boolean): string {
  const error = isRuntime
    ? `new IncompleteResponseError(${asAnswer(reason, dialect)})`
    : `new Error(\`The answer is not complete: \${${reason}}\`)`;
  return `throw ${error}${semicolon}`;
}

const properties: Readonly<Record<Dialect, string>> = {
  converse: 'stopReason',
  messages: 'stop_reason',
  aiSdk: 'finishReason',
  langChain: 'stopReason',
  strands: 'stopReason',
};

function asAnswer(reason: string, dialect: Dialect): string {
  const name = properties[dialect];
  return reason === name ? `{ ${name} }` : `{ ${name}: ${reason} }`;
}
