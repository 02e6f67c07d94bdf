import { parseModelName } from '../../catalog/model-id.js';
import { isNameOfModel, isPatternOfIds, lengthGate, patternGate } from '../declared-gate.js';
import type { ModelGate } from '../facts.js';
import { chainOf, childUnder, type DataNode, type DataTree, nodesOf } from './data-node.js';

/** What a template or a schema asks of an ID: `AllowedPattern` and `MaxLength` of a parameter, `pattern` and `maxLength` of a JSON schema. */
export function dataGates({ roots }: DataTree): readonly ModelGate[] {
  return [...nodesOf(roots)].flatMap((node) => (isDeclaration(node) ? gatesOf(node) : []));
}

/** A text that is declared, as a parameter, a variable or a property: elsewhere a `pattern` may be anything. */
function isDeclaration(map: DataNode) {
  const type = childUnder(map, 'type');
  if (type) return type.kind === 'list' ? type.children.some(isText) : isText(type);
  return /^(?:properties|parameters|definitions|\$defs)$/i.test(map.parent?.key?.text ?? '');
}

function isText({ value }: DataNode) {
  return /^string$/i.test(value);
}

function gatesOf(declaration: DataNode): readonly ModelGate[] {
  const isOfModel = holdsModel(declaration);
  const allowed = childUnder(declaration, 'allowedpattern');
  const asked = [
    ...(allowed ? [patternGate([whole(allowed.value)], allowed.range)] : []),
    ...searched(declaration).map((patterns) =>
      patternGate(
        patterns.map(({ value }) => value),
        patterns[0]?.range ?? declaration.range,
      ),
    ),
  ].filter((gate) => isOfModel || gate.patterns.some(isPatternOfIds));
  const longest = childUnder(declaration, 'maxlength');
  return isOfModel && longest ? [...asked, lengthGate(longest.value, longest.range)] : asked;
}

function holdsModel(declaration: DataNode) {
  const byDefault = childUnder(declaration, 'default', 'value')?.value ?? '';
  return isNameOfModel(nameOf(declaration)) || parseModelName(byDefault) !== null;
}

function nameOf(declaration: DataNode) {
  for (const { key } of chainOf(declaration)) if (key) return key.text;
  return '';
}

/** The patterns of a schema, each with those of which one is enough in its place. */
function searched(schema: DataNode): readonly (readonly DataNode[])[] {
  const own = childUnder(schema, 'pattern');
  const lists = ['anyof', 'oneof'].flatMap((key) => childUnder(schema, key) ?? []);
  const any = lists.map(({ children }) => children.flatMap((child) => childUnder(child, 'pattern') ?? []));
  const all = (childUnder(schema, 'allof')?.children ?? []).flatMap((child) => childUnder(child, 'pattern') ?? []);
  return [...(own ? [[own]] : []), ...all.map((one) => [one]), ...any.filter(({ length }) => length > 0)];
}

/** CloudFormation wants the pattern of the whole value: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function whole(pattern: string) {
  return /^\^[^|]*\$$/.test(pattern) ? pattern : `^(?:${pattern})$`;
}
