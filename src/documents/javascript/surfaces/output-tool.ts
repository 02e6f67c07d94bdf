import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { CallSite, ForcedTool } from './call-site.js';
import { originsOf } from '../values/origins.js';
import { inside } from './request-shape.js';

type Forced = Pick<CallSite, 'forced'>;

/** `generateObject({ schema })` of the AI SDK: its provider may force a tool that takes the object. */
export function forcedByObject(tree: SyntaxTree, call: Node, reach: Reach): Forced {
  if (call.type !== 'CallExpression') return {};
  const [options] = call.arguments;
  const input = options ? builtObject({ tree, node: options }, reach) : null;
  if (!input || sendsSchema(input, reach)) return {};
  const kinds = input.valuesOf('output').map(wordOf);
  if (kinds.length > 0 && kinds.every((kind) => kind === 'no-schema')) return {};
  return { forced: [{ by: 'generateObject', place: { tree, node: call.callee }, isCertain: true }] };
}

/** `generateText({ output: Output.object({ schema }) })` of the AI SDK, and an agent with such an output. */
export function forcedByOutput(input: BuiltObject, reach: Reach): Forced {
  if (sendsSchema(input, reach)) return {};
  const outputs = ['output', 'experimental_output'].flatMap((name) => input.fieldsOf(name));
  const forced = outputs.flatMap(({ value, isCertain }): readonly ForcedTool[] => {
    const kinds = originsOf(value, reach).map(({ place }) => kindOf(place, reach));
    if (kinds.every((kind) => kind === 'free')) return [];
    return [{ by: 'output', place: value, isCertain: isCertain && kinds.every((kind) => kind === 'schema') }];
  });
  return forced.length > 0 ? { forced } : {};
}

/** The program has the provider send the schema itself. */
function sendsSchema(input: BuiltObject, reach: Reach) {
  return input.valuesOf('providerOptions').some((options) => {
    const object = builtObject(options, reach);
    return ['bedrock', 'amazonBedrock', 'anthropic'].some(
      (name) =>
        object !== null &&
        inside(object, name, 'structuredOutputMode', reach).values.some((mode) => wordOf(mode) === 'outputFormat'),
    );
  });
}

/** Whether an output has a schema, or leaves the answer free; `null` where it is something else. */
function kindOf({ tree, node }: Located, reach: Reach): 'schema' | 'free' | null {
  if (node.type === 'Identifier' && node.name === 'undefined') return 'free';
  if (node.type !== 'CallExpression') return node.type === 'Literal' ? 'free' : null;
  const name = libraryName({ tree, node: node.callee }, reach);
  if (name?.module !== 'ai') return null;
  const [owner, kind = ''] = name.path.slice(-2);
  if (owner !== 'Output') return null;
  return withSchema.has(kind) ? 'schema' : 'free';
}

const withSchema = new Set(['object', 'array', 'choice']);

function wordOf({ node }: Located) {
  return staticName(unwrap(node), true);
}
