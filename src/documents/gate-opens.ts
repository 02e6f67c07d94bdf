import type { ModelGate } from './facts.js';
import type { GateTest } from './gate-guard.js';

/** Longer patterns are not tried (characters). */
const longestPattern = 200;
/** On texts of the length of a model ID, this many open-ended quantifiers take no noticeable time. */
const mostQuantifiers = 4;

/** What is left of an ID where the code takes out what a gate asks for; all of it where the pattern is not safe to try. */
export function withoutMatch({ patterns, flags = '' }: ModelGate, id: string): string {
  const [pattern = ''] = patterns;
  return matches(pattern, flags, id) ? id.replace(toRegExp(pattern, flags), '') : id;
}

/** Whether a gate lets a text through; a pattern that is not safe to try lets nothing through. */
export function opensFor(gate: ModelGate, id: string): boolean {
  return matching(gate, id).length > 0;
}

/** The patterns of a gate that let a text through. */
export function matching(
  { kind, patterns, flags = '', geography, strips = [] }: ModelGate,
  id: string,
): readonly string[] {
  const text = strips.reduce((left, strip) => left.replace(new RegExp(strip.pattern, strip.flags), ''), id);
  return patterns.filter((pattern) => {
    switch (kind) {
      case 'includes':
        return text.includes(pattern);
      case 'startsWith':
        return text.startsWith(pattern);
      case 'endsWith':
        return text.endsWith(pattern);
      case 'equality':
      case 'list':
        return text === pattern || (geography && text.startsWith(`${pattern.replace(/\.$/, '')}.`));
      case 'split':
        return false;
      case 'length':
        return text.length <= Number(pattern);
      case 'regex':
        return matches(pattern, flags, text);
    }
  });
}

/** Whether every pattern of a gate can be tried: no repeated groups, few open-ended quantifiers, and nothing that only other languages know. */
export function isTame({ kind, patterns }: ModelGate): boolean {
  return kind !== 'regex' || patterns.every((pattern) => isTamePattern(pattern) && !ofOtherLanguages.test(pattern));
}

/** Groups, classes and anchors of Python, Java and Go that mean nothing here, or something else: `(?P<name>`, `(?i)`, `[[:alnum:]]`, `\A`. */
const ofOtherLanguages = /\(\?[A-Za-z-]|\[:\^?\w+:\]|\\[AZzQEG]/;

/** Whether a pattern can be tried without running away. */
export function isTamePattern(pattern: string): boolean {
  if (pattern.length > longestPattern) return false;
  const bones = pattern.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)(?:[*+]|\{)/.test(bones)) return false;
  return (bones.match(/[*+]|\{\d+,\}/g) ?? []).length <= mostQuantifiers;
}

function matches(pattern: string, flags: string, text: string) {
  if (!isTamePattern(pattern)) return false;
  try {
    return toRegExp(pattern, flags).test(text);
  } catch {
    return false;
  }
}

/** A pattern that remembers nothing of the text before. */
function toRegExp(pattern: string, flags: string) {
  return new RegExp(pattern, flags.replace(/[gy]/g, ''));
}

/** Whether a test made of gates holds for a text. */
export function holdsFor(test: GateTest, text: string): boolean {
  switch (test.kind) {
    case 'gate':
      return opensFor(test.gate, text);
    case 'not':
      return !holdsFor(test.of, text);
    case 'any':
      return test.of.some((each) => holdsFor(each, text));
    case 'all':
      return test.of.every((each) => holdsFor(each, text));
  }
}
