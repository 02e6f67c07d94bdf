import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const sampleEveryMs = 5;

/**
 * Runs a command once.
 *
 * @param {readonly string[]} command
 * @param {string} cwd
 * @param {{ watchMemory: boolean }} options
 * @returns {Promise<{ ms: number, peakKb: number | null, stdout: string, status: number | null }>}
 */
export function measure([program, ...args], cwd, { watchMemory }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const peaks = new Map();
    const timer = watchMemory ? setInterval(() => notePeaks(child.pid, peaks), sampleEveryMs) : undefined;
    const stdout = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      resolve({
        ms: performance.now() - started,
        peakKb: peaks.size === 0 ? null : [...peaks.values()].reduce((sum, kb) => sum + kb, 0),
        stdout: Buffer.concat(stdout).toString('utf8'),
        status,
      });
    });
  });
}

/** Notes the high-water mark of every process of a tree; outside Linux there is no `/proc` and nothing is noted. */
function notePeaks(pid, peaks) {
  try {
    const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    if (peak) peaks.set(pid, Number(peak));
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8');
      for (const child of children.split(' ').filter(Boolean)) notePeaks(Number(child), peaks);
    }
  } catch {
    // The process ended between two looks.
  }
}
