import { isTestPath } from '../../test-path.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether a file is there to test others, by its path or because it imports what only tests, mocks and stories need. */
export function isTestSource(tree: SyntaxTree): boolean {
  return isTestPath(tree.path) || importsTestLibrary(tree);
}

const testLibraries =
  /^(?:vitest|node:test|bun:test|@jest\/globals|mocha|chai|sinon|supertest|nock|msw(?:\/\w+)?|aws-sdk-client-mock(?:-\w+)?|@playwright\/test|@testing-library\/.+|@storybook\/(?:react|vue3|svelte|angular|web-components|html)(?:-\w+)?|ava|tape|uvu)$/;

function importsTestLibrary(tree: SyntaxTree): boolean {
  return (
    tree
      .all('ImportDeclaration')
      .some(({ source, importKind }) => importKind !== 'type' && testLibraries.test(source.value)) ||
    tree.all('CallExpression').some(({ callee, arguments: [module] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'require' || module?.type !== 'Literal') return false;
      return typeof module.value === 'string' && testLibraries.test(module.value);
    })
  );
}
