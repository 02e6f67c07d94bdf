import { inferenceProfile, InferenceProfileError } from 'bedrock-claude-runtime';
import plugin from 'eslint-plugin-bedrock-claude';
import { defineConfig } from 'eslint/config';

export default defineConfig([plugin.configs.recommended]);

export function profileOf(modelId: string): string | undefined {
  try {
    return inferenceProfile(modelId, { allowedScopes: ['eu'] });
  } catch (error) {
    if (error instanceof InferenceProfileError && error.code === 'SCOPE_NOT_ALLOWED') return undefined;
    throw error;
  }
}
