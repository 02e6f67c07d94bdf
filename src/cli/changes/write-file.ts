import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's text in one step: readers see the old bytes or the new ones, never a part.
 * Mode and owner are kept, and a link keeps pointing where it did.
 *
 * @throws Error when the file no longer holds `expected`, or cannot be written; it is then as it was.
 */
export function replaceFile(path: string, expected: string, text: string): void {
  const file = realpathSync(path);
  if (!readFileSync(file).equals(Buffer.from(expected, 'utf8')))
    throw new Error('the file changed while it was being read');
  const { mode, uid, gid } = statSync(file);
  const temporary = join(dirname(file), `.${basename(file)}.${String(process.pid)}.tmp`);
  // Exclusive: a file of that name is not ours, and stays.
  const descriptor = openSync(temporary, 'wx');
  try {
    writeSynced(descriptor, text);
    chmodSync(temporary, mode & 0o7777);
    keepOwner(temporary, uid, gid);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeSynced(descriptor: number, text: string) {
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only a privileged user may give a file away; for everybody else the new file is theirs already. */
function keepOwner(path: string, uid: number, gid: number) {
  const { uid: ours, gid: ourGroup } = statSync(path);
  if (uid === ours && gid === ourGroup) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // The text matters more than the group.
  }
}
