import { addImport } from '../edits/add-import.js';
import type { TextEdit } from '../edits/text-edit.js';
import type { Document } from '../documents/document.js';
import type { Policy } from '../policy/policy.js';
import type {
  Fix,
  ReportDescriptor,
  RuleContext,
  RuleListener,
  Suggestion,
  TextSourceCode,
} from './eslint/eslint-contract.js';
import { documentOf } from './eslint/eslint-document.js';
import { locationOf } from './eslint/eslint-location.js';
import { workspaceOf } from './eslint/eslint-workspace.js';
import type { Detect, DetectContext, Finding, Repair } from './finding.js';
import { isSuppressed } from './is-suppressed.js';
import { mentionsClaude } from './mentions-claude.js';
import type { ClaudeRule, RuleMeta, RuleMetaInput } from './rule-meta.js';
import { needsProject } from './needs-project.js';

/** Where the page of each rule stands. */
const DOCUMENTATION = 'https://github.com/bedrock-claude/eslint-plugin-bedrock-claude/blob/main/docs/rules';

/** What a rule file states: its claim, and the proof. */
export interface RuleInput<M extends string, R extends string, Options extends object> {
  readonly name: string;
  readonly meta: RuleMetaInput<M, R, Options>;
  readonly detect: Detect<NoInfer<M>, NoInfer<R>, NoInfer<Options>>;
}

/**
 * Makes a rule that ESLint runs as its own and that every other door asks for findings.
 *
 * @example
 * export default defineRule({ name: 'no-legacy-model', meta: { … }, detect: (document, { policy, options }) => [ … ] });
 */
export function defineRule<M extends string, R extends string, Options extends object>(
  input: RuleInput<M, R, Options>,
): ClaudeRule<M, R, Options> {
  const { name } = input;
  const meta = toMeta(name, input.meta);
  const defaultOptions: [Options] = [input.meta.defaultOptions];
  const detect = rememberLast(input.detect);
  return { name, meta, defaultOptions, detect, create };

  function create(context: RuleContext<M | R>): RuleListener {
    const { sourceCode } = context;
    if (!('text' in sourceCode) || !mentionsClaude(sourceCode.text)) return {};
    return { [typeOf(sourceCode.ast)]: () => reportAll(context, sourceCode) };
  }

  function optionsFor(context: RuleContext<M | R>, policy: Policy): Options {
    const own: object = policy.rules[name] ?? {};
    return { ...defaultOptions[0], ...own, ...optionsOf(context) };
  }

  function reportAll(context: RuleContext<M | R>, sourceCode: TextSourceCode) {
    const { policy, files } = workspaceOf(context);
    const document = documentOf(context, sourceCode, files, policy);
    if (meta.formats !== 'all' && !meta.formats.includes(document.format)) return;
    const options = optionsFor(context, policy);
    for (const finding of detect(document, { policy, options })) {
      if (finding.level === 'note' && !policy.notes) continue;
      if (isSuppressed(document, name, finding.range)) continue;
      context.report({ loc: locationOf(sourceCode, finding.range), ...toReport(document, policy, finding) });
    }
  }
}

/**
 * Other rules ask what a request rule says of a document before it is asked itself, with the same policy and options: the
 * answer is kept with the document.
 */
function rememberLast<M extends string, R extends string, Options extends object>(
  detect: Detect<M, R, Options>,
): Detect<M, R, Options> {
  const known = new WeakMap<Document, DetectContext<Options> & { readonly findings: readonly Finding<M, R>[] }>();
  return (document, { policy, options }) => {
    const last = known.get(document);
    if (last?.policy === policy && last.options === options) return last.findings;
    const findings = [...detect(document, { policy, options })].map(withCare);
    known.set(document, { policy, options, findings });
    return findings;
  };
}

/** Nobody but a person knows whether a comment above speaks of nothing but what is taken out. */
function withCare<M extends string, R extends string>(finding: Finding<M, R>): Finding<M, R> {
  const repairs = finding.repairs.map((repair) =>
    repair.edits.some(({ removes }) => removes?.hasNote === true) ? { ...repair, safety: 'review' as const } : repair,
  );
  return { ...finding, repairs };
}

function toMeta<M extends string, R extends string, Options extends object>(
  name: string,
  input: RuleMetaInput<M, R, Options>,
): RuleMeta<M, R> {
  const { type, docs, repairs, schema, formats = 'all' } = input;
  const ids = keysOf(repairs);
  return {
    type,
    docs: { ...docs, url: `${DOCUMENTATION}/${name}.md` },
    messages: mergeMessages(name, input),
    repairs,
    schema: [schema],
    ...(ids.some((id) => isFixable(repairs[id])) && { fixable: 'code' as const }),
    hasSuggestions: ids.length > 0,
    languages: ['*'],
    formats,
  };
}

function mergeMessages<M extends string, R extends string, Options>(
  name: string,
  { messages, repairs }: RuleMetaInput<M, R, Options>,
) {
  const merged: Record<string, string> = { ...messages };
  for (const id of keysOf(repairs)) {
    if (Object.hasOwn(merged, id))
      throw new TypeError(`Rule ${name} uses the id "${id}" for a message and for a repair.`);
    merged[id] = repairs[id].message;
  }
  // The loop above filled in exactly the ids that the type names.
  return merged as Record<M | R, string>;
}

function isFixable({ safeties, imports = false }: RuleMetaInput<string, string, object>['repairs'][string]) {
  return safeties.includes('safe') || !imports;
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>) {
  // Sound for the literal objects that rule files write.
  return Object.keys(record) as K[];
}

function typeOf(ast: unknown) {
  if (typeof ast === 'object' && ast !== null && 'type' in ast && typeof ast.type === 'string') return ast.type;
  throw new TypeError('The root of the syntax tree has no type.');
}

function optionsOf(context: RuleContext): object {
  const given = context.options[0];
  return typeof given === 'object' && given !== null ? given : {};
}

function toReport<M extends string, R extends string>(
  document: Document,
  policy: Policy,
  finding: Finding<M, R>,
): Omit<ReportDescriptor<M | R>, 'loc'> {
  const [first, ...others] = finding.repairs.filter((repair) => !needsProject(repair)).map(settle);
  const isFixed = first !== undefined && isFix(first, policy);
  const suggested = first === undefined || isFixed ? others : [first, ...others];
  return {
    messageId: finding.messageId,
    data: { ...finding.data },
    ...(isFixed && { fix: toFix(first.edits) }),
    suggest: suggested.flatMap((repair) => toSuggestions(document, finding, repair)),
  };
}

/** One file can't answer a claim about its project, so whatever needs one is for a person to accept. */
function settle<R extends string>(repair: Repair<R>): Repair<R> {
  return repair.needs === undefined || repair.needs.length === 0 ? repair : { ...repair, safety: 'review' };
}

/** ESLint merges all edits of a fix into one span; with an import that span would reach over the file and conflict with every other fix. */
function isFix({ id, safety, imports = [] }: Repair, policy: Policy) {
  return imports.length === 0 && (safety === 'safe' || policy.promote.includes(id));
}

function toSuggestions<R extends string>(
  document: Document,
  finding: Finding<string, R>,
  repair: Repair<R>,
): Suggestion<R>[] {
  const edits = completeEdits(document, repair);
  if (edits === null) return [];
  return [{ messageId: repair.id, data: { ...finding.data, ...repair.data }, fix: toFix(edits) }];
}

/** The edits with their imports, or `null` when an import can't be written: a repair goes in whole or not at all. */
function completeEdits({ text }: Document, { edits, imports = [] }: Repair): readonly TextEdit[] | null {
  if (imports.length === 0) return edits;
  const importEdit = addImport(text, imports);
  return importEdit === null ? null : [importEdit, ...edits];
}

function toFix(edits: readonly TextEdit[]): Fix {
  return (fixer) => edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}
