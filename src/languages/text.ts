import { TextSourceCode, toTextRoot } from './text-source-code.js';
import type { TextRoot } from './text-source-code.js';

interface TextFile {
  readonly body: string | Uint8Array;
}

/**
 * An ESLint language for files that ESLint has none for: `.env`, Terraform, shell, notebooks.
 * It parses nothing; the rules read the text as the command line does.
 *
 * @example
 * { files: ['**\/.env*'], language: 'bedrock-claude/text' }
 */
export const text = {
  fileType: 'text' as const,
  lineStart: 1 as const,
  columnStart: 0 as const,
  nodeTypeKey: 'type',
  visitorKeys: { Text: [] },
  validateLanguageOptions(): void {
    // The language has no options; ESLint hands over its own defaults.
  },
  parse(file: TextFile): { ok: true; ast: TextRoot } {
    return { ok: true, ast: toTextRoot(textOf(file)) };
  },
  createSourceCode(file: TextFile): TextSourceCode {
    const body = textOf(file);
    return new TextSourceCode(body, toTextRoot(body));
  },
};

function textOf({ body }: TextFile) {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
