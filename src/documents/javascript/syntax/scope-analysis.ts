import { createRequire } from 'node:module';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type * as ScopeManagerModule from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type * as VisitorKeysModule from '@typescript-eslint/visitor-keys';

// Inside functions and by literal names: the build takes the line below out and so makes these lazy parts of the bundle.
const require = createRequire(import.meta.url);

/** The scopes of a module, without the globals of any environment. */
export function analyzeScopes(ast: TSESTree.Program): ScopeManager {
  // Node's require returns `any`.
  const { analyze } = require('@typescript-eslint/scope-manager') as typeof ScopeManagerModule;
  return analyze(ast, { sourceType: 'module', lib: [] });
}

/** Evaluates the scope manager, which takes longer than using it. */
export function prepareScopeAnalysis(): void {
  require('@typescript-eslint/scope-manager');
}

/** Which properties of a node hold its children. */
export function visitorKeysOfNodes(): Readonly<Record<string, readonly string[] | undefined>> {
  const { visitorKeys } = require('@typescript-eslint/visitor-keys') as typeof VisitorKeysModule;
  return visitorKeys;
}
