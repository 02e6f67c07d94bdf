import type { ArnName, FoundationArn } from '../facts.js';
import { serverlessPaths } from '../serverless-variables.js';
import { chainOf, childUnder, type DataNode, type DataTree, nodesOf } from './data-node.js';

/** The ARNs of foundation models that a template of CloudFormation or Serverless makes of its own parameters and settings. */
export function dataFoundationArns({ roots }: DataTree, path: string): readonly FoundationArn[] {
  const arns: FoundationArn[] = [];
  for (const node of nodesOf(roots)) {
    if (node.kind !== 'text' || !node.value.includes(resource)) continue;
    const root = rootOf(node);
    const names = [
      ...serverlessPaths(node.value).flatMap((keys) => valuesAt(root, keys, path)),
      ...substituted(node.value).flatMap((name) => valuesOfName(node, name, path)),
      ...joined(node).flatMap((next) => valuesOf(next, path)),
    ];
    arns.push(...names.map((name): FoundationArn => ({ ...name, range: node.range, isGrant: isGranted(node) })));
  }
  return arns;
}

const resource = 'foundation-model/';

/** Whether a text stands under the resources of a statement. */
function isGranted(node: DataNode): boolean {
  return [...chainOf(node)].some(
    ({ key, parent }) =>
      /^resources?$/i.test(key?.text ?? '') && parent !== null && childUnder(parent, 'action') !== undefined,
  );
}

/** `foundation-model/${ModelId}`, as `Fn::Sub` has it. */
function substituted(text: string): readonly string[] {
  return [...text.matchAll(/foundation-model\/\$\{(\w{1,255})\}/g)].map(([, name = '']) => name);
}

/** What `Fn::Join` with no separator puts behind the text. */
function joined(node: DataNode): readonly DataNode[] {
  const list = node.parent;
  if (list?.kind !== 'list' || list.parent?.key?.text !== 'Fn::Join' || !node.value.endsWith(resource)) return [];
  const next = list.children[list.children.indexOf(node) + 1];
  return next && list.parent.children[0]?.value === '' ? [next] : [];
}

/** A name of `Fn::Sub`: one of the map beside the text, or a parameter. */
function valuesOfName(text: DataNode, name: string, path: string): readonly ArnName[] {
  const beside = text.parent?.kind === 'list' ? text.parent.children.find(({ kind }) => kind === 'map') : undefined;
  const own = beside?.children.find(({ key }) => key?.text === name);
  return own ? valuesOf(own, path) : ofParameter(rootOf(text), name, path);
}

function valuesOf(node: DataNode, path: string): readonly ArnName[] {
  if (node.kind === 'text') return [idAt(node, path)];
  const [call] = node.children;
  if (call?.key?.text === 'Ref') return ofParameter(rootOf(node), call.value, path);
  if (call?.key?.text !== 'Fn::FindInMap') return [];
  const map = call.children[0]?.value.toLowerCase() ?? '';
  const mappings = childUnder(rootOf(node), 'mappings');
  return below(mappings && childUnder(mappings, map), path);
}

/** What a parameter is by default, and what a deployment gives it. */
function ofParameter(root: DataNode, name: string, path: string): readonly ArnName[] {
  const parameters = childUnder(root, 'parameters');
  const parameter = parameters?.children.find(({ key }) => key?.text === name);
  const byDefault = parameter && childUnder(parameter, 'default');
  return parameter ? [{ setting: name }, ...(byDefault ? [idAt(byDefault, path)] : [])] : [];
}

/** `self:custom.modelId`; a setting may be another one again, or a table of which one entry is taken. */
function valuesAt(root: DataNode, keys: readonly string[], path: string, depth = 0): readonly ArnName[] {
  let node: DataNode | undefined = root;
  for (const key of keys.filter((each) => each !== '')) node = node?.children.find((child) => child.key?.text === key);
  const next = node?.kind === 'text' && depth < deepest ? [...node.value.matchAll(self)] : [];
  return next.length > 0
    ? next.flatMap(([, name = '']) => valuesAt(root, name.split('.'), path, depth + 1))
    : below(node, path);
}

const self = /self:([\w.-]{1,120})/g;
const deepest = 5;

function below(node: DataNode | undefined, path: string): readonly ArnName[] {
  return node ? [...nodesOf([node])].filter(({ kind }) => kind === 'text').map((text) => idAt(text, path)) : [];
}

function idAt({ range }: DataNode, path: string): ArnName {
  return { id: { path, range } };
}

function rootOf(node: DataNode): DataNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}
