import { posix } from 'node:path';
import type { Reach } from '../values/reach.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** Packages through which Claude on Bedrock is called. */
const packages =
  /"@aws-sdk\/client-bedrock-runtime"|"@anthropic-ai\/bedrock-sdk"|"@langchain\/aws"|"@ai-sdk\/amazon-bedrock"/;
/** Others who word prompts so, or serve the same models. */
const others = /anthropic|claude|openai|llama|vicuna/i;

/** Whether a file speaks of Bedrock, or speaks of no provider and belongs to a package that calls Bedrock. */
export function isOfBedrock(tree: SyntaxTree, { files }: Reach): boolean {
  if (/bedrock/i.test(tree.text)) return true;
  if (!files || others.test(tree.text)) return false;
  for (let folder = posix.dirname(tree.path); ; folder = posix.dirname(folder)) {
    const manifest = files.read(posix.join(folder, 'package.json'));
    if (manifest !== null) return packages.test(manifest);
    if (folder === posix.dirname(folder)) return false;
  }
}
