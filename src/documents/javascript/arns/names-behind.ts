import { parseModelName } from '../../../catalog/model-id.js';
import type { ArnName } from '../../facts.js';
import type { StaticValue } from '../../static-value.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { namedModel } from '../values/named-model.js';
import type { Located, Reach } from '../values/objects.js';
import { originsOf } from '../values/origins.js';
import { givenValues } from './given-values.js';

/** The IDs that an expression of infrastructure code may stand for, through parameters and context too: where they are written, or by which name they are given. */
export function namesBehind(place: Located, reach: Reach): readonly ArnName[] {
  return [
    ...idsOf(namedModel(place, reach)),
    ...contextOf(place, reach),
    ...givenValues(place, reach).flatMap((given) => idsOf(namedModel(given, reach))),
  ];
}

/** Where the IDs that a value may be are written, or by which name they are given. */
export function idsOf(value: StaticValue): readonly ArnName[] {
  if (value.kind === 'oneOf') return value.values.flatMap(idsOf);
  if (value.kind === 'unknown') return (value.environment ?? []).map((setting) => ({ setting }));
  const { path, range } = value;
  return value.kind === 'text' && path !== null && parseModelName(value.text)?.base ? [{ id: { path, range } }] : [];
}

/** `scope.node.tryGetContext('modelId')`: what `context` of a `cdk.json` says. */
function contextOf(place: Located, reach: Reach): readonly ArnName[] {
  return originsOf(place, reach).flatMap(({ place: { node } }): readonly ArnName[] => {
    const call = unwrap(node);
    const [name] = call.type === 'CallExpression' ? call.arguments : [];
    const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
    const method = callee?.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
    const key = name && /^(?:tryG|g)etContext$/.test(method ?? '') ? staticName(name, true) : null;
    return key === null ? [] : [{ variable: `context.${key}`, folder: null }];
  });
}
