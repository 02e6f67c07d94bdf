import { describe, expect, it } from 'vitest';
import { cachePoint, cacheSystem, perCall } from '../../src/runtime/src/index.js';

const point = { cachePoint: { type: 'default' } };

describe('cachePoint', () => {
  it('says no more than it must', () => {
    expect(cachePoint()).toEqual(point);
    expect(cachePoint(undefined)).toStrictEqual(point);
    expect(cachePoint('1h')).toEqual({ cachePoint: { type: 'default', ttl: '1h' } });
    expect(cachePoint('5m')).toEqual({ cachePoint: { type: 'default', ttl: '5m' } });
  });
});

/** The blocks as they are sent. */
function sent(...parts: readonly (string | object | false | null | undefined)[]): unknown {
  return JSON.parse(JSON.stringify(cacheSystem(...parts)));
}

describe('cacheSystem', () => {
  it('caches all of it, or up to what changes from call to call', () => {
    expect(sent('A', 'B')).toEqual([{ text: 'A' }, { text: 'B' }, point]);
    expect(sent('A', perCall('now'), 'B')).toEqual([{ text: 'A' }, point, { text: 'now' }, { text: 'B' }]);
    expect(sent(perCall('now'), 'B')).toEqual([{ text: 'now' }, { text: 'B' }]);
  });

  it('takes blocks as they are, and adds no point to one of the caller', () => {
    expect(sent({ text: 'A' }, cachePoint('1h'), 'B')).toEqual([{ text: 'A' }, cachePoint('1h'), { text: 'B' }]);
    const guarded = { guardContent: { text: { text: 'A' } } };
    expect(sent(guarded)).toEqual([guarded, point]);
  });

  it('leaves out what is empty', () => {
    expect(sent('A', '', undefined, null, false)).toEqual([{ text: 'A' }, point]);
    expect(sent()).toEqual([]);
    expect(sent('')).toEqual([]);
  });
});

describe('perCall', () => {
  it('changes nothing that is sent, and not what it is given', () => {
    const block = Object.freeze({ type: 'text', text: 'now' });
    const marked = perCall(block);
    expect(JSON.stringify(marked)).toBe(JSON.stringify(block));
    expect(Object.keys(marked)).toEqual(['type', 'text']);
    expect(JSON.stringify(perCall('now'))).toBe('{"text":"now"}');
    expect(Object.getOwnPropertySymbols(block)).toEqual([]);
  });

  it('stays on copies', () => {
    expect(sent('A', { ...perCall('now') })).toEqual([{ text: 'A' }, point, { text: 'now' }]);
  });
});
