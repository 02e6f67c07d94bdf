import type { Surface } from '../../facts.js';
import type { Dialect } from '../../prompt.js';
import type { CallSite } from './call-site.js';

/** The language a call is written in: as its request shows, else as its surface has it. */
export function dialectOf({ request, surface }: CallSite): Dialect {
  return request?.dialect ?? dialects[surface];
}

const dialects: Readonly<Record<Surface, Dialect>> = {
  Converse: 'converse',
  ConverseStream: 'converse',
  InvokeModel: 'messages',
  InvokeModelWithResponseStream: 'messages',
  AnthropicBedrock: 'messages',
  AnthropicBedrockMantle: 'messages',
  AiSdk: 'aiSdk',
  LangChain: 'langChain',
  Strands: 'strands',
  Http: 'messages',
  AppSync: 'messages',
};
