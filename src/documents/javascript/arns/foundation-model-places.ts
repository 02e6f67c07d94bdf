import { libraryName } from '../modules/imported-from.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

const modules =
  /^(?:@aws-sdk\/client-bedrock(?:-runtime)?|aws-cdk-lib(?:\/aws-bedrock)?|@aws-cdk\/aws-bedrock-alpha|@cdklabs\/generative-ai-cdk-constructs(?:\/.*)?)$/;
const members =
  /^(?:CountTokensCommand|GetFoundationModelCommand|CreateModelCustomizationJobCommand|CreateProvisionedModelThroughputCommand|\w+FoundationModelAgreement\w*Command|GetFoundationModelAvailabilityCommand|FoundationModelIdentifier|fromFoundationModelId|BedrockFoundationModel)$/;

/** Whether a text is given to an API that takes foundation models and knows no inference profiles, directly or through a variable. */
export function namesFoundationModel(tree: SyntaxTree, start: Node, reach: Reach): boolean {
  return takersOf(tree, start, reach).length > 0;
}

/** Whether every such API is one of Bedrock's own: there the bare model is right, where constructs may go on to call it. */
export function asksOfFoundationModel(tree: SyntaxTree, start: Node, reach: Reach): boolean {
  const takers = takersOf(tree, start, reach);
  return takers.length > 0 && takers.every((module) => module.startsWith('@aws-sdk/'));
}

/** The modules of those APIs. */
function takersOf(tree: SyntaxTree, start: Node, reach: Reach): readonly string[] {
  const end = endOf(tree, start);
  if (end?.type !== 'VariableDeclarator' || end.id.type !== 'Identifier') return takerOf(tree, end, reach);
  return (tree.variableOf(end.id)?.references ?? []).flatMap(({ identifier, init }) =>
    init ? [] : takerOf(tree, endOf(tree, identifier), reach),
  );
}

function takerOf(tree: SyntaxTree, node: Node | null, reach: Reach): readonly string[] {
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return [];
  const name = libraryName({ tree, node: node.callee }, reach);
  return name !== null && modules.test(name.module) && members.test(name.path.at(-1) ?? '') ? [name.module] : [];
}

/** The call or declaration that the value goes to. */
function endOf(tree: SyntaxTree, start: Node): Node | null {
  for (let node = tree.parentOf(start); node; node = tree.parentOf(node))
    if (
      !/^(?:Property|ObjectExpression|TSAsExpression|LogicalExpression|ConditionalExpression|TemplateLiteral)$/.test(
        node.type,
      )
    )
      return node;
  return null;
}
