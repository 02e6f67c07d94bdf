import type { Console } from '../console.js';

/** Says how far a long run is. */
export interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

const EVERY_MILLISECONDS = 100;

/** One line on a terminal's stderr, redrawn; nothing in a pipe. */
export function createProgress({ stderr }: Console): Progress {
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shownAt = performance.now();
  let visible = false;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - shownAt < EVERY_MILLISECONDS) return;
      [shownAt, visible] = [now, true];
      stderr.write(`\r\u001B[K${String(done)} of ${String(total)} files`);
    },
    clear() {
      if (visible) stderr.write('\r\u001B[K');
      visible = false;
    },
  };
}
