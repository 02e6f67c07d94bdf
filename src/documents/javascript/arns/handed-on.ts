import type { FoundationArn } from '../../facts.js';
import { settingAt } from '../references/setting-given.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { Reach } from '../values/reach.js';
import { namesBehind } from './names-behind.js';

/** What code gives to the environment of another program: `environment: { MODEL_ID: model.valueAsString }`. An ID that is written there is known by itself. */
export function collectHandedOn(tree: SyntaxTree, reach: Reach): readonly FoundationArn[] {
  if (!/env|variables|vars/i.test(tree.text)) return [];
  const values = [
    ...tree.all('Property').map(({ value }) => value),
    ...tree.all('CallExpression').flatMap(({ arguments: [, value] }) => value ?? []),
  ].filter((value) => handing.has(unwrap(value).type));
  return values.flatMap((node) => {
    const setting = settingAt(tree, node);
    return setting === null
      ? []
      : namesBehind({ tree, node }, reach).map((name) => ({ ...name, range: node.range, via: { setting } }));
  });
}

const handing: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression', 'LogicalExpression', 'CallExpression']);
