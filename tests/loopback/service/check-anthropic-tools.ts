import type { ModelFacts } from './model-facts.js';
import type { ModelRequest } from './model-request.js';
import { ModelRefusal } from './service-error.js';

/** The name that a version of a tool must have (Anthropic: text editor, bash and computer use tools). */
const names: readonly (readonly [type: string, name: string])[] = [
  ['text_editor_20241022', 'str_replace_editor'],
  ['text_editor_20250124', 'str_replace_editor'],
  ['text_editor_20250429', 'str_replace_based_edit_tool'],
  ['text_editor_20250728', 'str_replace_based_edit_tool'],
  ['bash_', 'bash'],
  ['computer_', 'computer'],
];

/** The beta flags that computer use needs, by version (Anthropic: computer use tool; AWS model cards). */
const betas: Readonly<Record<string, string>> = {
  computer_20241022: 'computer-use-2024-10-22',
  computer_20250124: 'computer-use-2025-01-24',
  computer_20251124: 'computer-use-2025-11-24',
};

/** Versions that the model does not take, or not under this name or without this flag. */
export function checkAnthropicTools({ tools, betas: flags }: ModelRequest, model: ModelFacts): void {
  tools.forEach(({ type, name }, at) => {
    if (type === undefined) return;
    const beta = betas[type];
    if (model.refusedToolTypes.includes(type) || (beta !== undefined && !flags.includes(beta))) {
      throw new ModelRefusal(`tools.${at}: '${type}' does not match any of the expected tags`);
    }
    const expected = names.find(([start]) => type.startsWith(start))?.[1];
    if (expected !== undefined && name !== expected) {
      throw new ModelRefusal(`tools.${at}.${type}.name: Input should be '${expected}'`);
    }
  });
}
