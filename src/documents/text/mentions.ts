import type { Range } from '../../edits/text-edit.js';
import type { ModelName } from '../../catalog/model-id.js';
import type { Escapes } from './escapes.js';
import { scanModelNames } from '../../catalog/scan-model-names.js';
import { maskEscapes, withoutFillers } from './escapes.js';

/**
 * How a name fills the text it stands in: alone (also as ARN or URL), as one of a separated list, or inside other words.
 */
export type Share = 'whole' | 'listed' | 'part';

/** A model name in a text, before anything is known of what the place does. */
export interface Mention {
  readonly name: ModelName;
  /** The ID alone, geography included. */
  readonly range: Range;
  /** The ID with its ARN, gateway or URL. */
  readonly spelling: Range;
  readonly share: Share;
  /** A hole stands for the geography: `${geo}.anthropic…`. */
  readonly hole: boolean;
  /** The ID stands in a path `/model/<id>/invoke`. */
  readonly url: boolean;
  /** Region literal of the ARN around it. */
  readonly region: string | null;
}

// Characters looked at on either side: more than any ARN with holes, little enough that many names in one long text stay cheap.
const window = 400;

/** The mentions in one string or comment of `text`; `range` is its content without quotes. */
export function mentionsIn(text: string, range: Range, escapes: Escapes): Mention[] {
  const source = text.slice(range[0], range[1]);
  const masked = maskEscapes(source, escapes);
  const names = scanModelNames(masked);
  const listed = names.length > 1 && isList(masked, names);
  return names.flatMap((found) => {
    const after = withoutFillers(masked.slice(found.end, found.end + window));
    if (hasTrailingHole(after) || fileNameAfter.test(after)) return [];
    const before = withoutFillers(masked.slice(Math.max(0, found.start - window), found.start));
    const isShort = found.start <= window && masked.length - found.end <= window;
    const share = listed ? 'listed' : isShort && isWhole(before, after) ? 'whole' : 'part';
    return {
      name: found.name,
      range: [range[0] + found.idStart, range[0] + found.idEnd] as const,
      spelling: [range[0] + found.start, range[0] + found.end] as const,
      share,
      hole: endsInHole(before),
      url: before.endsWith('/model/') && urlAfter.test(after),
      region: regionOf(found.name.arn?.region ?? regionBefore.exec(before)?.[1] ?? ''),
    };
  });
}

/** The text when it is a region's name, else `null`. */
export function regionOf(text: string): string | null {
  return /^[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d$/.test(text) ? text : null;
}

const urlAfter = /^\/(?:invoke|converse|count-tokens)[\w-]*/;
const wholeUrlAfter = /^\/(?:invoke|converse|count-tokens)[\w-]*\s*$/;
// An ARN whose region or account is a hole or stands in a sibling of `Fn::Join`.
const arnBefore = /^\s*\S*(?:foundation-model|inference-profile)\/$/;
const regionBefore = /arn:[\w-]+:bedrock:([a-z0-9-]+):[^\s/]*\/$/;

function isWhole(before: string, after: string) {
  if (after.trim() === '') return before.trim() === '' || arnBefore.test(before) || isOnlyHole(before);
  return wholeUrlAfter.test(after) && /^\s*\S*$/.test(before) && before.endsWith('/model/');
}

// `${geo}.`, `{geo}.`, `{{ geo }}.`, `%s.`, `#{geo}.`, `<geo>.`, `$GEO.`; also without the dot, which may be in what is filled in: `{prefix}`.
function endsInHole(before: string) {
  return /[}>]\.$|%s\.$|\$\w{1,40}\.$|\{[\w. ]{1,40}\}$|%s$/.test(before);
}

function isOnlyHole(before: string) {
  return /^\s*(?:[$#]?\{[^{}]*\}|\$?\{\{[^{}]*\}\}|<[^<>]*>|%s|\$\w{1,40})\.$/.test(before);
}

// `anthropic.claude-3-${size}`: what stands there is no ID.
function hasTrailingHole(after: string) {
  return /^[-.]?(?:[$#]\{|\{\{?\w|%[sd]|<\w)/.test(after);
}

// `./prices/anthropic.claude-….json` is a file, whatever model it is about.
const fileNameAfter = /^\.(?:json[cl5]?|ya?ml|toml|[cm]?[jt]sx?|md|txt|csv|html?|env|png|svg)\b/i;

function isList(masked: string, names: readonly { readonly start: number; readonly end: number }[]) {
  let at = 0;
  for (const { start, end } of names) {
    if (!/^[\s,;|\0]*$/.test(masked.slice(at, start))) return false;
    at = end;
  }
  return /^[\s,;|\0]*$/.test(masked.slice(at));
}

/** What tells one mention from another: geography and base, without ARN, gateway or context. */
export function idOf({ name }: Mention): string {
  return `${name.scope ?? ''}.${name.base || name.opaque}`.toLowerCase();
}
