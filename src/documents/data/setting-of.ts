import { settingBefore } from '../text/setting-before.js';
import type { Mention } from '../text/mentions.js';
import type { DataNode } from './data-node.js';
import { childUnder } from './data-node.js';

/** The name that a value goes by: its key, the `name` beside a `value`, or what stands before `=` in a text. */
export function settingOf(node: DataNode, mention: Mention, text: string): string | null {
  const assigned = settingBefore(text.slice(node.range[0], mention.spelling[0]));
  if (assigned !== null) return assigned;
  return nameGiven(unsubstituted(node));
}

/** The name that a value is given to: its key, the `name` beside a `value`, the `ParameterKey` beside a `ParameterValue`. */
export function nameGiven({ key, parent }: DataNode): string | null {
  if (key === null || parent === null) return null;
  switch (key.text.toLowerCase()) {
    case 'value':
      return childUnder(parent, 'name')?.value ?? null;
    case 'parametervalue':
      return childUnder(parent, 'parameterkey')?.value ?? null;
    default:
      return key.text;
  }
}

/** What `{ "Fn::Sub": x }` stands for, of `x` or of the list that holds it. */
function unsubstituted(node: DataNode): DataNode {
  const inner = node.key === null && node.parent?.kind === 'list' ? node.parent : node;
  return inner.key?.text === 'Fn::Sub' && inner.parent ? inner.parent : node;
}
