import type { FilePort } from '../../document.js';
import { createModules, type Modules } from '../modules/modules.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** An expression together with the tree it stands in. */
export interface Located {
  readonly tree: SyntaxTree;
  readonly node: Node;
}

/** What following a value through the code needs, and how far it may still go. */
export interface Reach {
  readonly files: FilePort | null;
  readonly modules: Modules;
  readonly depth: number;
  /** Steps taken for one question, shared by all its branches; `null` before the first. */
  readonly steps: { count: number } | null;
}

const maximumDepth = 12;
/** `const a = b + b, b = c + c …` doubles with every level: a question that takes longer has no answer. */
const maximumSteps = 2000;

export function createReach(files: FilePort | null): Reach {
  return { files, modules: createModules(files), depth: 0, steps: null };
}

/** The reach of the next step, `null` at its end. */
export function deeper(reach: Reach): Reach | null {
  const steps = reach.steps ?? { count: 0 };
  steps.count++;
  const { files, modules, depth } = reach;
  return depth >= maximumDepth || steps.count > maximumSteps ? null : { files, modules, depth: depth + 1, steps };
}
