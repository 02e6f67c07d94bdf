/** Endings of files that hold no text a person wrote: images, media, archives, fonts, compiled code, databases, source maps. */
const unreadable = new Set(
  (
    'png jpg jpeg gif webp avif bmp ico icns tif tiff svg psd ai eps heic mp3 mp4 m4a m4v mov avi mkv webm wav ogg oga ogv flac aac ' +
    'zip gz tgz bz2 xz zst br 7z rar tar jar war whl egg vsix dmg iso deb rpm apk ' +
    'woff woff2 ttf otf eot pdf doc docx xls xlsx ppt pptx odt key pages numbers ' +
    'exe dll so dylib a o obj lib class pyc pyo wasm node bin dat pack idx ' +
    'db sqlite sqlite3 parquet avro arrow feather orc npy npz pt pth onnx safetensors gguf h5 pkl map lock lockb'
  ).split(' '),
);

const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'bun.lockb',
  'go.sum',
  'gradle.lockfile',
  'packages.lock.json',
  'Package.resolved',
  '.terraform.lock.hcl',
  'deno.lock',
]);

/** Whether a file can hold text that a person wrote, and lies in no folder that is never looked into. */
export function isReadablePath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot >= 0 && unreadable.has(name.slice(dot + 1).toLowerCase())) return false;
  return !lockFiles.has(name) && !minified.test(name) && !skippedFolder.test(path);
}

const minified = /[.-]min\.(?:js|mjs|cjs|css)$/;
const skippedFolder = /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn)\//;

/** Whether a name is that of JavaScript or TypeScript: most files of a project, and small ones. */
export function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}
