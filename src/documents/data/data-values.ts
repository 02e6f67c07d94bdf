import type { ArnName } from '../facts.js';
import { chainOf, childUnder, type DataNode, nodesOf } from './data-node.js';

/** What a value of CloudFormation stands for: a text, a parameter, an entry of a mapping, what a resource was given. */
export function valuesOf(node: DataNode, path: string, depth = 0): readonly ArnName[] {
  if (node.kind === 'text') return [idAt(node, path)];
  const [call] = node.children;
  if (node.kind !== 'map' || !call || depth > deepest) return [];
  switch (call.key?.text) {
    case 'Ref':
      return ofParameter(rootOf(node), call.value, path);
    case 'Fn::FindInMap':
      return ofMapping(rootOf(node), call, path);
    case 'Fn::If':
      return call.children.slice(1).flatMap((each) => valuesOf(each, path, depth + 1));
    case 'Fn::GetAtt':
      return ofAttribute(call, attributeOf(call), path, depth);
    case 'Fn::Sub': {
      const text = call.kind === 'list' ? call.children[0] : call;
      const name = /^\$\{([\w.]{1,255})\}$/.exec(text?.value ?? '')?.[1];
      return text && name !== undefined ? valuesOfName(text, name, path, depth + 1) : [];
    }
    default:
      return [];
  }
}

/** A name of `Fn::Sub`: one of the map beside the text, a parameter, or what a resource was given. */
export function valuesOfName(text: DataNode, name: string, path: string, depth = 0): readonly ArnName[] {
  const own = besideText(text, name);
  if (own) return valuesOf(own, path, depth + 1);
  return name.includes('.') ? ofAttribute(text, name, path, depth) : ofParameter(rootOf(text), name, path);
}

/** What the map beside the text of `Fn::Sub` says of a name. */
export function besideText({ parent }: DataNode, name: string): DataNode | undefined {
  const beside = parent?.kind === 'list' ? parent.children.find(({ kind }) => kind === 'map') : undefined;
  return beside?.children.find(({ key }) => key?.text === name);
}

/** `self:custom.modelId`; a setting may be another one again, or a table of which one entry is taken. */
export function valuesAt(root: DataNode, keys: readonly string[], path: string, depth = 0): readonly ArnName[] {
  let node: DataNode | undefined = root;
  for (const key of keys.filter((each) => each !== '')) node = node?.children.find((child) => child.key?.text === key);
  const next = node?.kind === 'text' && depth < deepest ? [...node.value.matchAll(self)] : [];
  return next.length > 0
    ? next.flatMap(([, name = '']) => valuesAt(root, name.split('.'), path, depth + 1))
    : below(node, path);
}

export function rootOf(node: DataNode): DataNode {
  let root = node;
  for (const at of chainOf(node)) root = at;
  return root;
}

const self = /self:([\w.-]{1,120})/g;
const deepest = 5;

/** What a parameter is by default, and what a deployment gives it. */
function ofParameter(root: DataNode, name: string, path: string): readonly ArnName[] {
  const parameters = childUnder(root, 'parameters');
  const parameter = parameters?.children.find(({ key }) => key?.text === name);
  const byDefault = parameter && childUnder(parameter, 'default');
  return parameter ? [{ setting: name }, ...(byDefault ? [idAt(byDefault, path)] : [])] : [];
}

function ofMapping(root: DataNode, call: DataNode, path: string) {
  const map = call.children[0]?.value.toLowerCase() ?? '';
  const mappings = childUnder(root, 'mappings');
  return below(mappings && childUnder(mappings, map), path);
}

/** `!GetAtt Parameter.Value` is what the template gives the resource under that name. */
function ofAttribute(node: DataNode, name: string, path: string, depth: number): readonly ArnName[] {
  const [resource = '', attribute = ''] = name.split('.');
  const resources = childUnder(rootOf(node), 'resources');
  const properties = resources?.children.find(({ key }) => key?.text === resource);
  const given = properties && childUnder(properties, 'properties');
  const value = given?.children.find(({ key }) => key?.text === attribute);
  return value ? valuesOf(value, path, depth + 1) : [];
}

function attributeOf({ kind, value, children }: DataNode) {
  return kind === 'list' ? children.map((child) => child.value).join('.') : value;
}

function below(node: DataNode | undefined, path: string): readonly ArnName[] {
  return node ? [...nodesOf([node])].filter(({ kind }) => kind === 'text').map((text) => idAt(text, path)) : [];
}

function idAt({ range }: DataNode, path: string): ArnName {
  return { id: { path, range } };
}
