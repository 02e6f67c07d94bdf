import { libraryName } from '../modules/imported-from.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

const modules =
  /^(?:@aws-sdk\/client-bedrock|aws-cdk-lib(?:\/aws-bedrock)?|@aws-cdk\/aws-bedrock-alpha|@cdklabs\/generative-ai-cdk-constructs(?:\/.*)?)$/;
const members =
  /^(?:GetFoundationModelCommand|CreateModelCustomizationJobCommand|CreateProvisionedModelThroughputCommand|\w+FoundationModelAgreement\w*Command|GetFoundationModelAvailabilityCommand|FoundationModelIdentifier|fromFoundationModelId|BedrockFoundationModel)$/;

/** Whether a text is given to an API that takes foundation models and knows no inference profiles, directly or through a variable. */
export function namesFoundationModel(tree: SyntaxTree, start: Node, reach: Reach): boolean {
  const end = endOf(tree, start);
  if (end?.type !== 'VariableDeclarator' || end.id.type !== 'Identifier') return isTaker(tree, end, reach);
  return (tree.variableOf(end.id)?.references ?? []).some(
    ({ identifier, init }) => !init && isTaker(tree, endOf(tree, identifier), reach),
  );
}

function isTaker(tree: SyntaxTree, node: Node | null, reach: Reach): boolean {
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return false;
  const name = libraryName({ tree, node: node.callee }, reach);
  return name !== null && modules.test(name.module) && members.test(name.path.at(-1) ?? '');
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
