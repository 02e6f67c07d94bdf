import type { DataNode } from '../../documents/data/data-node.js';
import { parseJson } from '../../documents/data/json-tree.js';

/** A package.json as far as dependencies go. */
export interface Manifest {
  /** Every package it names, for whatever purpose. */
  readonly names: ReadonlySet<string>;
  /** The package's own name, if it has one. */
  readonly ownName: string | null;
  /** Installs nothing: `{ "type": "module" }` beside sources only says how they are loaded. */
  readonly isMarker: boolean;
}

const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
const MARKERS = ['type', 'sideEffects', 'main', 'module', 'types', 'typings', 'browser', 'exports'];

/** What a package.json names; `null` where it can't be read. */
export function readManifest(text: string): Manifest | null {
  const root = rootOf(text);
  if (root === null) return null;
  const sections = SECTIONS.flatMap((name) => child(root, name) ?? []);
  return {
    names: new Set(sections.flatMap(({ children }) => children.map(keyOf))),
    ownName: child(root, 'name')?.value ?? null,
    isMarker: root.children.every((each) => MARKERS.includes(keyOf(each))),
  };
}

/** The text of a package.json with one dependency more, written as its neighbours are; `null` where that can't be done. */
export function addDependency(text: string, name: string, range: string): { text: string; at: number } | null {
  const root = rootOf(text);
  if (root === null || root.children.length === 0) return null;
  const dependencies = child(root, 'dependencies');
  if (dependencies === undefined)
    return insert(text, root, placeOfSection(root), 'dependencies', (gap) => sectionOf(name, range, gap));
  if (dependencies.kind !== 'map') return null;
  if (dependencies.children.length > 0)
    return insert(text, dependencies, placeIn(dependencies, name), name, () => JSON.stringify(range));
  const [start, end] = dependencies.range;
  return replace(text, start, end, sectionOf(name, range, gapBefore(text, root, 0)));
}

function rootOf(text: string) {
  const { roots, error } = parseJson(text);
  const [root] = roots;
  return error === null && root?.kind === 'map' ? root : null;
}

function child(node: DataNode, name: string) {
  return node.children.find((each) => keyOf(each) === name);
}

function keyOf({ key }: DataNode) {
  return key?.text ?? '';
}

/** Before the dependencies of other kinds, else at the end. */
function placeOfSection(root: DataNode) {
  const index = root.children.findIndex((each) => SECTIONS.includes(keyOf(each)));
  return index < 0 ? root.children.length : index;
}

/** Where the name belongs in a list that is sorted; at the end of one that is not. */
function placeIn({ children }: DataNode, name: string) {
  const names = children.map(keyOf);
  const isSorted = names.every((each, index) => index === 0 || (names[index - 1] ?? '') <= each);
  const index = isSorted ? names.findIndex((each) => each > name) : -1;
  return index < 0 ? names.length : index;
}

/** Puts an entry before the one at `index`, or behind the last, with the white space that stands before its neighbour. */
function insert(text: string, parent: DataNode, index: number, name: string, valueAfter: (gap: string) => string) {
  const gap = gapBefore(text, parent, Math.min(index, parent.children.length - 1));
  const neighbour = parent.children[index];
  const entry = `${JSON.stringify(name)}: ${valueAfter(gap)}`;
  if (neighbour?.key != null) {
    const at = neighbour.key.range[0] - 1;
    return replace(text, at, at, `${entry},${gap}`);
  }
  const last = parent.children.at(-1);
  if (last === undefined) return null;
  const end = endOf(last);
  return replace(text, end, end, `,${gap}${entry}`);
}

/** The white space before the key of an entry. */
function gapBefore(text: string, parent: DataNode, index: number) {
  const start = parent.children[index]?.key?.range[0];
  return start === undefined ? '' : (/\s*$/.exec(text.slice(parent.range[0], start - 1))?.[0] ?? '');
}

/** A section with one entry, indented by one step more than its own line. */
function sectionOf(name: string, range: string, gap: string) {
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(range)}`;
  const [, end, indent] = /(\r?\n)([ \t]*)$/.exec(gap) ?? [];
  if (end === undefined || indent === undefined) return `{ ${entry} }`;
  return `{${end}${indent}${indent}${entry}${end}${indent}}`;
}

/** Texts have their range inside the quotes. */
function endOf({ kind, range }: DataNode) {
  return kind === 'text' ? range[1] + 1 : range[1];
}

function replace(text: string, start: number, end: number, by: string) {
  return { text: text.slice(0, start) + by + text.slice(end), at: start };
}
