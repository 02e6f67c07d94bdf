import type { Scope } from '../../catalog/schema.js';
import { profileResources } from '../../rules/iam/profile-resources.js';

/** A profile that code calls: `global` and a base ID. */
export interface ProfileUse {
  readonly scope: Scope | (string & {});
  readonly model: string;
}

const ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** The IAM statements that calls through these profiles need, with REGION and ACCOUNT left to fill in. */
export function iamStatements(uses: readonly ProfileUse[]): readonly object[] {
  const global = uses.filter(({ scope }) => scope === 'global').map(resourcesOf);
  const geographic = uses.filter(({ scope }) => scope !== 'global').map(resourcesOf);
  return [
    ...(global.length === 0 ? [] : globalStatements(global)),
    ...geographic.map(({ profile, models }) => allow([profile, ...models])),
  ];
}

function resourcesOf({ scope, model }: ProfileUse) {
  return profileResources(scope, model, { partition: 'aws', region: 'REGION', account: 'ACCOUNT' });
}

/** A statement for each of the three checks: each has conditions of its own. */
function globalStatements(resources: readonly ReturnType<typeof resourcesOf>[]) {
  const profiles = resources.map(({ profile }) => profile);
  const through = { 'bedrock:InferenceProfileArn': oneOrMany(profiles) };
  const modelsAt = (place: number) => resources.flatMap(({ models }) => models.slice(place, place + 1));
  return [
    allow(profiles, { 'aws:RequestedRegion': 'REGION' }),
    allow(modelsAt(0), { 'aws:RequestedRegion': 'REGION', ...through }),
    allow(modelsAt(1), { 'aws:RequestedRegion': 'unspecified', ...through }),
  ];
}

function allow(resources: readonly string[], equals?: Readonly<Record<string, unknown>>) {
  return {
    Effect: 'Allow',
    Action: ACTIONS,
    Resource: oneOrMany(resources),
    ...(equals !== undefined && { Condition: { StringEquals: equals } }),
  };
}

function oneOrMany(texts: readonly string[]) {
  return texts.length === 1 ? texts[0] : texts;
}
