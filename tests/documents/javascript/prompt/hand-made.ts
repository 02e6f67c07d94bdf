import { createReach } from '../../../../src/documents/javascript/values/reach.js';
import { parseJavaScript } from '../../../../src/documents/javascript/syntax/parse.js';
import { promptOf } from '../../../../src/documents/javascript/prompt/prompt-of.js';
import type { RequestShape } from '../../../../src/documents/javascript/surfaces/call-site.js';
import { createSyntaxTree, type Node } from '../../../../src/documents/javascript/syntax/syntax-tree.js';
import { staticName } from '../../../../src/documents/javascript/syntax/unwrap.js';
import type { Dialect, Prompt } from '../../../../src/documents/prompt.js';

/** The prompt of `const request = { tools, system, messages }` in a dialect, whatever library would take it. */
export function promptOfRequest(dialect: Dialect, text: string, more: Partial<RequestShape> = {}): Prompt {
  const path = 'src/app.ts';
  const { source, error } = parseJavaScript(path, text);
  if (!source) throw new Error(error);
  const tree = createSyntaxTree(path, text, source);
  const declarator = tree.all('VariableDeclarator').find(({ id }) => id.type === 'Identifier' && id.name === 'request');
  const object = declarator?.init;
  if (object?.type !== 'ObjectExpression') throw new Error('no request');
  const valuesOf = (name: string) =>
    object.properties.flatMap((property): { tree: typeof tree; node: Node }[] =>
      property.type === 'Property' && staticName(property.key, property.computed) === name
        ? [{ tree, node: property.value }]
        : [],
    );
  const prompt = promptOf(
    {
      surface: 'AiSdk',
      node: object,
      model: null,
      sampling: null,
      provesClaude: false,
      request: {
        dialect,
        owner: { tree, node: object },
        tools: valuesOf('tools'),
        system: valuesOf('system'),
        messages: valuesOf('messages'),
        thinking: null,
        maxTokens: null,
        betas: null,
        isComplete: true,
        ...more,
      },
    },
    tree,
    createReach(null),
  );
  if (!prompt) throw new Error('no prompt');
  return prompt;
}
