import { startBedrock } from '../loopback/start-bedrock.js';
import type { BedrockOptions, RecordedRequest } from '../loopback/start-bedrock.js';
import { loadProgram } from './load-program.js';
import type { ProgramProject } from './program-project.js';

export interface Asked {
  readonly requests: readonly RecordedRequest[];
  /** What the program answered to each question, or the error it met. */
  readonly answers: readonly unknown[];
}

/** Asks a program two questions, one after the other. */
export async function askTwice(project: ProgramProject, program: string, options?: BedrockOptions): Promise<Asked> {
  await using bedrock = await startBedrock(options);
  using loaded = await loadProgram(project, program, bedrock.url);
  const answers: unknown[] = [];
  for (const question of ['Where is my parcel?', 'How do I return a lamp?']) {
    answers.push(await loaded.ask(question).catch((error: unknown) => `failed: ${String(error)}`));
  }
  return { requests: bedrock.requests, answers };
}
