import { vi } from 'vitest';
import type { ProgramProject } from './program-project.js';

/** A program that talks to a Bedrock of this machine for as long as this lives. */
export interface LoadedProgram {
  ask(question: string): Promise<unknown>;
  [Symbol.dispose](): void;
}

/** Loads a program as it is written now. All of them export `ask`, and find Bedrock through the environment or by its address. */
export async function loadProgram(project: ProgramProject, program: string, url: string): Promise<LoadedProgram> {
  vi.stubEnv('BEDROCK_URL', url);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', undefined);
  redirectFetch(url);
  const { ask } = await project.load(program);
  if (typeof ask !== 'function') throw new Error(`${program} exports no function \`ask\`.`);
  return {
    ask: async (question) => (await Reflect.apply(ask, undefined, [question])) as unknown,
    [Symbol.dispose]: () => {
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
    },
  };
}

/** Programs without a client have the address of Bedrock written in them. */
function redirectFetch(url: string) {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
    fetch(typeof input === 'string' ? input.replace(/^https:\/\/bedrock-runtime\.[^/]+/, url) : input, init),
  );
}
