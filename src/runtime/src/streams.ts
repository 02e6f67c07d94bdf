export { collectStream } from './collect-stream.js';
export type {
  CollectedBlock,
  CollectedMessage,
  CollectedStream,
  CollectStreamOptions,
  ConverseStreamSource,
  MessagesStreamEvent,
  MessagesStreamSource,
} from './collect-stream.js';
