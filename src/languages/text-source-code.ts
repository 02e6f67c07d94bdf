import { TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';

/** The one node of a text file's tree. */
export interface TextRoot {
  readonly type: 'Text';
  readonly range: [start: number, end: number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Every line ending that an editor shows as one. */
const LINE_ENDING = /\r\n|\r|\n/;

/** Source code of a file that has no grammar of its own here: one node, the whole text. */
export class TextSourceCode extends TextSourceCodeBase {
  readonly visitorKeys = { Text: [] };

  constructor(text: string, ast: TextRoot) {
    super({ text, ast, lineEndingPattern: LINE_ENDING });
  }

  override getParent(): undefined {
    return undefined;
  }

  override *traverse(): Iterable<VisitNodeStep> {
    const target = this.ast;
    yield new VisitNodeStep({ target, phase: 1, args: [target, undefined] });
    yield new VisitNodeStep({ target, phase: 2, args: [target, undefined] });
  }
}

/** The tree of a text: ESLint asks it for nothing but its type and its place. */
export function toTextRoot(text: string): TextRoot {
  const lines = text.split(LINE_ENDING);
  const end = { line: lines.length, column: lines.at(-1)?.length ?? 0 };
  return { type: 'Text', range: [0, text.length], loc: { start: { line: 1, column: 0 }, end } };
}
