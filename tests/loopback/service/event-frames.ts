import { EventStreamCodec } from '@smithy/eventstream-codec';

const codec = new EventStreamCodec(
  (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)),
  (text) => new TextEncoder().encode(text),
);

/** A frame of `application/vnd.amazon.eventstream` that carries an event. */
export function eventFrame(type: string, payload: object): Uint8Array {
  return frame({ ':message-type': 'event', ':event-type': type }, payload);
}

/** A frame that ends the stream with an error of the service. */
export function exceptionFrame(type: string, payload: object): Uint8Array {
  return frame({ ':message-type': 'exception', ':exception-type': type }, payload);
}

function frame(headers: Readonly<Record<string, string>>, payload: object) {
  const all = { ...headers, ':content-type': 'application/json' };
  return codec.encode({
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { type: 'string', value }])),
    body: new TextEncoder().encode(JSON.stringify(payload)),
  });
}
