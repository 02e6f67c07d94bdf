import { parseModelName } from '../../../catalog/model-id.js';
import type { Reach } from '../values/reach.js';
import { staticValue } from '../values/static-value.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { isOfOtherMaker } from '../../other-makers.js';
import { textsOf } from '../../static-value.js';

/** What is known of the provider of a model: `claude`, `other`, or nothing. */
export type Provider = 'claude' | 'other' | 'unknown';

const claude = /claude|anthropic/i;
/** Requests that only Claude and Nova take. */
const claudeRequest = /cachePoint|budget_?tokens|thinkingBudget|reasoning_config/i;
const nova = /\bnova\b/i;
const others =
  /\b(?:amazon\.)?(?:nova|titan)\b|\bmeta\.llama|\bllama|mistral|mixtral|cohere|deepseek|ai21|stability|openai\.gpt/i;

/** Whose model a call reaches, as far as its ID says. */
export function providerOfSite(site: CallSite, reach: Reach): Provider {
  if (site.provesClaude) return 'claude';
  const found = [site.model, ...(site.otherModels ?? [])].flatMap((model) =>
    model ? textsOf(staticValue(model, reach)).map(({ text }) => providerOfText(text)) : [],
  );
  if (found.includes('claude')) return 'claude';
  return found.length > 0 && found.every((each) => each === 'other') ? 'other' : 'unknown';
}

function providerOfText(text: string): Provider {
  const name = parseModelName(text);
  if (name || claude.test(text)) return 'claude';
  return isOfOtherMaker(text) ? 'other' : 'unknown';
}

/** Whether a file, or a module of the project that it imports, speaks of Claude rather than of other models alone. */
export function speaksOfClaude(tree: SyntaxTree, reach: Reach): boolean {
  if (claude.test(tree.text) || (claudeRequest.test(tree.text) && !nova.test(tree.text))) return true;
  return tree.all('ImportDeclaration').some(({ source }) => {
    const imported = reach.modules.treeOf(tree.path, source.value);
    return imported !== null && claude.test(imported.text) && !others.test(imported.text);
  });
}
