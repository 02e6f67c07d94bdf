import type { TextEdit } from '../../../edits/text-edit.js';
import type { Trace, Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import type { AnswerEdits } from './answer-edits.js';
import { worded } from './answer-uses.js';

const elsewhere: AnswerEdits = { obstacle: 'its answer has a type that must change with it' };

/** Types that the file itself gives an answer, adapted to a Messages answer; an answer without one is fine. */
export function typeEdits(tree: SyntaxTree, trace: Trace): AnswerEdits {
  const written = new Map<Node, 'answer' | 'event'>();
  for (const use of trace.uses) {
    if (use.value.within.length > 0 || !worded.has(use.value.kind)) continue;
    const kind = use.value.kind === 'event' ? 'event' : 'answer';
    for (const type of typesAt(use)) written.set(type, kind);
  }
  if (hasTypeArguments(trace.origin.node)) return elsewhere;
  const edits: TextEdit[] = [];
  const names = new Map<string, Node[]>();
  for (const [type, kind] of written) {
    const named = typeName(type);
    if (isLoose(type)) continue;
    if (named !== null) {
      names.set(named, [...(names.get(named) ?? []), type]);
      const members = membersOf(tree, named);
      const found = members && editMembers(members, kind);
      if (!found) return elsewhere;
      edits.push(...found);
    } else {
      const found = type.type === 'TSTypeLiteral' ? editMembers(type.members, kind) : null;
      if (!found) return elsewhere;
      edits.push(...found);
    }
  }
  for (const [name, places] of names)
    if (tree.all('TSTypeReference').filter((type) => typeName(type) === name).length !== places.length)
      return elsewhere;
  return { edits };
}

/** The types that are written around a value: of the name it gets, of what it is asserted to be, of the function that returns it. */
export function typesAt({ role, node, at }: Use): readonly Node[] {
  const types: Node[] = [];
  const declared = node.type === 'Identifier' || node.type === 'ObjectPattern' ? node.typeAnnotation : undefined;
  if (role === 'bound' && declared) types.push(declared.typeAnnotation);
  if (role === 'returned' && 'returnType' in at && at.returnType) types.push(promised(at.returnType.typeAnnotation));
  const start = role === 'bound' && at.type === 'VariableDeclarator' ? at.init : role === 'bound' ? null : node;
  for (
    let value: Node | null = start;
    value;
    value = 'expression' in value && typeof value.expression === 'object' ? value.expression : null
  ) {
    if (value.type === 'TSAsExpression' || value.type === 'TSTypeAssertion' || value.type === 'TSSatisfiesExpression')
      types.push(value.typeAnnotation);
    else if (value.type !== 'ChainExpression' && value.type !== 'TSNonNullExpression') break;
  }
  return types;
}

/** `T` of `Promise<T>`. */
function promised(type: Node): Node {
  const [inner] =
    typeName(type) === 'Promise' && type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : [];
  return inner ?? type;
}

/** Whether a call says what it gives. */
export function hasTypeArguments(call: Node): boolean {
  // Parsers differ in how they say that there are none.
  return call.type === 'CallExpression' && Boolean(call.typeArguments);
}

function typeName(type: Node): string | null {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : null;
}

/** A type that says nothing of what is in an object. */
export function isLoose(type: Node): boolean {
  if (type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword') return true;
  if (typeName(type) !== 'Record' || type.type !== 'TSTypeReference') return false;
  return /^TS(?:Any|Unknown)Keyword$/.test(type.typeArguments?.params[1]?.type ?? '');
}

/** The members of a type that only this file knows. */
function membersOf(tree: SyntaxTree, name: string): readonly Node[] | null {
  const interfaces = tree.all('TSInterfaceDeclaration').filter(({ id }) => id.name === name);
  const aliases = tree.all('TSTypeAliasDeclaration').filter(({ id }) => id.name === name);
  const [declaration, another] = [...interfaces, ...aliases];
  if (!declaration || another || tree.parentOf(declaration)?.type !== 'Program') return null;
  if (declaration.type === 'TSInterfaceDeclaration')
    return declaration.extends.length === 0 ? declaration.body.body : null;
  return declaration.typeAnnotation.type === 'TSTypeLiteral' ? declaration.typeAnnotation.members : null;
}

/** `completion: string` as what a Messages answer, or an event of it, has in its place. */
function editMembers(members: readonly Node[], kind: 'answer' | 'event'): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const member of members) {
    if (member.type !== 'TSPropertySignature') return null;
    const name = staticName(member.key, member.computed);
    const type = member.typeAnnotation;
    if (name === 'stop' || (kind === 'event' && name === 'stop_reason')) return null;
    if (name === 'stop_reason' && !isText(type?.typeAnnotation)) return null;
    if (name !== 'completion') continue;
    if (!type) return null;
    edits.push({
      range: [member.range[0], type.range[1]],
      text: kind === 'event' ? 'delta?: { type: string; text: string }' : 'content: { type: string; text?: string }[]',
    });
  }
  return edits.length === 1 ? edits : null;
}

/** Whether any word fits. */
function isText(type: Node | undefined): boolean {
  if (type?.type === 'TSUnionType') return type.types.some(isText);
  return type?.type === 'TSStringKeyword' || type?.type === 'TSAnyKeyword';
}
