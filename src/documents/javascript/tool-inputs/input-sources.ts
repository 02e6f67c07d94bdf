import type { Trace, Use } from '../answer/value.js';
import type { Node } from '../syntax-tree.js';
import { staticName } from '../unwrap.js';

/** A place where the input of a tool is read off an answer. */
export interface InputSource {
  /** The expression that is the input, or the name that a pattern gives it. */
  readonly node: Node;
  /** A piece of the JSON of the input, as a stream brings it. */
  readonly isText: boolean;
  /** Its texts have the type `any`. */
  readonly isAny: boolean;
}

/** Every place where the code of a trace reads the input of a tool. */
export function inputSources({ origin, uses }: Trace): readonly InputSource[] {
  return uses.flatMap((use): readonly InputSource[] => {
    const { at, role } = use;
    const name = role === 'member' ? nameOf(at) : null;
    if (name === null || use.value.within.length > 0) return [];
    const isText = textual(use, name, origin.dialect);
    if (isText === null) return [];
    return [{ node: at.type === 'Property' ? at.value : at, isText, isAny: origin.dialect === 'langChain' }];
  });
}

function nameOf(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
}

/** Whether a member is the JSON of an input, or the input itself; `null` where it is neither. */
function textual({ value }: Use, name: string, dialect: Trace['origin']['dialect']): boolean | null {
  switch (dialect) {
    case 'converse':
      return value.kind === 'tool' && name === 'input' ? value.isEvent : null;
    case 'messages':
      if (value.kind === 'delta' && name === 'partial_json') return true;
      return value.kind === 'block' && name === 'input' && !value.isEvent ? false : null;
    case 'aiSdk':
      // Parts of a stream and of the content are the whole use of a tool, or have no such member.
      return /^(?:tool|block|event)$/.test(value.kind) && (name === 'input' || name === 'args') ? false : null;
    case 'langChain':
      return value.kind === 'tool' && !value.isEvent && name === 'args' ? false : null;
    case 'strands':
      return null;
  }
}
