import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import type { AST_NODE_TYPES, TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../../edits/text-edit.js';

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
  walk(source.ast, source.visitorKeys, (node, parent) => {
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

/** Parents before children, in the order of the text. Trees are large and visited once: no list is made for a node. */
function walk(root: Node, keys: ParsedSource['visitorKeys'], visit: (node: Node, parent: Node | null) => void) {
  const pending: Node[] = [root];
  const parents: (Node | null)[] = [null];
  const put = (child: unknown, parent: Node) => {
    if (!isNode(child)) return;
    pending.push(child);
    parents.push(parent);
  };
  for (let node = pending.pop(); node; node = pending.pop()) {
    visit(node, parents.pop() ?? null);
    const names = keys[node.type] ?? Object.keys(node).filter((name) => name !== 'parent');
    // Read by the names of its children, whatever its type; reflection would be slower.
    const fields = node as unknown as Readonly<Record<string, unknown>>;
    // What is put last is visited first.
    for (let index = names.length - 1; index >= 0; index--) {
      const child = fields[names[index] ?? ''];
      if (!Array.isArray(child)) put(child, node);
      else for (let last = child.length - 1; last >= 0; last--) put(child[last], node);
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
