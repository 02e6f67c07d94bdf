import { expect, test } from 'vitest';
import { namesGeneration } from '../../src/documents/names-generation.js';

test.each([
  ['Claude 3.5 Sonnet, across the US', true],
  ['the fast one (Haiku 4.5)', true],
  ['claude-v2 as it was', true],
  ['answers with Claude', false],
  ['writes sonnets, 3 at most', false],
  ['an opus of 12 parts', false],
  ['Claude in 2 regions', false],
  ['', false],
])('%s: %s', (text, expected) => expect(namesGeneration(text)).toBe(expected));
