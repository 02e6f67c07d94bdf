import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const program = path.join(import.meta.dirname, 'types/helpers.ts');

/** As strict as programs get, with the libraries that servers and browsers share. */
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
};

it('the compiler accepts and refuses what it should', () => {
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([program], options));
  expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});
