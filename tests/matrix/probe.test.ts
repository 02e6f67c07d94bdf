import { expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { cells } from './cells.js';
import { targets } from './generations.js';
import { programs } from './programs.js';
import { createWorkshop, textsOf } from './matrix-project.js';
import { runPrograms } from './run-programs.js';
import { createTypeChecker } from '../execution/type-checker.js';
import { refusalOf } from './refusals.js';
import { expected } from './reply.js';

it('probe', async () => {
  const t0 = performance.now();
  const lap = (n: string) => console.log(n, Math.round(performance.now() - t0));
  const w = createWorkshop();
  w.addProject('original', textsOf(programs, (p) => p.text));
  for (const t of targets) {
    w.addProject('naive-' + t, new Map(cells.filter((c) => c.target === t).map((c) => [c.program.file, c.program.text.replace(c.program.id, c.moved ?? c.program.id)])));
    w.addProject(t, textsOf(programs, (p) => p.text));
  }
  lap('written');
  const reports: Record<string, any> = {};
  for (const t of targets) { reports[t] = await w.migrate(t, t); lap('migrated ' + t); }
  const naive = process.env['NAIVE'] ? cells : [];
  const runs = [...naive.map((c) => ({ project: 'naive-' + c.target, program: c.program })), ...cells.map((c) => ({ project: c.target, program: c.program }))];
  const outcomes = await runPrograms(w.directory, runs);
  lap('run ' + runs.length);
  const errors = process.env['TYPES'] ? createTypeChecker()(w.directory, programs.flatMap((p) => ['original', ...targets].map((t) => t + '/' + p.file))) : [];
  lap('types');
  const rows = cells.map((c, i) => {
    const n = naive.length ? outcomes[i]! : null;
    const o = outcomes[naive.length + i]!;
    const r = refusalOf(c);
    let naiveOk: unknown = null;
    if (n && c.moved) naiveOk = r === null ? n.answer === expected[c.program.reads] : 'answer' in r ? n.answer === r.answer : (n.error ?? '').endsWith(r.error) || (c.program.feature === 'bare-id');
    return { cell: c.name, refusal: r, naiveOk, naive: n?.error ?? n?.answer, moved: c.moved, changed: w.read(c.target, c.program.file) !== c.program.text, answer: o.answer, ok: o.answer === expected[c.program.reads] && o.error === null && o.requests.every((q) => q.modelId === c.moved), ids: o.requests.map((q) => q.modelId), betas: o.requests.map((q) => JSON.stringify((q.body as any).anthropic_beta ?? (q.body as any).additionalModelRequestFields?.anthropic_beta ?? null)), error: o.error,
      why: reports[c.target].leftAlone.filter((l: any) => l.file === c.program.file).map((l: any) => l.rule.replace('bedrock-claude/', '') + ': ' + l.why), applied: reports[c.target].changes.filter((l: any) => l.file === c.program.file).flatMap((l: any) => l.applied.map((a: any) => a.repair)), text: w.read(c.target, c.program.file) };
  });
  writeFileSync('/work/scratch/A3/probe.json', JSON.stringify({ errors, rows }, null, 1));
  w[Symbol.dispose]();
  expect(1).toBe(1);
}, 900_000);
