import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import type { Console } from '../console.js';
import type { Report } from './report.js';

/**
 * The report with its files as seen from the root of the repository: GitHub knows them by no other name, wherever in it the
 * command runs.
 */
export function fromRepositoryRoot(report: Report, { cwd, env }: Pick<Console, 'cwd' | 'env'>): Report {
  const directory = realpathSync(cwd);
  const prefix = relative(repositoryRoot(directory, env['GITHUB_WORKSPACE']), directory).split(sep).join('/');
  if (prefix === '') return report;
  const move = <Placed extends { readonly file: string }>(placed: Placed): Placed => ({
    ...placed,
    file: posix.join(prefix, placed.file),
  });
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...move(finding),
      ...(finding.related && { related: finding.related.map(move) }),
    })),
    errors: report.errors.map(move),
  };
}

/** The checkout of a workflow counts for its submodules as well; one that lies deeper in the workspace is a root of its own. */
function repositoryRoot(directory: string, workspace = '') {
  const inside = directoriesAbove(directory);
  const checkout = workspace !== '' && existsSync(workspace) ? realpathSync(workspace) : null;
  const known = checkout !== null && inside.includes(checkout) ? checkout : null;
  if (known !== null && isRepository(known)) return known;
  return inside.find(isRepository) ?? known ?? directory;
}

/** In a linked work tree or a submodule `.git` is a file. */
function isRepository(directory: string) {
  return existsSync(join(directory, '.git'));
}

/** The directory itself first. */
function directoriesAbove(directory: string): readonly string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [directory, ...directoriesAbove(parent)];
}
