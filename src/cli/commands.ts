// The part of the command line that brings the engine along: built as one file, whose compiled code is kept between runs.
export { run as check } from './commands/check.js';
export { run as migrate } from './commands/migrate.js';
export { run as models } from './commands/models.js';
