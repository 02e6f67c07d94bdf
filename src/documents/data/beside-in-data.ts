import type { BesideSetting, WrittenValue } from '../beside-request.js';
import { entryName, settingsBeside } from '../beside-request.js';
import type { DataNode } from './data-node.js';

/** What the map that an ID stands in asks for, and the maps inside it: a task of a state machine, a prompt, a flow. */
export function besideInData({ parent }: DataNode): readonly BesideSetting[] {
  const map = parent?.kind === 'map' ? writtenMap(parent, deepest) : null;
  return map ? settingsBeside(map) : [];
}

/** No body of a request lies deeper. */
const deepest = 5;
/** Maps with more entries are tables. */
const mostEntries = 200;

function writtenMap(node: DataNode, depth: number) {
  return {
    entries: new Map(
      node.children
        .slice(0, mostEntries)
        .flatMap((child) =>
          child.key && !isNull(child) ? [[entryName(child.key.text), written(child, depth - 1)] as const] : [],
        ),
    ),
  };
}

function isNull({ kind, value }: DataNode) {
  return kind === 'other' && /^(?:null|~|)$/i.test(value);
}

function written(node: DataNode, depth: number): WrittenValue {
  switch (node.kind) {
    case 'map':
      return depth > 0 ? writtenMap(node, depth) : null;
    case 'list':
      // Of a list only the end is asked for.
      return node.children.slice(-1).map((child) => written(child, depth));
    case 'text':
    case 'other':
      return node.value;
  }
}
