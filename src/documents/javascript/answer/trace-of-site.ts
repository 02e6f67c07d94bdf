import type { VocabularyName } from '../../../catalog/stop-reasons.js';
import type { Surface } from '../../facts.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import { dialectOf } from '../surfaces/dialect-of.js';
import { installed } from '../surfaces/installed-version.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { providerOfSite, speaksOfClaude } from './claude-evidence.js';
import { startsOfSite } from './starts-of-site.js';
import { traceAnswer } from './trace-answer.js';
import type { Origin, Trace } from './value.js';

const known = new WeakMap<CallSite, Trace>();

/** What becomes of the answer of a call. */
export function traceOfSite(site: CallSite, tree: SyntaxTree, reach: Reach): Trace {
  const memo = known.get(site);
  if (memo) return memo;
  const trace = traceAnswer(tree, originOf(tree, site, reach), startsOfSite(tree, site, reach), reach);
  known.set(site, trace);
  return trace;
}

/** Surfaces whose bodies each provider words in a way of its own. */
const bodies: ReadonlySet<Surface> = new Set<Surface>([
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'Http',
  'AppSync',
]);

function originOf(tree: SyntaxTree, site: CallSite, reach: Reach): Origin {
  const provider = providerOfSite(site, reach);
  return {
    dialect: dialectOf(site),
    surface: site.surface,
    ...(site.surface === 'AiSdk' ? { vocabulary: aiSdkVocabulary(tree, site, reach) } : {}),
    node: site.node,
    basis: 'call',
    isUnproven: provider === 'unknown' && bodies.has(site.surface),
    isForeign: provider === 'other' || (provider === 'unknown' && !speaksOfClaude(tree, reach)),
  };
}

/** Which of the Bedrock providers answers, and the version of the AI SDK that passes its reason on. */
function aiSdkVocabulary(tree: SyntaxTree, { provesClaude }: CallSite, reach: Reach): VocabularyName {
  const major = Number.parseInt(installed(tree, 'ai', reach).library.version ?? '', 10);
  if (major <= 5) return 'aiSdk5';
  if (provesClaude) return 'aiSdkAnthropic';
  return major >= 6 ? 'aiSdk6' : 'aiSdk';
}
