import type { DataNode } from './data-node.js';
import { chainOf, childUnder } from './data-node.js';

/** Whether a text stands in an IAM statement, or is one of the resources that a grant lists. */
export function isInPolicy(node: DataNode): boolean {
  if (resourceKeys.has(nearestKey(node)) && !isStepOfStateMachine(node)) return true;
  for (const at of chainOf(node)) {
    if (
      at.kind === 'map' &&
      childUnder(at, 'effect') &&
      childUnder(at, 'action', 'actions', 'notaction', 'principal', 'resource', 'notresource')
    )
      return true;
  }
  return false;
}

/** The key that a value answers to, past list levels and CloudFormation functions, in lower case. */
export function nearestKey(node: DataNode): string {
  for (const { key } of chainOf(node)) {
    if (key && !/^(?:Fn::|Ref$)/.test(key.text)) return key.text.toLowerCase();
  }
  return '';
}

const resourceKeys = new Set(['resource', 'resources', 'notresource', 'notresources', 'not_resources']);

// In Amazon States Language `Resource` names the task; what it does to a model stands under `Parameters`.
function isStepOfStateMachine(node: DataNode) {
  return node.value.startsWith('arn:aws:states:');
}
