import { scanModelNames } from '../../../catalog/scan-model-names.js';
import { describing, namesGeneration } from '../../names-generation.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Property names under which rows show a model to people. */
const displayNames = /^(?:name|label|title|text|displayName|display_name|modelName|shortName)$/;
const rowFacts = /(?:price|pricing|cost|contextWindow|context_window|maxInputTokens)/i;

/** `{ id: 'anthropic…', name: 'Claude 3.5 Sonnet' }`: changing the ID alone makes the row lie. */
export function isRow(tree: SyntaxTree, object: Node): boolean {
  if (object.type !== 'ObjectExpression') return false;
  return object.properties.some((property) => {
    if (property.type !== 'Property') return false;
    const name = staticName(property.key, property.computed) ?? '';
    const value = unwrap(property.value);
    if (rowFacts.test(name)) return true;
    if (value.type === 'ObjectExpression')
      return value.properties.some((inner) => inner.type === 'Property' && showsModel(tree, inner));
    return showsModel(tree, property);
  });
}

function showsModel(tree: SyntaxTree, property: Node): boolean {
  if (property.type !== 'Property') return false;
  const name = staticName(property.key, property.computed) ?? '';
  const value = unwrap(property.value);
  const text = tree.text.slice(value.range[0], value.range[1]);
  if (describing.test(name)) return value.type === 'Literal' && namesGeneration(text);
  if (!displayNames.test(name)) return false;
  return /claude/i.test(text) && scanModelNames(text).length === 0;
}
