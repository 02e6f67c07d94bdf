import type { ArnFields } from './profile-resources.js';

/** The ARN that a text spells in front of a model's ID, with holes for what the code computes. */
export interface ArnAround extends ArnFields {
  /** Where it begins in the text. */
  readonly start: number;
  readonly resource: string;
}

/** Reads the ARN whose model ID stands at `idStart`; `null` where none leads up to it. */
export function arnAround(text: string, idStart: number): ArnAround | null {
  const start = text.lastIndexOf('arn:', idStart);
  if (start < 0) return null;
  const [arn, partition, service, region, account, resource, ...rest] = fieldsOf(text.slice(start, idStart));
  const isWhole = arn === 'arn' && service === 'bedrock' && rest.length === 0;
  if (!isWhole || partition === undefined || region === undefined || account === undefined) return null;
  if (resource !== 'foundation-model/' && resource !== 'inference-profile/') return null;
  return { start, partition, region, account, resource: resource.slice(0, -1) };
}

/** Split at colons, but not at those of `${AWS::Region}`. */
function fieldsOf(arn: string): readonly string[] {
  const fields = [''];
  let depth = 0;
  for (const character of arn) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === ':' && depth === 0) fields.push('');
    else fields.push(`${fields.pop() ?? ''}${character}`);
  }
  return fields.every((field) => /^[^\s"'`,]*$|^[^"'`]*\$\{[^"'`]*\}$/.test(field)) ? fields : [];
}
