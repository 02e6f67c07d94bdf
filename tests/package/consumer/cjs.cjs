const assert = require('node:assert/strict');
const { inferenceProfile } = require('bedrock-claude-runtime');
const plugin = require('eslint-plugin-bedrock-claude');
const transform = require('./node_modules/eslint-plugin-bedrock-claude/dist/codemods/claude-3-to-current.js');

assert.equal(plugin.meta.name, 'eslint-plugin-bedrock-claude');
assert.ok(plugin.configs.recommended);
assert.equal(typeof inferenceProfile, 'function');
assert.equal(typeof transform.default, 'function');
