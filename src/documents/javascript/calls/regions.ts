import { type ImportedName, importedName } from '../modules/bindings.js';
import { libraryName } from '../modules/imported-from.js';
import { definitionOf, propertyOf, type Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

export interface Regions {
  /** Literals that clients of Bedrock are made with. */
  readonly clients: readonly string[];
  /** These, and those of stacks and of the environment. */
  readonly all: readonly string[];
}

const modules =
  /^(?:aws-sdk\/clients\/bedrock|@aws-sdk\/client-bedrock|@anthropic-ai\/bedrock-sdk|@ai-sdk\/amazon-bedrock|@langchain\/|@strands-agents\/sdk)/;
const regionName = /^[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d$/;
const variables = /^(?:CDK_DEFAULT|AWS(?:_DEFAULT)?)_REGION$/;

/** The region literals that clients of Bedrock, stacks and the environment are given. */
export function collectRegions(tree: SyntaxTree, reach: Reach): Regions {
  const clients = new Set<string>();
  const others = new Set<string>();
  for (const node of [...tree.all('NewExpression'), ...tree.all('CallExpression')]) {
    const [options] = node.arguments;
    if (options && isClient(libraryName({ tree, node: node.callee }, reach)))
      addRegion(clients, regionIn(tree, options, reach));
  }
  for (const {
    callee,
    arguments: [, , properties],
  } of tree.all('NewExpression')) {
    if (properties && isStack(tree, callee, reach)) addRegion(others, regionIn(tree, properties, reach, 'env'));
  }
  for (const { left, right } of tree.all('AssignmentExpression')) {
    if (isRegionVariable(left)) addRegion(others, textOf(tree, right, reach));
  }
  return { clients: [...clients], all: [...new Set([...clients, ...others])] };
}

/** Clients of every service of AWS are made with a region; only those of Bedrock tell where its models are called. */
function isClient(name: ImportedName | null) {
  if (name?.module === 'aws-sdk') return name.path.at(-1)?.startsWith('Bedrock') === true;
  return name !== null && modules.test(name.module);
}

function addRegion(regions: Set<string>, region: string | null) {
  if (region !== null && regionName.test(region)) regions.add(region);
}

function regionIn(tree: SyntaxTree, options: Node, reach: Reach, below?: string): string | null {
  const object = definitionOf({ tree, node: options }, reach);
  const inner = object && below !== undefined ? propertyOf(object, below, reach) : null;
  const owner = inner
    ? definitionOf({ tree: inner.tree, node: inner.value }, reach)
    : below === undefined
      ? object
      : null;
  const property = owner && (propertyOf(owner, 'region', reach) ?? propertyOf(owner, 'awsRegion', reach));
  return property ? textOf(property.tree, property.value, reach) : null;
}

function textOf(tree: SyntaxTree, node: Node, reach: Reach) {
  const value = staticValue({ tree, node }, reach);
  return value.kind === 'text' ? value.text : null;
}

/** `new MyStack(app, 'Name', { env: { region } })`: a class of CDK, or one of the project's own beside CDK's. */
function isStack(tree: SyntaxTree, callee: Node, reach: Reach) {
  const imported = importedName(tree, callee);
  return (
    /(?:^|\/)aws-cdk-lib$/.test(imported?.module ?? '') ||
    (imported !== null &&
      tree.all('ImportDeclaration').some(({ source }) => source.value === 'aws-cdk-lib') &&
      reach.modules.isOwn(tree.path, imported.module))
  );
}

/** `process.env.AWS_REGION = …` */
function isRegionVariable(left: Node) {
  if (left.type !== 'MemberExpression' || !variables.test(staticName(left.property, left.computed) ?? '')) return false;
  const owner = unwrap(left.object);
  return owner.type === 'MemberExpression' && staticName(owner.property, owner.computed) === 'env';
}
