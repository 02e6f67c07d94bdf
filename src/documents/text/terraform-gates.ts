import { isNameOfModel, isPatternOfIds, lengthGate, patternGate } from '../declared-gate.js';
import type { ModelGate, Range } from '../facts.js';
import { headerOf } from './code-place.js';
import type { Token } from './lexer.js';
import { lex } from './lexer.js';
import { withoutFillers, maskEscapes } from './escapes.js';
import { syntaxOf } from './syntax.js';

/** What Terraform asks of an ID, in a validation of its variable or anywhere: `can(regex("^anthropic", var.model_id))`. */
export function terraformGates(text: string, path: string): readonly ModelGate[] {
  if (!/\b(?:regex(?:all)?|startswith|endswith|strcontains|substr|split|length)\s?\(/.test(text)) return [];
  const tokens = lex(text, syntaxOf(path, text)).filter(({ kind }) => kind === 'string');
  return [
    ...joinAlternatives(
      text,
      tokens.flatMap((token) => gateOf(text, token) ?? []),
    ),
    ...lengthsOf(text),
  ];
}

function gateOf(text: string, token: Token): ModelGate | null {
  const { bracket, outer } = token;
  const pattern = spelled(text, token);
  const start = /\bsubstr\(([^(),]{1,120}),\s{0,8}0,[^()]{1,40}\)\s{0,8}[!=]=\s{0,8}$/.exec(
    text.slice(Math.max(0, outer[0] - longestCall), outer[0]),
  );
  if (start) return ofText('startsWith', pattern, outer, start[1] ?? '');
  if (bracket?.mark !== '(') return null;
  const [before, after] = [
    text.slice(bracket.at + 1, outer[0]),
    text.slice(outer[1], outer[1] + longestCall).replace(/\)[\s\S]*$/, ''),
  ];
  switch (/\b(\w+)$/.exec(headerOf(text, bracket))?.[1]) {
    case 'regex':
    case 'regexall':
      return before.trim() === '' && isAsked(after, pattern) ? patternGate([pattern], outer) : null;
    case 'startswith':
      return ofText('startsWith', pattern, outer, before);
    case 'endswith':
      return ofText('endsWith', pattern, outer, before);
    case 'strcontains':
      return ofText('includes', pattern, outer, before);
    case 'split':
      return pattern === '.' && before.trim() === '' && isAsked(after, '')
        ? { kind: 'split', patterns: [pattern], range: outer, geography: false }
        : null;
    default:
      return null;
  }
}

// Characters: a call with its arguments.
const longestCall = 240;

function ofText(kind: ModelGate['kind'], pattern: string, range: Range, subject: string): ModelGate | null {
  return isAsked(subject, pattern) ? { kind, patterns: [pattern], range, geography: false } : null;
}

function isAsked(subject: string, pattern: string) {
  return isPatternOfIds(pattern) || (subject.match(/[\w.]+/g) ?? []).some(isNameOfModel);
}

function spelled(text: string, { range }: Token) {
  return withoutFillers(maskEscapes(text.slice(...range), 'backslash'));
}

/** `length(var.model_id) <= 44` */
function lengthsOf(text: string): readonly ModelGate[] {
  const found = text.matchAll(/\blength\(\s{0,8}((?:var|local)\.[\w.]{1,120})\s{0,8}\)\s{0,8}(<=?)\s{0,8}(\d{1,4})\b/g);
  return [...found].flatMap(({ 0: asked, 1: subject = '', 2: sign, 3: bound = '', index }) =>
    isNameOfModel(subject)
      ? [lengthGate(String(Number(bound) - (sign === '<' ? 1 : 0)), [index, index + asked.length])]
      : [],
  );
}

/** `startswith(var.model_id, "us.") || startswith(var.model_id, "eu.")` is one gate. */
function joinAlternatives(text: string, found: readonly ModelGate[]): readonly ModelGate[] {
  const gates: ModelGate[] = [];
  for (const gate of found) {
    const last = gates.at(-1);
    const between = last ? text.slice(last.range[1], gate.range[0]) : '';
    if (last?.kind === gate.kind && last.flags === gate.flags && alternative.test(between))
      gates[gates.length - 1] = {
        ...last,
        patterns: [...last.patterns, ...gate.patterns],
        range: [last.range[0], gate.range[1]],
      };
    else gates.push(gate);
  }
  return gates;
}

const alternative = /^[^|&!?{}]{0,200}\|\|\s{0,80}(?:can\(\s{0,20})?\w{1,40}\([^|&!?{}]{0,120}$/;
