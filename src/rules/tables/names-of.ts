import type { CatalogModel } from '../../catalog/schema.js';

/** How people write the name of a model, the longest first: `Claude 3.5 Sonnet (v1)`, `Claude 3.5 Sonnet`, `Claude Sonnet 3.5`. */
export function namesOf({ name }: CatalogModel): readonly string[] {
  const plain = name.replace(/ \(v\d\)$/, '');
  const [, generation, family, rest = ''] = /^Claude ([\d.]+) ([A-Z][a-z]+)( v\d)?$/.exec(plain) ?? [];
  const turned = generation === undefined ? [] : [`Claude ${family ?? ''} ${generation}${rest}`];
  return [...new Set([name, plain, ...turned])];
}
