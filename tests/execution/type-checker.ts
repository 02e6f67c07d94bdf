import path from 'node:path';
import ts from 'typescript';

/** Says what TypeScript finds in files of a project under `strict`, each as `file:line message`, by its path in the project. */
export type TypeChecker = (directory: string, files: readonly string[]) => readonly string[];

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  allowUnreachableCode: false,
  skipLibCheck: true,
  noEmit: true,
};

/** A checker that reads the declarations of installed packages once, for all the projects it is given. */
export function createTypeChecker(): TypeChecker {
  const declarations = new Map<string, ts.SourceFile | undefined>();
  return (directory, files) => {
    const typed = { ...options, typeRoots: [path.join(directory, 'node_modules/@types')] };
    const host = ts.createCompilerHost(typed);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...rest) => {
      if (!file.endsWith('.d.ts') && !file.endsWith('.d.mts')) return read(file, ...rest);
      if (!declarations.has(file)) declarations.set(file, read(file, ...rest));
      return declarations.get(file);
    };
    const roots = files.filter((file) => file.endsWith('.ts')).map((file) => path.join(directory, file));
    return ts.getPreEmitDiagnostics(ts.createProgram(roots, typed, host)).map((found) => describe(directory, found));
  };
}

function describe(directory: string, { file, start = 0, messageText }: ts.Diagnostic) {
  const place = file
    ? `${path.relative(directory, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} `
    : '';
  return place + ts.flattenDiagnosticMessageText(messageText, '\n');
}
