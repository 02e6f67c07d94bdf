import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { SdkName } from '../../../text-completion.js';
import { clientClassOf } from '../../calls/receivers.js';
import type { Reach } from '../../values/reach.js';
import type { CallSite } from '../../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import { isShown } from '../prompt-source.js';
import { bodyPath, type BodyPath } from './body-path.js';
import { inputEdits } from './input-edits.js';
import { converseName, moduleName, renamedUse } from './sdk-name.js';
import { namedValue } from './variable-of-value.js';

/** What becomes of the call of a text completion, all but the fields of its request. */
export interface ConverseCall {
  readonly edits: readonly TextEdit[];
  readonly names: readonly SdkName[];
  readonly deleted: readonly Range[];
  readonly path: BodyPath;
  /** The compiler knows what the fields are for. */
  readonly isTyped: boolean;
  readonly hasGuardrail: boolean;
}

interface Obstacle {
  readonly obstacle: string;
}

type ObjectLiteral = Extract<Node, { type: 'ObjectExpression' }>;

const unknownCall: Obstacle = { obstacle: 'only a call through the AWS SDK for JavaScript can become one of Converse' };

/** Makes a call of InvokeModel one of Converse, where everything it says is understood. */
export function converseCall(
  tree: SyntaxTree,
  { node, surface }: CallSite,
  literal: Node,
  reach: Reach,
): ConverseCall | Obstacle {
  if (!surface.startsWith('InvokeModel') || (node.type !== 'NewExpression' && node.type !== 'CallExpression'))
    return unknownCall;
  const callee = unwrap(node.callee);
  const renamed = node.type === 'NewExpression' ? renamedUse(tree, callee) : renamedMethod(tree, node, reach);
  if ('obstacle' in renamed) return renamed;
  const names = 'name' in renamed ? [renamed.name] : [];
  if (names.some(({ references }) => isNamedAsType(tree, references, callee)))
    return { obstacle: 'its command has a type that must change with it' };
  const input = inputOf(tree, node.arguments[0]);
  if ('obstacle' in input) return input;
  const property = input.literal.properties.find(
    (each) => each.type === 'Property' && staticName(each.key, each.computed) === 'body',
  );
  if (property?.type !== 'Property') return { obstacle: 'its body is set by a statement of its own' };
  const path = bodyPath(tree, property, literal);
  if ('obstacle' in path) return path;
  const around = inputEdits(tree, input.literal);
  if ('obstacle' in around) return around;
  return {
    edits: ['edit' in renamed ? renamed.edit : [], around.edits, path.edits].flat(),
    names: [...names, ...input.names],
    deleted: [...path.deleted, ...around.deleted],
    path,
    isTyped: path.isInline && input.isTyped,
    hasGuardrail: around.hasGuardrail,
  };
}

/** `client.invokeModel(input)` of the aggregated client. */
function renamedMethod(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>, reach: Reach) {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed)
    return unknownCall;
  const to = converseName(callee.property.name);
  const client = clientClassOf({ tree, node: callee.object }, reach);
  const isSdk = client?.module === moduleName && client.path.at(-1) === 'BedrockRuntime';
  if (to === null || !isSdk) return unknownCall;
  const [, options, more] = call.arguments;
  if (more || (options && options.type !== 'ObjectExpression'))
    return { obstacle: 'its call is given more than a request' };
  return { edit: { range: callee.property.range, text: to } };
}

/** Whether a class is named otherwise than to make an object of it. */
function isNamedAsType(tree: SyntaxTree, references: readonly Range[], own: Node): boolean {
  return tree
    .all('Identifier')
    .filter(({ range }) => references.some(([start]) => start === range[0]))
    .some((name) => name !== own && tree.parentOf(name)?.type !== 'NewExpression');
}

interface Input {
  readonly literal: ObjectLiteral;
  readonly isTyped: boolean;
  readonly names: readonly SdkName[];
}

/** The literal that a call is given, in place or by a name that nothing else uses. */
function inputOf(tree: SyntaxTree, argument: Node | undefined): Input | Obstacle {
  const given = argument && unwrap(argument);
  if (given?.type === 'ObjectExpression')
    return given === argument
      ? { literal: given, isTyped: true, names: [] }
      : { obstacle: 'its input has a type that must change with it' };
  const value = given ? namedValue(tree, given) : null;
  if (!value || given !== argument) return { obstacle: 'its input is put together by other code' };
  if (!value.reads.every((read) => read === given || isShown(tree, read)))
    return { obstacle: 'other code uses its input' };
  if (value.init.type !== 'ObjectExpression') return { obstacle: 'its input is put together by other code' };
  const type = value.id.typeAnnotation?.typeAnnotation;
  if (!type) return { literal: value.init, isTyped: false, names: [] };
  const renamed = type.type === 'TSTypeReference' && !type.typeArguments ? renamedUse(tree, type.typeName, true) : null;
  return renamed && 'name' in renamed
    ? { literal: value.init, isTyped: true, names: [renamed.name] }
    : { obstacle: 'its input has a type that must change with it' };
}
