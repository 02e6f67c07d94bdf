import type { Dialect } from '../../prompt.js';
import type { Trace, Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { heldUnder, type Input, type InputValue, listOf } from './input-value.js';

/** A place where the input of a tool is read off an answer: an expression, or the name that a pattern gives it. */
export interface InputSource {
  readonly node: Node;
  readonly value: InputValue;
}

/** Every place where the code of a trace reads the input of a tool, or the uses of tools that have one. */
export function inputSources({ origin, uses }: Trace, tree: SyntaxTree): readonly InputSource[] {
  const isTrimmable = areTyped(tree, origin.dialect);
  return uses.flatMap((use): readonly InputSource[] => {
    const { at, role } = use;
    const name = role === 'member' ? nameOf(at) : null;
    if (name === null || use.value.within.length > 0) return [];
    const node = at.type === 'Property' ? at.value : at;
    const input: Input = { kind: 'input', source: node, isTrimmable };
    return valuesOf(use, name, input, origin.dialect).map((value) => ({ node, value }));
  });
}

/** Whether the types of a library give the texts of an input the type of their schema, or `any`: what stands beside a JSON schema may be any type. */
export function areTyped({ text }: SyntaxTree, dialect: Dialect): boolean {
  return dialect === 'langChain' || (dialect === 'aiSdk' && !text.includes('jsonSchema'));
}

function nameOf(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
}

/** What a member is: the JSON of an input, the input itself, a list of uses of tools; nothing where it is none of these. */
function valuesOf({ value }: Use, name: string, input: Input, dialect: Dialect): readonly InputValue[] {
  const unread: InputValue = { ...input, source: null };
  switch (dialect) {
    case 'converse':
      if (value.kind !== 'tool' || name !== 'input') return [];
      return [value.isEvent ? { kind: 'json' } : input];
    case 'messages':
      if (value.kind === 'delta' && name === 'partial_json') return [{ kind: 'json' }];
      return value.kind === 'block' && name === 'input' && !value.isEvent ? [input] : [];
    case 'aiSdk': {
      // Version 4 has `args`, later ones have `input`.
      const names = ['input', 'args'];
      const uses = names.map((each) => listOf(heldUnder(each, unread)));
      if (value.kind === 'answer' && name === 'toolCalls') return uses;
      if (value.kind === 'answer' && name === 'steps') return uses.map((each) => listOf(heldUnder('toolCalls', each)));
      // A part of the content or of the stream is a whole use of a tool, or has no such member.
      return /^(?:block|event)$/.test(value.kind) && names.includes(name) ? [input] : [];
    }
    case 'langChain':
      return value.kind === 'answer' && name === 'tool_calls' ? [listOf(heldUnder('args', unread))] : [];
    case 'strands':
      return [];
  }
}
