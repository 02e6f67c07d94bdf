/** What a careful jscodeshift user writes: files that name no model return before they are parsed. */
export default function transform(file, { jscodeshift }) {
  if (!file.source.includes('anthropic.claude-3')) return undefined;
  const tree = jscodeshift(file.source);
  tree
    .find(jscodeshift.StringLiteral, (node) => node.value.startsWith('anthropic.claude-3'))
    .replaceWith(() => jscodeshift.stringLiteral('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
  return tree.toSource();
}
