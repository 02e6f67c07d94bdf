import type { BlockMend, BlockRead, ElementPlace } from '../../documents/block-read.js';
import { type CodeStyle, codeStyleOf } from '../../edits/code-style.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';

export type FirstTextRepair = 'findText' | 'useTextOf';

/** Reads the text where it is: the first block that has one, or all of them through the runtime. None where it can't be written correctly. */
export function firstTextRepairs(
  { mend, dialect, typing, list }: BlockRead,
  text: string,
  { repairStyle }: Policy,
): readonly Repair<FirstTextRepair>[] {
  if (!mend) return [];
  if (repairStyle === 'runtime' && mend.kind === 'expression') {
    const edits = [{ range: mend.whole, text: `textOf(${list})` }];
    const imports = [{ module: 'bedrock-claude-runtime', name: 'textOf' }];
    return [{ id: 'useTextOf', safety: 'review', edits, imports }];
  }
  const style = codeStyleOf(text);
  const asksForType = mend.kind === 'rewritten' && mend.asksForType;
  const test = testOf(dialect, typing, style, asksForType);
  const edits = test === null ? null : editsOf(mend, typing, test, style);
  return edits ? [{ id: 'findText', safety: 'review', edits }] : [];
}

/** What tells a block of text from others, in words that compile under a strict compiler. */
function testOf(
  dialect: BlockRead['dialect'],
  typing: BlockRead['typing'],
  { quote }: CodeStyle,
  asksForType: boolean,
): string | null {
  if (typing === 'unknown') return null;
  const byKey = !asksForType && (dialect === 'converse' || typing === 'own');
  const condition = byKey ? 'block.text !== undefined' : `block.type === ${quote}text${quote}`;
  // The compiler has no type for the parameter of a callback that anything is called with.
  const type = typing === 'any' ? (byKey ? ': { text?: string }' : ': { type: string }') : '';
  return `(block${type}) => ${condition}`;
}

function editsOf(mend: BlockMend, typing: BlockRead['typing'], test: string, style: CodeStyle): TextEdit[] | null {
  const found = ({ range, isOptional }: ElementPlace): TextEdit => ({
    range,
    text: `${isOptional ? '?.' : '.'}find(${test})`,
  });
  switch (mend.kind) {
    case 'expression':
      return expressionEdits(mend, typing, found(mend.element), style);
    case 'rewritten':
      if (typing === 'own' && !mend.keepsType) return null;
      return mend.edits.map(({ range, before, found: search, after }) => {
        const code = search ? `${search.list}${search.isOptional ? '?.' : '.'}find(${test})` : '';
        return { range, text: `${before}${code}${after}` };
      });
    case 'name': {
      // The type of the name would change under code that nobody looks at here.
      if (typing === 'own') return null;
      const name: TextEdit[] = mend.name ? [{ range: mend.name.range, text: mend.name.name }] : [];
      return [...name, found(mend.element), ...mend.dots.map(toOptional)];
    }
    case 'pattern': {
      if (typing === 'own') return null;
      const element = found(mend.element);
      return [
        { range: mend.pattern, text: mend.name },
        { ...element, text: `${element.text}?.text` },
      ];
    }
  }
}

function expressionEdits(
  { whole, dot, isAsserted, isOperand }: Extract<BlockMend, { kind: 'expression' }>,
  typing: BlockRead['typing'],
  element: TextEdit,
  { quote }: CodeStyle,
): TextEdit[] {
  if (dot === null) return [element];
  if (isAsserted && typing === 'library') return [{ ...element, text: `${element.text}!` }];
  if (typing !== 'own') return [element, toOptional(dot)];
  const [open, close] = isOperand ? ['(', ')'] : ['', ''];
  const start: TextEdit[] = isOperand ? [{ range: [whole[0], whole[0]], text: open }] : [];
  return [...start, element, toOptional(dot), { range: [whole[1], whole[1]], text: ` ?? ${quote}${quote}${close}` }];
}

function toOptional(dot: TextEdit['range']): TextEdit {
  return { range: dot, text: '?.' };
}
