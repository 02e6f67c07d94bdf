import type { ModelCall, StaticValue } from '../../documents/facts.js';

/** Whether a call may be of Claude: nothing names the model of another provider. */
export function mayBeClaude({ model }: ModelCall): boolean {
  const texts = textsOf(model);
  return texts.length === 0 || texts.some((text) => /claude|anthropic|^arn:/i.test(text));
}

function textsOf(value: StaticValue): readonly string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'template') return [value.parts.map((part) => part ?? '').join('')];
  return value.kind === 'oneOf' ? value.values.flatMap(textsOf) : [];
}
