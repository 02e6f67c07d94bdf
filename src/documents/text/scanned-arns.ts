import { arnHoles } from '../arn-holes.js';
import type { FoundationArn } from '../facts.js';

/** The ARNs of foundation models that a text makes of what is filled in, where only scanning tells; and under which names it hands settings on. */
export function scannedArns(text: string): readonly FoundationArn[] {
  const made = text.includes('foundation-model') ? arnHoles(text) : [];
  return [
    ...made.flatMap(({ range, names }) =>
      names.map((name): FoundationArn => ({ ...name, range, isGrant: isGrantedAt(text, range[0]) })),
    ),
    ...handedOn(text),
  ];
}

/** Whether what stands in a text at an offset is given to the resources of a statement. */
export function isGrantedAt(text: string, at: number): boolean {
  return /\bresources?\\?"?\s{0,20}[=:]\s{0,20}\[?[^\]=]{0,600}$/i.test(text.slice(Math.max(0, at - 700), at));
}

/** `NAME=${OTHER}` */
function handedOn(text: string): readonly FoundationArn[] {
  return [...text.matchAll(assignment)].map(({ 0: whole, 1: name = '', 2: setting = '', index }) => ({
    setting,
    range: [index, index + whole.length],
    via: { setting: name },
  }));
}

const assignment = /^[ \t]{0,40}(?:export[ \t]{1,8})?([A-Za-z_]\w{0,120})=["']?\$\{?([A-Za-z_]\w{0,120})\b/gm;
