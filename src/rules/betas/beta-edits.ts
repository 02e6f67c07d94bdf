import type { ToolVersion } from '../../catalog/request-words.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { betaFlags } from './beta-flags.js';
import { replacementOf } from './replacement-of.js';
import type { RequestTool } from './request-tools.js';
import { literalEdit } from './text-edits.js';
import type { ToolChange } from './tool-repair.js';

/** What becomes of the flag of a tool that moves; `null` where the flag that its new version needs can't be written. */
export function betaEdits(change: ToolChange, replacement: ToolVersion): readonly TextEdit[] | null {
  const { tool, tools, call, document, constraints } = change;
  const flags = betaFlags(call);
  const has = (name: string | null) => name === null || flags.some((flag) => flag.name === name);
  const old = flags.filter(({ name }) => name === tool.version.beta);
  // What the tools of the request need once each of them has moved, and who of them sees to it.
  const later = tools.map((each) => ({ each, beta: laterVersion(each, constraints.tools.refused)?.beta ?? null }));
  const [keeper] = later.filter(({ each, beta }) => beta !== null && each.version.beta === tool.version.beta);
  const isMine = keeper
    ? keeper.each === tool
    : tools.find(({ version }) => version.beta === tool.version.beta) === tool;
  const [flag, another] = old;
  if (!flag || !isMine) return has(replacement.beta) || (keeper !== undefined && keeper.each !== tool) ? [] : null;
  if (another || flag.field.isShared || flag.place.path !== document.path) return null;
  const edit =
    replacement.beta === null || has(replacement.beta)
      ? flag.removal
      : literalEdit(document, flag.place, flag.name, replacement.beta);
  return edit ? [edit] : null;

  function laterVersion(each: RequestTool, refused: readonly ToolVersion[]) {
    return refused.includes(each.version) ? replacementOf(each.version, constraints) : each.version;
  }
}
