import type { Tool } from '@aws-sdk/client-bedrock-runtime';

const text = { type: 'string' };

export const supportTools: Tool[] = [
  {
    toolSpec: {
      name: 'mark_urgent',
      description: 'Puts the ticket on top of the list and tells the person on duty.',
      inputSchema: { json: { type: 'object', properties: { reason: text }, required: ['reason'] } },
    },
  },
  {
    toolSpec: {
      name: 'hand_over',
      description: 'Hands the ticket to another team.',
      inputSchema: { json: { type: 'object', properties: { team: text }, required: ['team'] } },
    },
  },
];
