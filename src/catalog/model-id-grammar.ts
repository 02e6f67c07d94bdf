/** Colon and slash as an ARN or ID spells them: plain, or escaped for a URL. */
export interface Spelling {
  readonly colon: ':' | '%3A';
  readonly slash: '/' | '%2F';
}

export const plain: Spelling = { colon: ':', slash: '/' };
export const escaped: Spelling = { colon: '%3A', slash: '%2F' };

/** `bedrock/`, `amazon-bedrock/`, `bedrock:`, `bedrock_converse/`, `bedrock/converse/`, `bedrock/us-east-1/`. */
export const gateway = String.raw`(?:[A-Za-z]{1,12}[-_])?[Bb]edrock(?:[-_][A-Za-z]{1,12})?[/:](?:(?:converse|invoke|converse_like|mantle|[a-z]{2}(?:-[a-z]{1,10}){1,3}-\d)/)?`;

/** Geography with its dot: also one Bedrock does not know, and the `*.` of an IAM pattern. */
export const scope = String.raw`(?:\*|[A-Za-z]{2}-[A-Za-z]{2,6}|[A-Za-z]{2,6})\.`;

/** How every base ID begins. */
export const needle = String.raw`[Aa]nthropic\.[Cc]laude-`;

// A dot belongs to an ID only between digits (`3.5`, `v2.0`): elsewhere it ends a sentence or starts a file ending.
const words = String.raw`${needle}[A-Za-z0-9]+(?:-[A-Za-z0-9]+|(?<=\d)\.\d[A-Za-z0-9]*)*`;

const closedField = '[A-Za-z0-9*-]*';
const closedPartition = 'aws(?:-[a-z]{1,10}){0,3}';
// What templates of all kinds put into a field: `${AWS::Region}`, `{region}`, `<account>`.
const hole = String.raw`\$?\{[^{}\n]{1,80}\}|<[^<>\s]{1,40}>`;

/** `arn:…:resource/`, up to where the name begins. An `open` one may have holes for its partition, region and account. */
export function arnPrefix({ colon, slash }: Spelling, open: boolean): string {
  return `${arnHead(colon, open)}(?<resource>foundation-model|inference-profile)${slash}`;
}

/** A name that spells its model. Sticky: the caller knows where it starts. */
export function namedPattern(spelling: Spelling, open: boolean): RegExp {
  const { colon } = spelling;
  const id = `(?:(?<scope>${scope}))?(?<base>${words}(?:${colon}\\d(?![A-Za-z0-9]))?)(?<context>${colon}\\d{1,5}k(?![A-Za-z0-9]))?`;
  // Two stars are Markdown's, and a star before a slash ends a comment.
  const wildcard = String.raw`(?<wildcard>\*(?![*/]))?`;
  return new RegExp(`(?<gateway>${gateway})?(?:${arnPrefix(spelling, open)})?${id}${wildcard}`, 'y');
}

/** An ARN whose resource names no model, or a model of one's own. */
export function opaquePattern({ colon, slash }: Spelling, open: boolean): RegExp {
  const resource =
    'application-inference-profile|provisioned-model|default-prompt-router|prompt-router|custom-model-deployment|imported-model|prompt';
  const character = colon === ':' ? '[A-Za-z0-9.:-]' : '(?:[A-Za-z0-9.-]|%3A)';
  const name = `[A-Za-z0-9](?:${character}{0,120}[A-Za-z0-9])?`;
  const custom = `(?<custom>custom-model)${slash}(?<customName>${name}${slash}[A-Za-z0-9]+)`;
  return new RegExp(
    `(?<gateway>${gateway})?${arnHead(colon, open)}(?:(?<resource>${resource})${slash}(?<opaque>${name})|${custom})`,
    'y',
  );
}

function arnHead(colon: string, open: boolean) {
  const field = open ? `(?:[A-Za-z0-9*-]|${hole})*` : closedField;
  const partition = open ? `(?:${closedPartition}|${hole})` : closedPartition;
  return `arn${colon}(?<partition>${partition})${colon}bedrock${colon}(?<region>${field})${colon}(?<account>${field})${colon}`;
}
