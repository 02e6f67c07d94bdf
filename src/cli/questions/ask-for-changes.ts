import type { Questions } from './ask.js';
import type { Console } from '../console.js';
import type { IsDeclined } from './declined.js';
import { unifiedDiff } from '../changes/diff.js';
import type { PlannedFile } from '../run/plan-project.js';
import { plural } from '../report/plural.js';
import { styleFor } from '../report/style.js';

const HELP =
  'y: change it, n: leave it, r: choose among its repairs, a: this and all that follow, q: this and all that follow stay\n';

/** What people type in place of a letter; another word that begins like one may mean something else. */
const WORDS = new Map([
  ['y', 'yes'],
  ['n', 'no'],
  ['r', 'repairs'],
  ['a', 'all'],
  ['q', 'quit'],
]);

/** Shows each file's changes and asks whether they should go in. What is not agreed to is declined. */
export async function askForChanges(
  planned: readonly PlannedFile[],
  questions: Questions,
  { stderr, env }: Console,
): Promise<IsDeclined> {
  const style = styleFor(stderr, env);
  const declined = new Set<string>();
  let rest: 'ask' | 'yes' | 'no' = 'ask';
  for (const file of planned) {
    if (file.plan.text === file.document.text) continue;
    const { path } = file.document;
    if (rest === 'ask') {
      stderr.write(`\n${unifiedDiff(path, file.document.text, file.plan.text)}`);
      const answer = await choose(`${style.bold(path)}: ${plural(file.plan.edits, 'edit')}. Change it?`, [
        'y',
        'n',
        'r',
        'a',
        'q',
      ]);
      if (answer === 'r') for (const key of await askForRepairs(file)) declined.add(key);
      if (answer === 'n') declined.add(path);
      if (answer === 'a') rest = 'yes';
      if (answer === 'q') rest = 'no';
    }
    if (rest === 'no') declined.add(path);
  }
  return (path, rule, repair) => declined.has(path) || declined.has(keyOf(path, rule, repair));

  /** The repairs of a file by kind: what is asked of the same kind is answered once. */
  async function askForRepairs({ document: { path }, plan }: PlannedFile) {
    const kinds = new Map<string, { readonly label: string; readonly lines: Set<number> }>();
    for (const { rule, repair, line } of plan.applied) {
      const key = keyOf(path, rule, repair);
      const kind = kinds.get(key) ?? { label: `${repair} (${rule})`, lines: new Set<number>() };
      kind.lines.add(line);
      kinds.set(key, kind);
    }
    const refused: string[] = [];
    for (const [key, { label, lines }] of kinds) {
      const places = [...lines].sort((one, other) => one - other).join(', ');
      const answer = await choose(`  ${label}, line ${places}?`, ['y', 'n']);
      if (answer !== 'y') refused.push(key);
    }
    return refused;
  }

  /** Asks until one of the letters comes back. When the input ends, nothing more is agreed to. */
  async function choose(question: string, letters: readonly string[]) {
    for (;;) {
      const answer = await questions.ask(`${question} [${letters.join('/')}] `);
      if (answer === null) return letters.includes('q') ? 'q' : 'n';
      const letter = letters.find((each) => answer === each || answer === WORDS.get(each));
      if (letter !== undefined) return letter;
      stderr.write(HELP);
    }
  }
}

function keyOf(path: string, rule: string, repair: string) {
  return `${path}\0${rule}\0${repair}`;
}
