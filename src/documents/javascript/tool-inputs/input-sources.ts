import type { Trace, Use } from '../answer/value.js';
import type { Node } from '../syntax-tree.js';
import { staticName } from '../unwrap.js';
import type { InputValue } from './input-value.js';

/** A place where the input of a tool is read off an answer: an expression, or the name that a pattern gives it. */
export interface InputSource {
  readonly node: Node;
  readonly value: InputValue;
}

/** Every place where the code of a trace reads the input of a tool, or the uses of tools that have one. */
export function inputSources({ origin, uses }: Trace): readonly InputSource[] {
  return uses.flatMap((use): readonly InputSource[] => {
    const { at, role } = use;
    const name = role === 'member' ? nameOf(at) : null;
    if (name === null || use.value.within.length > 0) return [];
    const node = at.type === 'Property' ? at.value : at;
    return valuesOf(use, name, node, origin.dialect).map((value) => ({ node, value }));
  });
}

function nameOf(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
}

/** What a member is: the JSON of an input, the input itself, a list of uses of tools; nothing where it is none of these. */
function valuesOf({ value }: Use, name: string, node: Node, dialect: Trace['origin']['dialect']): readonly InputValue[] {
  const input: InputValue = { kind: 'input', source: node, isAny: false };
  switch (dialect) {
    case 'converse':
      if (value.kind !== 'tool' || name !== 'input') return [];
      return [value.isEvent ? { kind: 'json' } : input];
    case 'messages':
      if (value.kind === 'delta' && name === 'partial_json') return [{ kind: 'json' }];
      return value.kind === 'block' && name === 'input' && !value.isEvent ? [input] : [];
    case 'aiSdk':
      if (value.kind === 'answer' && name === 'toolCalls') return usesOfAiSdk;
      if (value.kind === 'answer' && name === 'steps')
        return usesOfAiSdk.map((element) => listOf({ kind: 'held', name: 'toolCalls', value: element }));
      // A part of the content or of the stream is a whole use of a tool, or has no such member.
      return /^(?:block|event)$/.test(value.kind) && /^(?:input|args)$/.test(name) ? [input] : [];
    case 'langChain':
      return value.kind === 'answer' && name === 'tool_calls' ? [usesWith('args', true)] : [];
    case 'strands':
      return [];
  }
}

function usesWith(name: string, isAny: boolean): InputValue {
  return listOf({ kind: 'held', name, value: { kind: 'input', source: null, isAny } });
}

function listOf(element: InputValue): InputValue {
  return { kind: 'list', element };
}

/** Version 4 has `args`, later ones have `input`. */
const usesOfAiSdk: readonly InputValue[] = [usesWith('input', false), usesWith('args', false)];
