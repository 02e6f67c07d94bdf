/** The parts of an IAM statement, as written; `null` where it has none. */
export interface StatementSource {
  /** The key its resources stand under. */
  readonly resources: string;
  readonly effect: string | null;
  readonly actions: string | null;
  readonly condition: string | null;
}

/** Why a resource more in a statement would not let anybody call a model, or nobody knows; `null` when it would. */
export function statementObstacle({ resources, effect, actions, condition }: StatementSource): string | null {
  if (/^not/i.test(resources)) return 'the statement lists what it is not about';
  // The CDK and Terraform allow unless told otherwise; a policy of JSON or YAML says it.
  if (effect === null ? resources === 'Resource' : !/\ballow\b/i.test(effect)) return 'the statement does not allow';
  if (condition !== null) return 'a condition narrows the statement: write one for the profile';
  return actions !== null && grantsCalls.test(actions) ? null : 'the statement does not say that it allows model calls';
}

/** IAM takes the names of services and actions in capitals or not. */
const grantsCalls = /\bbedrock:(?:\*|Invoke\w*\*?|Converse\w*\*?|I\w*\*)|["'`]\*["'`]/i;
