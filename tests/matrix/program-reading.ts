import type { RequestSpec } from './request-spec.js';

/** How a surface's programs get at parts of an answer. */
export interface AnswerWords {
  /** An expression for all the text. */
  readonly allText: string;
  /** An expression for the text of the first block; `null` where the surface has no blocks. */
  readonly firstText: string | null;
  /** Statements that declare `use`, whose `input` and `name` are the tool's, or which is undefined. */
  readonly use: string;
}

/** Statements that make an answer what `ask` returns; `null` where the surface can't. */
export function readAnswer({ reads, anthropicTool }: RequestSpec, words: AnswerWords): string | null {
  switch (reads) {
    case 'text':
      return `return ${words.allText};`;
    case 'firstBlock':
      return words.firstText && `return ${words.firstText};`;
    case 'json':
      return `const text = ${words.allText};\nconst parsed = JSON.parse('{' + text) as { answer: string };\nreturn parsed.answer;`;
    case 'wholeJson':
      return `const parsed = JSON.parse(${words.allText}) as { answer: string };\nreturn parsed.answer;`;
    case 'toolInput':
      return `${words.use}\nif (!use) {\n  throw new Error('The model called no tool.');\n}\nreturn (use.input as { city: string }).city;`;
    case 'exactToolInput':
      return `${words.use}\nconst home = use?.input as { city: string } | undefined;\nif (home?.city === 'Berlin') {\n  return 'at home';\n}\nreturn 'abroad';`;
    case 'toolName':
      return `${words.use}\nif (use?.name === '${anthropicTool?.name ?? ''}') {\n  return 'done';\n}\nreturn \`unknown tool \${use?.name}\`;`;
  }
}
