import { declaredWith, importedName } from '../modules/bindings.js';
import { resolveExport } from '../modules/modules.js';
import { type Callable, isCallable } from '../syntax/functions.js';
import { classAround } from '../syntax/class-around.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { deeper, type Located, type Reach } from './reach.js';

export type Class = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>;

/** A class of the project, in whichever file it is written. */
export type LocatedClass = Located & { readonly node: Class };

function isClass(node: Node | null | undefined): node is Class {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

/** The class of the project that an expression or the name of a type stands for; `null` for one of a library, or none. */
export function classNamed({ tree, node: written }: Located, reach: Reach): LocatedClass | null {
  const next = deeper(reach);
  const node = unwrap(written);
  if (!next) return null;
  if (isClass(node)) return { tree, node };
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const [definition, another] = variable?.defs ?? [];
  if (definition && !another && isClass(definition.node)) return { tree, node: definition.node };
  const declared = variable && declaredWith(variable);
  if (declared?.path.length === 0 && declared.value !== node) return classNamed({ tree, node: declared.value }, next);
  const imported = importedName(tree, node);
  const [name, ...path] = imported?.path ?? [];
  if (!imported || name === undefined || path.length > 0) return null;
  const exported = resolveExport(next.modules, tree.path, imported.module, name);
  return exported?.kind === 'expression' ? classNamed(exported, next) : null;
}

/** The class that a node stands in. */
export function classWith(tree: SyntaxTree, inside: Node): LocatedClass | null {
  const body = classAround(tree, inside);
  const node = body && tree.parentOf(body);
  return isClass(node) ? { tree, node } : null;
}

/** The class that another extends; `null` for one of a library, or none. */
export function baseOf({ tree, node: { superClass } }: LocatedClass, reach: Reach): LocatedClass | null {
  const next = deeper(reach);
  return next && superClass ? classNamed({ tree, node: superClass }, next) : null;
}

/** A class and what it extends, itself first. */
export function lineOf(start: LocatedClass, reach: Reach): readonly LocatedClass[] {
  const found: LocatedClass[] = [];
  for (let each: LocatedClass | null = start; each && found.length < longestLine; each = baseOf(each, reach))
    found.push(each);
  return found;
}

/** Nobody inherits through more classes. */
const longestLine = 8;

/** The constructor that a class writes itself, behind its overloads. */
export function constructorOf({ body }: Class): Callable | null {
  for (const each of body.body)
    if (each.type === 'MethodDefinition' && each.kind === 'constructor' && isCallable(each.value)) return each.value;
  return null;
}
