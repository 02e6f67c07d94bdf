import path from 'node:path';
import ts from 'typescript';

/** What TypeScript says about the files of a project under `strict`, each as `file:line message`. */
export function typeErrors(directory: string, files: readonly string[]): readonly string[] {
  const program = ts.createProgram(
    files.filter((file) => file.endsWith('.ts')).map((file) => path.join(directory, file)),
    {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ['node'],
      typeRoots: [path.join(directory, 'node_modules/@types')],
      strict: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      noUnusedLocals: true,
      allowUnreachableCode: false,
      skipLibCheck: true,
      noEmit: true,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const place = file ? `${path.basename(file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
    return place + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}
