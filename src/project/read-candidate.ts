import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import process from 'node:process';
import type { FileListing } from './files.js';
import { isGenerated } from './is-generated.js';
import { isScript } from './readable-name.js';
import { messageOf } from './message-of.js';
import { holdsNeedle, holdsWideNeedle, mentionsNeedle, needleOverlap } from './needles.js';

/** Files beyond this are named as errors when they mention Claude: no hand-written file is that large (bytes). */
export const sizeLimit = 8 * 1024 * 1024;

/** What reading a file gave. Bytes and `text` round-trip: a BOM stays in it as its first character. */
export type ReadResult =
  | { readonly kind: 'candidate'; readonly path: string; readonly text: string }
  | { readonly kind: 'error'; readonly path: string; readonly message: string }
  /** Nothing about Claude, binary, generated, gone, or a folder. */
  | { readonly kind: 'skipped' };

export interface CandidateReader {
  /** @param path relative to the root. The result names another path only where `path` is a link. */
  read(path: string): ReadResult;
}

const skipped: ReadResult = { kind: 'skipped' };
/** Bytes that decide whether a file is binary. */
const binaryProbe = 8 * 1024;
const isWindows = process.platform === 'win32';
/** Links fail to open, and a pipe can't hold us up; Windows knows neither flag. */
const openFlags = isWindows ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads the files of a listing one by one into a buffer it keeps. Bytes are searched before they are decoded. */
export function createCandidateReader(root: string, listing: Pick<FileListing, 'all' | 'named'>): CandidateReader {
  let taken: Set<string> | null = null;
  const realRoot = realpathSync(root);
  let buffer = Buffer.allocUnsafe(64 * 1024);
  return { read };

  function read(path: string): ReadResult {
    if (isScript(path) && isSilent(`${root}/${path}`)) return skipped;
    try {
      return readFile(path, `${root}/${path}`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // A link; a tracked file that was deleted; a submodule or a folder with a file's name; a pipe or socket.
      if (code === 'ELOOP' || code === 'EMLINK') return readLink(path);
      if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENXIO') return skipped;
      return { kind: 'error', path, message: messageOf(error) };
    }
  }

  /** A link stands for its target unless that is read anyway, lies outside the root, or is no file. */
  function readLink(path: string): ReadResult {
    try {
      const target = relative(realRoot, realpathSync(join(root, path)))
        .split(sep)
        .join('/');
      taken ??= new Set(listing.all);
      if (taken.has(target) || target.startsWith('../') || isAbsolute(target)) return skipped;
      taken.add(target);
      return readFile(target, join(realRoot, target));
    } catch {
      return skipped;
    }
  }

  function readFile(path: string, place: string): ReadResult {
    if (isWindows && lstatSync(place).isSymbolicLink()) return readLink(path);
    const file = openSync(place, openFlags);
    try {
      const length = readSync(file, buffer, 0, buffer.length, 0);
      if (length < buffer.length) return toResult(path, buffer.subarray(0, length));
      const { size } = fstatSync(file);
      if (size > sizeLimit) return largeFile(path, file, size);
      buffer = Buffer.allocUnsafe(size + 1);
      return toResult(path, buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)));
    } finally {
      closeSync(file);
    }
  }

  /** Searched in pieces, so that only a file that mentions Claude is reported. */
  function largeFile(path: string, file: number, size: number): ReadResult {
    for (let offset = 0; offset < size; offset += buffer.length - needleOverlap) {
      const bytes = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, offset));
      if (offset === 0 && bytes.subarray(0, binaryProbe).includes(0)) return skipped;
      if (holdsNeedle(bytes))
        return {
          kind: 'error',
          path,
          message: `${inMegabytes(size)} MB is more than the ${inMegabytes(sizeLimit)} MB that are read`,
        };
    }
    return skipped;
  }

  function toResult(path: string, bytes: Buffer): ReadResult {
    const message = `UTF-16 can't be read; save the file as UTF-8`;
    if (isUtf16(bytes)) return holdsWideNeedle(bytes) ? { kind: 'error', path, message } : skipped;
    if (!holdsNeedle(bytes) || bytes.subarray(0, binaryProbe).includes(0)) return skipped;
    if (!isUtf8(bytes)) return { kind: 'error', path, message: 'not valid UTF-8' };
    const text = bytes.toString('utf8');
    return isGenerated(path, text) && !listing.named.has(path) ? skipped : { kind: 'candidate', path, text };
  }
}

// Node takes numbers here as `openSync` does; its type declarations know only names.
const wholeText = { encoding: 'utf8', flag: openFlags as unknown as string } as const;

/**
 * Whether a script can be read and says nothing about Claude; whatever else holds of it, a closer look finds out.
 * Scripts are small, and Node reads a whole text in one step: twice as fast as by bytes.
 */
function isSilent(place: string) {
  try {
    return !mentionsNeedle(readFileSync(place, wholeText));
  } catch {
    return false;
  }
}

function isUtf16(bytes: Buffer) {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function inMegabytes(bytes: number) {
  return (bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
