import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from '../values/objects.js';
import { originsOf } from '../values/origins.js';
import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

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

/** Whether a call is one of such an API. */
export function takesFoundationModels(tree: SyntaxTree, call: Node, reach: Reach): boolean {
  return takerOf(tree, call, reach).length > 0 || isMethodTaker(tree, call, reach);
}

/** `bedrock.getFoundationModel(…)`, of a client that has a method for each command. */
function isMethodTaker(tree: SyntaxTree, call: Node, reach: Reach): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  const method = calledName(call);
  if (
    callee?.type !== 'MemberExpression' ||
    !members.test(`${method.charAt(0).toUpperCase()}${method.slice(1)}Command`)
  )
    return false;
  return isClient({ tree, node: callee.object }, reach);
}

/** `new Bedrock({})`, `new BedrockRuntime({})` */
export function isClient(place: Located, reach: Reach): boolean {
  return originsOf(place, reach).some(({ place: { tree, node } }) => {
    const made = node.type === 'NewExpression' ? libraryName({ tree, node: node.callee }, reach) : null;
    return made !== null && modules.test(made.module) && /^Bedrock(?:Runtime)?$/.test(made.path.at(-1) ?? '');
  });
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
