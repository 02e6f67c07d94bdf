import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

const known = new WeakMap<SyntaxTree, ReadonlySet<string>>();

/** The names of properties that the schemas of tools in a file give to free texts: of a listed value, a model can write no other. */
export function freeTexts(tree: SyntaxTree): ReadonlySet<string> {
  const memo = known.get(tree);
  if (memo) return memo;
  const free = new Set<string>();
  const listed = new Set<string>();
  for (const property of tree.all('Property')) {
    const name = staticName(property.key, property.computed);
    const kind = name === null ? null : kindOf(unwrap(property.value));
    if (name !== null && kind === 'free') free.add(name);
    if (name !== null && kind === 'listed') listed.add(name);
  }
  for (const name of listed) free.delete(name);
  known.set(tree, free);
  return free;
}

/** Whether all that the file says of a property makes it a text that must be there: `z.string()`, of an object that wants all of its properties. */
export function isRequiredText(tree: SyntaxTree, name: string): boolean {
  const schemas = tree
    .all('Property')
    .filter((property) => staticName(property.key, property.computed) === name)
    .map((property) => unwrap(property.value))
    .filter((schema) => kindOf(schema) !== null);
  return (
    schemas.length > 0 &&
    schemas.every((schema) => schema.type === 'CallExpression' && !omittable.test(tree.text.slice(...schema.range))) &&
    !/\.(?:partial|deepPartial)\(/.test(tree.text)
  );
}

const omittable = /\.(?:optional|nullish|nullable|catch|exactOptional)\(/;

/** `{ type: 'string' }` and `z.string()`, or the same with values. */
function kindOf(schema: Node): 'free' | 'listed' | null {
  if (schema.type === 'CallExpression') return kindOfZod(schema);
  if (schema.type !== 'ObjectExpression') return null;
  let isText = false;
  for (const property of schema.properties) {
    if (property.type !== 'Property') return 'listed';
    const name = staticName(property.key, property.computed);
    if (name === 'enum' || name === 'const' || name === 'pattern' || name === '$ref') return 'listed';
    if (name === 'type') isText ||= staticName(property.value, true) === 'string';
  }
  return isText ? 'free' : null;
}

function kindOfZod(call: Node): 'free' | 'listed' | null {
  let node = call;
  for (;;) {
    const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
    if (callee?.type !== 'MemberExpression') return null;
    const name = staticName(callee.property, callee.computed) ?? '';
    if (/^(?:enum|nativeEnum|literal|union|regex|trim|transform|refine|preprocess|pipe)$/.test(name)) return 'listed';
    const owner = unwrap(callee.object);
    if (owner.type === 'Identifier') return owner.name === 'z' && name === 'string' ? 'free' : null;
    node = owner;
  }
}
