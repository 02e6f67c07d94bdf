import type { CachingCall, PointFinding } from './point-finding.js';
import { levelFor, rangeFor } from './point-finding.js';

/** What puts the tools of a request in another order, before any point. */
export function* unstableTools(caching: CachingCall): Iterable<PointFinding> {
  const { prompt } = caching;
  for (const block of prompt.tools?.blocks ?? []) {
    const parts = 'parts' in block ? block.parts : [];
    const part = parts.find(
      (each) => each.kind === 'dynamic' && (each.cause === 'serialisation' || block.kind === 'unknown'),
    );
    if (part?.kind !== 'dynamic') continue;
    const isShuffled = part.cause === 'random';
    yield {
      messageId: isShuffled ? 'shuffledTools' : 'unstableTools',
      data: { expression: part.expression },
      range: rangeFor(part.place, caching),
      // A collection may be filled once and for all when the program starts.
      level: levelFor(caching, isShuffled ? 'error' : 'note'),
      repairs: [],
      unrepaired: 'by what to sort is a choice',
    };
  }
}

/** A point on the whole request, for a model that refuses it on this route. */
export function* refusedAutomatic(caching: CachingCall): Iterable<PointFinding> {
  const { call, models, prompt } = caching;
  const { automaticPoint } = prompt;
  if (automaticPoint === undefined || models === null || !call.surface.startsWith('Invoke')) return;
  const refusing = models.models.find(({ promptCaching }) => promptCaching.automatic === false);
  if (refusing === undefined || !models.isNamed) return;
  yield {
    messageId: 'automaticRefused',
    data: { name: refusing.name },
    range: rangeFor(automaticPoint.place, caching),
    level: levelFor(caching, models.isExhaustive ? 'error' : 'warning'),
    repairs: [],
    unrepaired: 'which block gets the point is a choice',
  };
}

/** Calls that cache the same messages and think in different ways. */
export function* toggledThinking(calls: readonly CachingCall[]): Iterable<PointFinding> {
  const first = new Map<string, CachingCall>();
  for (const caching of calls) {
    const key = sharedPrefix(caching);
    const earlier = key === null ? undefined : first.get(key);
    if (key !== null && earlier === undefined) first.set(key, caching);
    if (earlier === undefined) continue;
    const [before, now] = [thinkingOf(earlier), thinkingOf(caching)];
    if (before === null || now === null || before === now) continue;
    yield {
      messageId: 'thinkingToggled',
      data: { before, now },
      range: caching.prompt.thinking ? rangeFor(caching.prompt.thinking.place, caching) : caching.call.range,
      level: levelFor(caching, 'warning'),
      related: [{ path: earlier.document.path, range: earlier.call.range, message: 'the other call' }],
      repairs: [],
      unrepaired: 'which call is right is a choice',
    };
  }
}

/** The place of the messages that a call has a point in, and its model; `null` where another call can't share them. */
function sharedPrefix({ call, points, prompt }: CachingCall) {
  const point = points.find(({ name }) => name === 'messages');
  if (point === undefined || call.model.kind !== 'text') return null;
  const { path, range } = point.section.definition;
  return [call.model.text, path, ...range, ...(prompt.system?.definition.range ?? [])].join(' ');
}

/** The kind of thinking a request asks for; `null` where that is not sure. */
function thinkingOf({ prompt: { thinking, isComplete }, models }: CachingCall) {
  if (thinking !== null) return thinking.type;
  const isOff = models?.models.every(({ request }) => request.thinkingWhenOmitted === 'off') ?? false;
  return isComplete && isOff ? 'disabled' : null;
}
