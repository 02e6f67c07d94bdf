import type { Surface } from '../../facts.js';
import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { CallSite, RequestForm } from './call-site.js';

/** A class of a library whose objects are models and take the ID in their constructor. */
export interface ModelClass {
  readonly surface: Surface;
  readonly modules: RegExp;
  readonly classes: ReadonlySet<string>;
  /** Properties that name the model, the first that is there counts. */
  readonly properties: readonly string[];
  /** The property that names what is called in the model's stead. */
  readonly route?: string;
  /** What the options of the constructor are. */
  readonly form: RequestForm;
}

type ModelFacts = Pick<CallSite, 'surface' | 'isRouted' | 'model' | 'sampling' | 'provesClaude' | 'sources'>;

/** A model object, with the options it is made with. */
export interface ModelObject {
  readonly facts: ModelFacts;
  readonly options: BuiltObject | null;
  /** The module its class comes from. */
  readonly module: string;
}

/** What a constructor call says when it makes a model of the library. */
export function modelObject(
  { surface, modules, classes, properties, route, form }: ModelClass,
  { tree, node }: Located,
  reach: Reach,
): ModelObject | null {
  if (node.type !== 'NewExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  if (!name || !modules.test(name.module) || !classes.has(name.path.at(-1) ?? '')) return null;
  const options = optionsOf(tree, node.arguments[0], reach);
  const model = options ? properties.flatMap((property) => options.valuesOf(property))[0] : null;
  const owner = options?.owner;
  return {
    options,
    module: name.module,
    facts: {
      surface,
      isRouted: route !== undefined && options !== null && options.valuesOf(route).length > 0,
      model: model ?? null,
      sampling: owner ? { owner, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null,
      provesClaude: false,
      ...(options ? { sources: [{ form, object: options }] } : {}),
    },
  };
}

function optionsOf(tree: SyntaxTree, argument: Node | undefined, reach: Reach) {
  return argument ? builtObject({ tree, node: argument }, reach) : null;
}
