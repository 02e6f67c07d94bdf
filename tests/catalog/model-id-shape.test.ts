import { expect, it } from 'vitest';
import { isModelIdShape } from '../../src/catalog/model-id-shape.js';

it.each([
  'anthropic.claude-v2',
  'anthropic.claude-v2:1',
  'anthropic.claude-instant-v1',
  'anthropic.claude-3-haiku',
  'anthropic.claude-3.5-sonnet',
  'anthropic.claude-opus-4',
  'anthropic.claude-mythos-preview',
  'anthropic.claude-saga-9',
  'anthropic.claude-2-1-v1:0',
  'anthropic.claude-3-v1',
])('%s names one model', (base) => {
  expect(isModelIdShape(base)).toBe(true);
});

it.each([
  'anthropic.claude',
  'anthropic.claude-',
  'anthropic.claude-3',
  'anthropic.claude-3.5',
  'anthropic.claude-3-5-',
  'anthropic.claude-3-v',
  'anthropic.claude-opus',
  'anthropic.claude-instant',
  'anthropic.claude-preview',
  'anthropic.claude-code-2.1.0',
  'claude-opus-4',
  'us.anthropic.claude-opus-4',
])('%s does not', (base) => {
  expect(isModelIdShape(base)).toBe(false);
});
