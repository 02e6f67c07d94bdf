import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName } from '../../syntax/unwrap.js';

/** What a call sets beside its body, as Converse takes it. */
export interface InputEdits {
  readonly edits: readonly TextEdit[];
  readonly deleted: readonly Range[];
  readonly hasGuardrail: boolean;
}

/** Converse is sent JSON and answers with objects: nothing has to say so. `stream` was never sent: the SDK knows no such setting. */
const dropped: ReadonlySet<string> = new Set(['contentType', 'accept', 'stream', 'guardrailVersion']);
const kept: ReadonlySet<string> = new Set(['modelId', 'body', 'guardrailIdentifier']);

/** Edits of the properties of a call's input, all but its body; nothing else may be set. */
export function inputEdits(
  tree: SyntaxTree,
  { range, properties }: Extract<Node, { type: 'ObjectExpression' }>,
): InputEdits | { readonly obstacle: string } {
  const edits: TextEdit[] = [];
  const deleted: Range[] = [];
  const named = new Map<string, Extract<Node, { type: 'Property' }>>();
  for (const property of properties) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    if (property.type !== 'Property' || name === null) return { obstacle: 'its input takes properties from elsewhere' };
    if (!kept.has(name) && !dropped.has(name))
      return { obstacle: `it sets \`${name}\`, which Converse takes otherwise` };
    if (named.has(name)) return { obstacle: 'its input sets a property twice' };
    if (dropped.has(name) && !isPlain(property.value)) return { obstacle: `what it sets as \`${name}\` is computed` };
    named.set(name, property);
  }
  const [guardrail, version] = [named.get('guardrailIdentifier'), named.get('guardrailVersion')];
  if (!guardrail !== !version) return { obstacle: 'its guardrail has no version, or a version no guardrail' };
  let end = range[0] + 1;
  let isFirst = true;
  for (const property of properties) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    const [start] = property.range;
    // What stands between two properties belongs to the second, and goes with it.
    if (name !== null && dropped.has(name)) {
      edits.push({ range: [end, property.range[1]], text: '' });
      if (name !== 'guardrailVersion') deleted.push([end, property.range[1]]);
    } else {
      const comma = isFirst ? /^\s*,/.exec(tree.text.slice(end, start)) : null;
      if (comma) edits.push({ range: [end, end + comma[0].length], text: '' });
      isFirst = false;
    }
    end = property.range[1];
  }
  if (guardrail && version) {
    const code = [guardrail, version].map((each) => tree.text.slice(...each.range)).join(', ');
    edits.push({ range: guardrail.range, text: `guardrailConfig: { ${code} }` });
  }
  return { edits, deleted, hasGuardrail: guardrail !== undefined };
}

/** A value that is only there: leaving it out leaves nothing undone. */
function isPlain(value: Node): boolean {
  return value.type === 'Literal' || value.type === 'Identifier' || value.type === 'MemberExpression';
}
