import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { Trace } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import { isTest } from '../read-place.js';
import { removeStatement } from '../remove-statement.js';
import { decodingOf } from './decoding.js';
import { isFree, meansTheSame, type NamedValue, namedValue } from './variable-of-value.js';

/** Code that holds the response, or the event, of which a body was decoded. */
export interface Source {
  /** Its name, where it has one. */
  readonly name: string | null;
  /** What the name must mean wherever it is to be used; `null` for one that nothing else in the file has. */
  readonly identifier: Node | null;
  /** Where it stands: among the code that decodes it, where it has no name. */
  readonly range: Range;
  /** The same without parentheses. */
  readonly bare: Range;
}

/** A decoded body, as `JSON.parse` gives it, with what is asserted of it. */
export interface DecodedBody {
  readonly call: Node;
  readonly outer: Node;
  readonly source: Source;
}

export interface ResponseSources {
  readonly bodies: readonly DecodedBody[];
  readonly edits: readonly TextEdit[];
  readonly deleted: readonly Range[];
  /** Expressions that asked whether an undecoded body is there. */
  readonly asked: readonly Node[];
}

/** What stands for an undecoded body where code asks whether it is there. */
export type Presence = (source: string, isEvent: boolean) => string;

/** Finds what becomes of every undecoded body: decoded it is the response itself. */
export function responseSources(
  tree: SyntaxTree,
  trace: Trace,
  presence: Presence,
): ResponseSources | { readonly obstacle: string } {
  const bodies: DecodedBody[] = [];
  const edits: TextEdit[] = [];
  const deleted: Range[] = [];
  const asked: Node[] = [];
  const isFollowed = trace.uses.every(({ role, value: { kind }, at }) => {
    const isEvent = kind === 'chunk';
    if (role !== 'member' || (kind !== 'http' && !isEvent) || nameAt(at) !== (isEvent ? 'chunk' : 'body')) return true;
    if (at.type === 'MemberExpression') return follow(at, sourceOf(tree, at), isEvent);
    return at.type === 'Property' && followPattern(at, isEvent);
  });
  return isFollowed ? { bodies, edits, deleted, asked } : { obstacle: 'its body is used before it is decoded' };

  function follow(start: Node, source: Source, isEvent: boolean): boolean {
    const { outer, call } = decodingOf(tree, trace, start);
    if (call) {
      bodies.push({ call, outer, source });
      return true;
    }
    if (isTest(tree, outer) && source.name !== null) {
      const code = presence(source.name, isEvent);
      const isWhole = tree.parentOf(outer)?.type === 'IfStatement' || !code.includes('??');
      edits.push({ range: outer.range, text: isWhole ? code : `(${code})` });
      deleted.push(outer.range);
      asked.push(outer);
      return true;
    }
    const declarator = tree.parentOf(outer);
    const value = declarator?.type === 'VariableDeclarator' ? namedValue(tree, declarator.id) : null;
    return value?.init === outer && followName(value, source, isEvent);
  }

  /** `const decoded = decode(response.body)`: the name goes, or stands for the response. */
  function followName(value: NamedValue, source: Source, isEvent: boolean): boolean {
    const removal = removalOf(tree, value, source);
    if (removal) {
      edits.push(removal);
      deleted.push(removal.range);
      return value.reads.every((read) => follow(read, source, isEvent));
    }
    if (value.id.typeAnnotation) edits.push({ range: value.id.typeAnnotation.range, text: '' });
    edits.push(...kept(source, value.init.range));
    deleted.push(...around(source, value.init.range));
    const own: Source = { name: value.id.name, identifier: value.id, range: value.id.range, bare: value.id.range };
    return value.reads.every((read) => follow(read, own, isEvent));
  }

  /** `const { body } = …` becomes `const response = …`. */
  function followPattern(property: Extract<Node, { type: 'Property' }>, isEvent: boolean): boolean {
    const pattern = tree.parentOf(property);
    if (pattern?.type !== 'ObjectPattern' || pattern.properties.length !== 1 || pattern.typeAnnotation) return false;
    const { value } = property;
    const variable = value.type === 'Identifier' ? tree.variableOf(value) : null;
    if (value.type !== 'Identifier' || variable?.defs.length !== 1) return false;
    if (variable.references.some((each) => each.isWrite() && each.init !== true)) return false;
    const fresh = isEvent ? 'event' : 'response';
    const isFresh = isFree(tree, fresh);
    const name = isFresh ? fresh : value.name;
    edits.push({ range: pattern.range, text: name });
    const source: Source = { name, identifier: isFresh ? null : value, range: value.range, bare: value.range };
    return variable.references.every(({ identifier, init }) => init === true || follow(identifier, source, isEvent));
  }
}

/** Takes out the declaration of a name for which another one does as well; `null` where that can't be done. */
export function removalOf(tree: SyntaxTree, value: NamedValue, { name, identifier }: Source): TextEdit | null {
  if (name === null || !value.statement) return null;
  const own = identifier && tree.variableOf(identifier);
  if (identifier && (!own || own.references.some((each) => each.isWrite() && each.init !== true))) return null;
  const isSame = value.reads.every((read) => {
    const parent = tree.parentOf(read);
    const isShorthand = parent?.type === 'Property' && parent.shorthand;
    return !isShorthand && (identifier === null || meansTheSame(tree, identifier, read));
  });
  return isSame ? removeStatement(tree.text, value.statement.range) : null;
}

/** Edits that leave the source of a range alone. */
export function kept(source: Source, range: Range): readonly TextEdit[] {
  if (source.name !== null) return [{ range, text: source.name }];
  return around(source, range).map((each) => ({ range: each, text: '' }));
}

/** What goes when the source alone is left of a range. */
export function around({ name, range: [start, end] }: Source, range: Range): readonly Range[] {
  if (name !== null) return [range];
  const ranges: readonly Range[] = [
    [range[0], start],
    [end, range[1]],
  ];
  return ranges.filter(([from, to]) => from < to);
}

/** The object that a member is read off, with its parentheses. */
export function sourceOf(tree: SyntaxTree, member: Extract<Node, { type: 'MemberExpression' }>): Source {
  const object = unwrap(member.object);
  const name = object.type === 'Identifier' ? object.name : null;
  const between = tree.text.slice(member.object.range[1], member.property.range[0]);
  const dot = between.lastIndexOf(member.optional ? '?.' : '.');
  return {
    name,
    identifier: name === null ? null : object,
    range: [member.range[0], member.object.range[1] + dot],
    bare: member.object.range,
  };
}

function nameAt(at: Node): string | null {
  if (at.type === 'Property') return staticName(at.key, at.computed);
  return at.type === 'MemberExpression' && !at.computed ? staticName(at.property, false) : null;
}
