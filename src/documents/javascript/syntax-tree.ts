import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import type { AST_NODE_TYPES, TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../edits/text-edit.js';

export type Node = TSESTree.Node;

type NodeName = `${AST_NODE_TYPES}`;
type NodeOf<T extends NodeName> = {
  [K in AST_NODE_TYPES]: `${K}` extends T ? Extract<Node, { type: K }> : never;
}[AST_NODE_TYPES];

/** What a parser hands over; ESLint's own `sourceCode` has the same parts. */
export interface ParsedSource {
  readonly ast: TSESTree.Program;
  readonly comments: readonly { readonly value: string; readonly range: Range; readonly type: string }[];
  readonly scopeManager: ScopeManager;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A syntax tree with the questions that facts ask of it. One walk, on construction. */
export interface SyntaxTree {
  readonly path: string;
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly comments: ParsedSource['comments'];
  parentOf(node: Node): Node | null;
  /** Every node of a type, parents before children. */
  all<T extends NodeName>(type: T): readonly NodeOf<T>[];
  /** The variable an identifier refers to, or `null` for an unresolved name. */
  variableOf(identifier: Node): Variable | null;
}

/** Walks the tree once and indexes it. */
export function createSyntaxTree(path: string, text: string, source: ParsedSource): SyntaxTree {
  const parents = new Map<Node, Node>();
  const byType = new Map<string, Node[]>();
  walk(source.ast, null, source.visitorKeys, (node, parent) => {
    if (parent) parents.set(node, parent);
    const list = byType.get(node.type);
    if (list) list.push(node);
    else byType.set(node.type, [node]);
  });
  let variables: Map<Node, Variable> | null = null;
  return {
    path,
    text,
    program: source.ast,
    // Only some parsers call the first line of a script a comment.
    comments: source.comments.filter(({ type }) => type !== 'Shebang'),
    parentOf: (node) => parents.get(node) ?? null,
    // The index is keyed by the node's own type, which the compiler can't see.
    all: <T extends NodeName>(type: T) => (byType.get(type) ?? []) as readonly Node[] as readonly NodeOf<T>[],
    variableOf: (identifier) => {
      variables ??= resolveReferences(source.scopeManager);
      return variables.get(identifier) ?? null;
    },
  };
}

function walk(
  root: Node,
  parent: Node | null,
  keys: ParsedSource['visitorKeys'],
  visit: (node: Node, parent: Node | null) => void,
) {
  const pending: [Node, Node | null][] = [[root, parent]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, above] = next;
    visit(node, above);
    const children: Node[] = [];
    for (const key of keys[node.type] ?? Object.keys(node)) {
      if (key === 'parent') continue;
      const child: unknown = Reflect.get(node, key);
      for (const node of Array.isArray(child) ? child : [child]) if (isNode(node)) children.push(node);
    }
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) pending.push([child, node]);
    }
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'range' in value
  );
}

function resolveReferences(scopeManager: ScopeManager) {
  const variables = new Map<Node, Variable>();
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references)
      if (reference.resolved) variables.set(reference.identifier, reference.resolved);
    for (const variable of scope.variables)
      for (const name of variable.identifiers) if (!variables.has(name)) variables.set(name, variable);
  }
  return variables;
}
