import { expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { runMatrix } from './run-matrix.js';
import { refusalOf } from './refusals.js';
import { expected } from './reply.js';
it('probe', async () => {
  const t0 = performance.now();
  const m = await runMatrix();
  console.log('took', Math.round(performance.now() - t0));
  const rows = [...m.seen].map(([c, s]) => {
    const r = refusalOf(c);
    const naiveOk = c.moved === null ? null : r === null ? s.moved.answer === expected[c.program.reads] && s.moved.error === null : 'answer' in r ? s.moved.answer === r.answer : s.moved.error === '400 ValidationException: ' + r.error;
    const ids = [...new Set(s.after.requests.map((q) => q.modelId))];
    return { cell: c.name, refusal: r, naiveOk, naive: s.moved.error ?? s.moved.answer, moved: c.moved, changed: s.text !== c.program.text, original: c.program.text, text: s.text, answer: s.after.answer, error: s.after.error, types: s.typeErrors, ids, ok: s.typeErrors.length === 0 && s.after.error === null && s.after.answer === expected[c.program.reads] && ids.length === 1 && ids[0] === c.moved, why: s.leftAlone };
  });
  writeFileSync('/work/scratch/A3/probe.json', JSON.stringify({ errors: m.typeErrorsBefore, again: m.changedAgain, rows }, null, 1));
  expect(1).toBe(1);
}, 900_000);
