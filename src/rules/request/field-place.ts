import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';
import type { Finding } from '../finding.js';

/** Where a finding about a property stands: at the property, or at the call where another file sets it. */
export function fieldPlace(
  { property, keptBy }: RequestField,
  call: ModelCall,
  { path }: Document,
): Pick<Finding, 'range' | 'related' | 'unrepaired'> {
  if (property.path === path)
    return {
      range: property.range,
      ...(keptBy !== undefined && { unrepaired: `it can't be taken out by an edit: ${keptBy}` }),
    };
  // JSON in a text of this file: its parts stand where they are written.
  if (property.path.startsWith(`${path}#`)) return { range: property.range, unrepaired: 'it is written in a text' };
  return {
    range: call.range,
    related: [{ path: property.path, range: property.range, message: 'It is set here.' }],
    unrepaired: `it is set in ${property.path}`,
  };
}
