import path from 'node:path';

const foundations = ['catalog', 'edits'];
const facts = [...foundations, 'policy', 'documents'];
const engine = [...facts, 'project', 'rules', 'planner'];

/**
 * What each layer of `src/` may import, beside itself. Imports point one way, so a layer can be read,
 * tested and replaced knowing only those named here.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const layers = {
  catalog: [],
  edits: [],
  policy: foundations,
  documents: foundations,
  project: facts,
  rules: [...facts, 'project'],
  planner: [...facts, 'project', 'rules'],
  languages: facts,
  codemods: engine,
  cli: [...engine, 'codemods'],
  index: [...engine, 'codemods', 'languages'],
  runtime: [],
};

/**
 * The layer a file belongs to; files directly under `src/` are the plugin itself.
 *
 * @param {string} file an absolute path
 * @param {string} root the absolute path of `src`
 * @returns {string | null}
 */
function layerOf(file, root) {
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return null;
  const parts = relative.split(path.sep);
  return parts.length === 1 ? 'index' : parts[0];
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerBoundaries = {
  meta: {
    type: 'problem',
    docs: { description: 'imports point from the doors to the foundations, never back' },
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, additionalProperties: false }],
    messages: {
      wrongWay: 'Layer `{{from}}` may not import layer `{{to}}`. It may import: {{allowed}}.',
      unknownLayer:
        '`src/{{layer}}` is no layer. Add it to scripts/eslint/layers.mjs and say in docs/architecture.md what it is for.',
    },
  },
  create(context) {
    const root = context.options[0]?.root ?? path.join(context.cwd, 'src');
    const from = layerOf(context.filename, root);
    if (from === null) return {};

    function check(source) {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const to = layerOf(path.resolve(path.dirname(context.filename), source.value), root);
      if (to === null || to === from) return;
      const allowed = layers[from];
      if (allowed.includes(to)) return;
      context.report({
        node: source,
        messageId: 'wrongWay',
        data: { from, to, allowed: allowed.length === 0 ? 'nothing' : allowed.join(', ') },
      });
    }

    return {
      Program(node) {
        if (!Object.hasOwn(layers, from)) context.report({ node, messageId: 'unknownLayer', data: { layer: from } });
      },
      ...(Object.hasOwn(layers, from) && {
        'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression': (node) =>
          check(node.source),
        TSImportType: (node) => check(node.source ?? node.argument?.literal),
      }),
    };
  },
};
