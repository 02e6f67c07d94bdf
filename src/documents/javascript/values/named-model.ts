import { alternativesOf, unknownOf } from '../../static-value.js';
import type { StaticValue } from '../../static-value.js';
import { defaultOfMember, memberOfClass } from './class-members.js';
import { givenByCallers } from './given-by-callers.js';
import { inheritedMember } from './inherited-member.js';
import { deeper, type Located, type Reach } from './reach.js';
import { staticEntries } from './static-value.js';
import { originsOf } from './origins.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/**
 * What code says of the model of a call. Where no one value is known, also those that it may have: what a parameter or a
 * field is by default, what the callers in the file give, what a lookup in a map may find, and what a variable is given at
 * one time or another. A field that the class does not have is that of the class it extends.
 */
export function namedModel(place: Located, reach: Reach): StaticValue {
  const written = anyModel(place, reach);
  const later = writtenLater(place).map((each) => anyModel(each, reach));
  const value: StaticValue =
    later.length === 0
      ? written
      : { kind: 'oneOf', values: [written, ...later].flatMap(alternativesOf), range: written.range };
  return value.kind === 'oneOf' ? { ...value, values: value.values.filter(isModel) } : value;
}

/** `const input = { modelId: A }; if (cheap) input.modelId = B;` */
function writtenLater({ tree, node }: Located): readonly Located[] {
  const setter = tree.parentOf(wrapped(tree, node));
  const owner = setter && ownerOf(tree, setter);
  return (owner?.variable?.references ?? []).flatMap(({ identifier }) => {
    const write = writeOf(tree, tree.parentOf(identifier));
    return write && write.name === owner?.name && write.object === identifier && write.assignment !== setter
      ? [{ tree, node: write.assignment.right }]
      : [];
  });
}

/** The variable whose object a property or an assignment belongs to. */
function ownerOf(tree: SyntaxTree, setter: Node) {
  if (setter.type === 'AssignmentExpression') {
    const write = writeOf(tree, setter.left);
    return write && { name: write.name, variable: tree.variableOf(write.object) };
  }
  const object = setter.type === 'Property' ? tree.parentOf(setter) : null;
  const declarator = object && tree.parentOf(wrapped(tree, object));
  if (setter.type !== 'Property' || declarator?.type !== 'VariableDeclarator') return null;
  return { name: staticName(setter.key, setter.computed), variable: tree.variableOf(declarator.id) };
}

/** `input.modelId = …` */
function writeOf(tree: SyntaxTree, member: Node | null) {
  const assignment = member && tree.parentOf(member);
  if (member?.type !== 'MemberExpression' || assignment?.type !== 'AssignmentExpression' || assignment.left !== member)
    return null;
  return { name: staticName(member.property, member.computed), object: member.object, assignment };
}

/** `MODELS[name] ?? ''` names no other model. */
function isModel(value: StaticValue): boolean {
  return value.kind !== 'text' || value.text !== '';
}

function anyModel(place: Located, reach: Reach): StaticValue {
  const value = staticEntries(place, reach);
  if (value.kind !== 'unknown') return value;
  const next = deeper(reach);
  const inherited = next && inheritedMember({ tree: place.tree, node: unwrap(place.node) }, next);
  if (inherited) {
    const given = anyModel(inherited.value, next);
    return inherited.isDefault ? { kind: 'oneOf', values: [value, given], range: value.range } : given;
  }
  const values = originsOf(place, reach).flatMap(({ place: origin }) => valuesAt(origin, reach));
  return values.some(({ kind }) => kind !== 'unknown')
    ? { kind: 'oneOf', values, range: value.range }
    : unknownOf(value.range, [value, ...values]);
}

function valuesAt(origin: Located, reach: Reach): readonly StaticValue[] {
  const value = staticEntries(origin, reach);
  if (value.kind === 'oneOf') return value.values;
  if (value.kind !== 'unknown') return [value];
  const fallback = defaultOf(origin);
  const given = givenByCallers(origin, reach);
  const values = (given ?? []).map((place) => staticEntries(place, reach));
  return [...(given && given.length > 0 ? values : [value]), ...(fallback ? [staticEntries(fallback, reach)] : [])];
}

/** `(model = '…')`, `({ model = '…' })`, `constructor(private model = '…')`, and `this.model` that is given one of them. */
function defaultOf({ tree, node: written }: Located): Located | null {
  const node = unwrap(written);
  if (node.type !== 'MemberExpression') return defaultOfName(tree, node);
  if (node.object.type !== 'ThisExpression') return null;
  const given = memberOfClass(tree, node);
  if (given) return defaultOfName(tree, unwrap(given));
  const value = defaultOfMember(tree, node);
  return value && { tree, node: value };
}

function defaultOfName(tree: SyntaxTree, name: Node): Located | null {
  const [definition, another] = tree.variableOf(name)?.defs ?? [];
  const pattern = definition && !another ? tree.parentOf(definition.name) : null;
  return pattern?.type === 'AssignmentPattern' && pattern.left === definition?.name
    ? { tree, node: pattern.right }
    : null;
}
