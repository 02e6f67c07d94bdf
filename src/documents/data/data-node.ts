import type { Range } from '../../edits/text-edit.js';
import type { Escapes } from '../text/escapes.js';

/** A key of a map, with the offsets of its text without quotes. */
export interface DataKey {
  readonly text: string;
  readonly range: Range;
  readonly escapes: Escapes;
}

/** A value of JSON, YAML or TOML; the three look alike from here on. */
export interface DataNode {
  readonly kind: 'map' | 'list' | 'text' | 'other';
  /** What the value says: decoded for `text`, as written for `other`, empty for the rest. */
  readonly value: string;
  /** Of a `text`: its content without quotes; of a block scalar: with its header. */
  readonly range: Range;
  readonly escapes: Escapes;
  /** The key it stands under, when its parent is a map. */
  readonly key: DataKey | null;
  readonly parent: DataNode | null;
  readonly children: readonly DataNode[];
}

/** What a parser makes of a file. `error` = it does not parse; the roots are then empty. */
export interface DataTree {
  readonly roots: readonly DataNode[];
  readonly error: string | null;
}

/** A node still growing; parsers build these, everybody else reads `DataNode`. */
export interface GrowingNode extends DataNode {
  readonly children: GrowingNode[];
}

export function createNode(
  parent: GrowingNode | null,
  key: DataKey | null,
  part: Pick<DataNode, 'kind' | 'range'> & Partial<Pick<DataNode, 'value' | 'escapes'>>,
): GrowingNode {
  const node: GrowingNode = { value: '', escapes: 'none', ...part, key, parent, children: [] };
  parent?.children.push(node);
  return node;
}

/** All nodes, parents before children, in the order of the text. */
export function* nodesOf(roots: readonly DataNode[]): Generator<DataNode> {
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
}

/** The node and what it stands in, innermost first. */
export function* chainOf(node: DataNode): Generator<DataNode> {
  for (let at: DataNode | null = node; at; at = at.parent) yield at;
}

/** The value under a key of a map, compared without case. */
export function childUnder(map: DataNode, ...keys: readonly string[]): DataNode | undefined {
  return map.kind === 'map'
    ? map.children.find((child) => child.key !== null && keys.includes(child.key.text.toLowerCase()))
    : undefined;
}
