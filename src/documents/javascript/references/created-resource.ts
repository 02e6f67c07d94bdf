import type { ModelReference } from '../../facts.js';
import { libraryName } from '../modules/imported-from.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

type Resource = NonNullable<ModelReference['creates']>;

interface Maker {
  readonly modules: RegExp;
  readonly member: string;
  readonly resource: Resource;
}

const makers: readonly Maker[] = [
  { modules: /^@aws-sdk\/client-bedrock$/, member: 'CreatePromptRouterCommand', resource: 'promptRouter' },
  {
    modules: /^@aws-sdk\/client-bedrock$/,
    member: 'CreateProvisionedModelThroughputCommand',
    resource: 'provisionedThroughput',
  },
  {
    modules: /^(?:@aws-cdk\/aws-bedrock-alpha|@cdklabs\/generative-ai-cdk-constructs)(?:\/|$)/,
    member: 'PromptRouter',
    resource: 'promptRouter',
  },
];

/** What Bedrock is asked to create with a model, where a text or a constant is given to the API that does so, directly or through a variable. */
export function createdResource(tree: SyntaxTree, start: Node, reach: Reach): Resource | null {
  if (!mayCreate(tree)) return null;
  const end = endOf(tree, start);
  if (end?.type !== 'VariableDeclarator' || end.id.type !== 'Identifier') return madeBy(tree, end, reach);
  for (const { identifier, init } of tree.variableOf(end.id)?.references ?? []) {
    const found = init ? null : madeBy(tree, endOf(tree, identifier), reach);
    if (found) return found;
  }
  return null;
}

const creators = new WeakMap<SyntaxTree, boolean>();

/** A cheap test before a place is looked at, made once for a file. */
function mayCreate(tree: SyntaxTree): boolean {
  const known = creators.get(tree) ?? /PromptRouter|ProvisionedModelThroughput/.test(tree.text);
  creators.set(tree, known);
  return known;
}

function madeBy(tree: SyntaxTree, node: Node | null, reach: Reach): Resource | null {
  if (node?.type !== 'NewExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  const maker = makers.find(({ modules, member }) => name?.path.at(-1) === member && modules.test(name.module));
  return maker?.resource ?? null;
}

/** The call or declaration that the value goes to. */
function endOf(tree: SyntaxTree, start: Node): Node | null {
  for (let node = tree.parentOf(start); node; node = tree.parentOf(node))
    if (
      !/^(?:Property|ObjectExpression|ArrayExpression|TSAsExpression|TSSatisfiesExpression|LogicalExpression|ConditionalExpression|TemplateLiteral)$/.test(
        node.type,
      )
    )
      return node;
  return null;
}
