import { parseModelName } from '../../../catalog/model-id.js';
import type { GivenModel } from '../../facts.js';
import { isOfOtherMaker } from '../../other-makers.js';
import { textsOf } from '../../static-value.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { memberName } from '../values/class-members.js';
import { classNamed, classWith, constructorOf, lineOf, type LocatedClass } from '../values/class-named.js';
import { type Inlet, inletOfField, inletOfParameter } from '../values/inlets.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { staticEntries } from '../values/static-value.js';
import { classOfInstance } from './receivers.js';
import { isWordIn } from './word-in-argument.js';

/** Words of IDs, and of what programs call models. */
const words =
  /claude|anthropic|haiku|sonnet|opus|amazon|nova|titan|llama|mistral|mixtral|cohere|deepseek|ai21|openai|gpt|qwen|gemma|nemotron|minimax|moonshot|kimi/i;

/** Calls that are looked at in one file. */
const mostCalls = 400;

/**
 * The models that a file gives to functions and objects of its project: `ask(text, 'us.amazon.nova-…')`, `new Agent({ modelId: … })`,
 * `agent.modelId = …`, `class Cheap extends Agent { modelId = … }`.
 */
export function collectGivenModels(tree: SyntaxTree, reach: Reach): readonly GivenModel[] {
  if (!words.test(tree.text)) return [];
  const calls = [...tree.all('CallExpression'), ...tree.all('NewExpression')]
    .filter((call) => call.arguments.some((argument) => isWordIn(words, tree, argument)))
    .slice(0, mostCalls);
  return [
    ...calls.flatMap((call) => givenByCall(tree, call, reach)),
    ...tree.all('PropertyDefinition').flatMap((field) => givenByField(tree, field, reach)),
    ...tree.all('AssignmentExpression').flatMap((assignment) => givenByAssignment(tree, assignment, reach)),
  ];
}

function givenByCall(tree: SyntaxTree, call: Node, reach: Reach): readonly GivenModel[] {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  const leading = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  const given = leading < 0 ? call.arguments : call.arguments.slice(0, leading);
  const owner = takerOf(tree, call, reach);
  if (!owner) return [];
  return given.flatMap((argument, index) => {
    const plain = unwrap(argument);
    if (isCallable(plain) || !isWordIn(words, tree, plain)) return [];
    const object = definitionOf({ tree, node: plain }, reach);
    if (object?.node.type !== 'ObjectExpression')
      return toFacts({ tree, node: plain }, [inletOfParameter(owner, index, null)], reach);
    return object.node.properties.flatMap((property) => {
      const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
      if (property.type !== 'Property' || name === null) return [];
      return toFacts({ tree: object.tree, node: property.value }, [inletOfParameter(owner, index, name)], reach);
    });
  });
}

/** The function that takes the arguments of a call. */
function takerOf(tree: SyntaxTree, call: Node, reach: Reach): Located | null {
  if (call.type === 'NewExpression') {
    const made = classNamed({ tree, node: call.callee }, reach);
    return made && constructorIn(lineOf(made, reach));
  }
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  if (callee.type === 'Super') return constructorIn(classesAround(tree, call, reach).slice(1));
  const known = definitionOf({ tree, node: callee }, reach);
  if (known && isCallable(known.node)) return known;
  if (callee.type !== 'MemberExpression') return null;
  const name = memberName(callee.property, callee.computed);
  const isOwn = unwrap(callee.object).type === 'ThisExpression';
  const line = isOwn ? classesAround(tree, call, reach) : lineOfInstance({ tree, node: callee.object }, reach);
  return name === null ? null : methodIn(line, name);
}

function constructorIn(line: readonly LocatedClass[]): Located | null {
  for (const { tree, node } of line) {
    const own = constructorOf(node);
    if (own) return { tree, node: own };
  }
  return null;
}

function methodIn(line: readonly LocatedClass[], name: string): Located | null {
  for (const { tree, node } of line) {
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      if (memberName(member.key, member.computed) !== name || member.static || !isCallable(member.value)) continue;
      return { tree, node: member.value };
    }
  }
  return null;
}

function lineOfInstance(object: Located, reach: Reach): readonly LocatedClass[] {
  const made = classOfInstance(object, reach);
  const named = made && classNamed(made, reach);
  return named ? lineOf(named, reach) : [];
}

function classesAround(tree: SyntaxTree, inside: Node, reach: Reach): readonly LocatedClass[] {
  const own = classWith(tree, inside);
  return own ? lineOf(own, reach) : [];
}

/** A field of a class is what the code of the classes that it extends reads. */
function givenByField(tree: SyntaxTree, field: Node, reach: Reach): readonly GivenModel[] {
  if (field.type !== 'PropertyDefinition' || !field.value || !isWordIn(words, tree, field.value)) return [];
  const name = memberName(field.key, field.computed);
  const [, ...bases] = classesAround(tree, field, reach);
  return name === null || field.static ? [] : toFacts({ tree, node: field.value }, fieldsOf(bases, name), reach);
}

/** `agent.modelId = …`, and `this.modelId = …` in a class that extends another. */
function givenByAssignment(tree: SyntaxTree, assignment: Node, reach: Reach): readonly GivenModel[] {
  if (assignment.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') return [];
  const { left, right } = assignment;
  const name = memberName(left.property, left.computed);
  if (name === null || !isWordIn(words, tree, right)) return [];
  const isOwn = unwrap(left.object).type === 'ThisExpression';
  const line = isOwn
    ? classesAround(tree, assignment, reach).slice(1)
    : lineOfInstance({ tree, node: left.object }, reach);
  return toFacts({ tree, node: right }, fieldsOf(line, name), reach);
}

function fieldsOf(line: readonly LocatedClass[], name: string): readonly Inlet[] {
  return line.map((each) => inletOfField(each, name));
}

function toFacts(value: Located, inlets: readonly Inlet[], reach: Reach): readonly GivenModel[] {
  if (inlets.length === 0) return [];
  const named = textsOf(staticEntries(value, reach)).filter(
    ({ text }) => parseModelName(text) !== null || isOfOtherMaker(text),
  );
  return inlets.flatMap((inlet) => named.map((model) => ({ inlet, model })));
}
