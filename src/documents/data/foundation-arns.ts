import { arnHoles } from '../arn-holes.js';
import type { ArnName, FoundationArn } from '../facts.js';
import { serverlessPaths } from '../serverless-variables.js';
import { chainOf, childUnder, type DataNode, type DataTree, nodesOf } from './data-node.js';
import { besideText, rootOf, valuesAt, valuesOf, valuesOfName } from './data-values.js';
import { nameGiven } from './setting-of.js';

/** The ARNs of foundation models that a template makes of its own parameters and settings, or of what is filled in; and under which names it hands these on. */
export function dataFoundationArns({ roots }: DataTree, path: string): readonly FoundationArn[] {
  const arns: FoundationArn[] = [];
  for (const node of nodesOf(roots)) {
    if (node.kind === 'text' && node.value.includes(resource)) {
      const isGrant = isGranted(node);
      for (const name of namesBehindArn(node, path)) arns.push({ ...name, range: node.range, isGrant });
    }
    const setting = settingGiven(node);
    if (setting === null) continue;
    for (const name of namesGiven(node, path)) arns.push({ ...name, range: node.range, via: { setting } });
  }
  return arns;
}

const resource = 'foundation-model';

function namesBehindArn(node: DataNode, path: string): readonly ArnName[] {
  return [...namesFilledIn(node, node.value, path), ...joined(node).flatMap((next) => valuesOf(next, path))];
}

function namesFilledIn(node: DataNode, text: string, path: string): readonly ArnName[] {
  const root = rootOf(node);
  const elsewhere = arnHoles(text).flatMap(({ names }) => names);
  return [
    ...serverlessPaths(text).flatMap((keys) => valuesAt(root, keys, path)),
    ...substituted(text).flatMap((name) => valuesOfName(node, name, path)),
    ...elsewhere.filter((name) => !('setting' in name) || !besideText(node, name.setting)),
  ];
}

/** `foundation-model/${ModelId}`, as `Fn::Sub` has it. */
function substituted(text: string): readonly string[] {
  return [...text.matchAll(/foundation-model\/\$\{([\w.]{1,255})\}/g)].map(([, name = '']) => name);
}

/** What `Fn::Join` puts behind the text. */
function joined(node: DataNode): readonly DataNode[] {
  const list = node.parent;
  if (list?.kind !== 'list' || list.parent?.key?.text !== 'Fn::Join') return [];
  const next = list.children[list.children.indexOf(node) + 1];
  const separator = list.parent.children[0]?.value ?? '';
  return next && /^\/?$/.test(separator) && `${node.value}${separator}`.endsWith(`${resource}/`) ? [next] : [];
}

/** Whether a text stands under the resources of a statement. */
function isGranted(node: DataNode): boolean {
  return [...chainOf(node)].some(
    ({ key, parent }) =>
      /^resources?$/i.test(key?.text ?? '') && parent !== null && childUnder(parent, 'action') !== undefined,
  );
}

function settingGiven(node: DataNode): string | null {
  return /^(?:Fn::|Ref$)/.test(node.key?.text ?? '') ? null : nameGiven(node);
}

function namesGiven(node: DataNode, path: string): readonly ArnName[] {
  if (node.kind === 'map') return node.children.length === 1 ? valuesOf(node, path) : [];
  // What is filled in alone is read as it is behind an ARN.
  return /^\$?\{/.test(node.value) ? namesFilledIn(node, `${resource}/${node.value}`, path) : [];
}
