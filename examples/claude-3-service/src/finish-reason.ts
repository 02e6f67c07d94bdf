import type { StopReason } from '@aws-sdk/client-bedrock-runtime';

/** The ticket desk knows the words of another vendor. */
export function toFinishReason(reason: StopReason | undefined): string {
  switch (reason) {
    case 'tool_use':
      return 'tool_calls';
    case 'max_tokens':
      return 'length';
    default:
      return 'stop';
  }
}
