import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import type { CatalogModel } from '../../../src/catalog/schema.js';
import type { TextFeatures } from '../../../src/catalog/tokenizer.js';
import { textFeatures } from '../../../src/rules/token-estimate/text-features.js';
import { textBand } from '../../../src/rules/token-estimate/token-band.js';

const older = modelOf('anthropic.claude-sonnet-4-5-20250929-v1:0');
const newer = modelOf('anthropic.claude-opus-4-8');

// What @anthropic-ai/tokenizer 0.0.4 (Claude 2) and o200k_base make of them.
const counted: readonly (readonly [name: string, claude2: number, o200k: number, text: string])[] = [
  [
    'English',
    37,
    37,
    'You are the support assistant of a bookshop. Answer in at most three sentences, never promise a delivery date, and ask for the order number when the customer did not give one.',
  ],
  [
    'German',
    59,
    38,
    'Die Antwort muss in höchstens drei Sätzen erklären, warum die Bestellung verspätet ist, und eine Entschuldigung enthalten. Nenne niemals interne Kennzahlen oder Namen von Mitarbeitenden.',
  ],
  [
    'Japanese',
    69,
    38,
    'お客様からのお問い合わせには、必ず丁寧な日本語で回答してください。注文番号が分からない場合は、推測せずに確認をお願いしてください。',
  ],
  ['Chinese', 39, 27, '请始终使用礼貌的中文回答客户的问题。如果不知道订单号，请不要猜测，而是请客户提供更多信息。'],
  [
    'Korean',
    58,
    33,
    '고객의 질문에는 항상 정중한 한국어로 답변해 주세요. 주문 번호를 모르는 경우 추측하지 말고 확인을 요청하세요.',
  ],
  [
    'Arabic',
    104,
    33,
    'أجب دائمًا على أسئلة العملاء بلغة عربية مهذبة. إذا كنت لا تعرف رقم الطلب فلا تخمن واطلب من العميل تأكيده.',
  ],
  ['Hindi', 133, 36, 'ग्राहकों के प्रश्नों का उत्तर हमेशा विनम्र हिंदी में दें। यदि ऑर्डर नंबर ज्ञात न हो तो अनुमान न लगाएँ और पुष्टि माँगें।'],
  [
    'Russian',
    64,
    33,
    'Всегда отвечайте на вопросы клиентов вежливо и по-русски. Если номер заказа неизвестен, не угадывайте, а попросите уточнить.',
  ],
  [
    'Greek',
    115,
    36,
    'Απαντάτε πάντα ευγενικά στις ερωτήσεις των πελατών. Αν δεν γνωρίζετε τον αριθμό παραγγελίας, μην μαντεύετε.',
  ],
  [
    'emoji',
    57,
    33,
    '✅ Paid 🚚 Shipped 📦 Delivered ❌ Cancelled 🔁 Returned ⏳ Waiting 💬 Answered ⭐⭐⭐⭐⭐ rated 🙏 thanks 🎉',
  ],
  [
    'TypeScript',
    63,
    56,
    'export async function load(path: string): Promise<readonly Order[]> {\n  const rows = await readRows(path);\n  return rows.filter(({ total }) => total > 0).map((row) => ({ ...row, paidAt: row.paidAt ?? null }));\n}\n',
  ],
  [
    'JSON',
    55,
    56,
    '{"order":{"id":"A-10293","lines":[{"sku":"978-0141439518","quantity":2,"price":8.99},{"sku":"978-0141439587","quantity":1,"price":7.49}],"currency":"EUR"}}',
  ],
  [
    'numbers',
    47,
    53,
    '2026-11-22T16:53:32Z 1024 4096 3.14159 1250000 00491701234567 550e8400-e29b-41d4-a716-446655440000',
  ],
];

describe.each(counted)('%s', (_, claude2, o200k, text) => {
  it('lies within the band, by an old tokenizer of Claude and by a frugal one', () => {
    const { low, high } = textBand(text, [older]);
    expect(low).toBeLessThanOrEqual(Math.min(claude2, o200k));
    expect(high).toBeGreaterThanOrEqual(Math.max(claude2, o200k));
  });
});

// Measured with Anthropic's token counter: characters a token of English prose, by Claude 4.6 and by Claude 4.7.
test('brackets what the token counter says of English prose', () => {
  const [english = ''] = counted.flatMap(([name, , , text]) => (name === 'English' ? [text] : []));
  const prose = Array.from({ length: 30 }, () => english).join(' ');
  const [before, since] = [textBand(prose, [older]), textBand(prose, [newer])];
  expect(before.low).toBeLessThan(prose.length / 4.33);
  expect(before.high).toBeGreaterThan(prose.length / 4.33);
  expect(since.low).toBeLessThan(prose.length / 3.6);
  expect(since.high).toBeGreaterThan((prose.length / 4.33) * 1.47);
});

test('several models share the widest band', () => {
  const text = 'Answer in at most three sentences.';
  expect(textBand(text, [older, newer])).toEqual({
    low: textBand(text, [older]).low,
    high: textBand(text, [newer]).high,
  });
});

test('nothing is no tokens', () => expect(textBand('', [older])).toEqual({ low: 0, high: 0 }));

test('rulers and white space cost next to nothing at least, and some at most', () => {
  const { low, high } = textBand(`${'='.repeat(400)}\n${' '.repeat(400)}`, [older]);
  expect(low).toBeLessThan(40);
  expect(high).toBeGreaterThan(100);
});

describe('features', () => {
  test.each<[string, Partial<TextFeatures>]>([
    ['the lastUserName', { word: 2, innerWord: 2, longLetters: 0 }],
    ['internationalisation', { word: 1, longLetters: 14 }],
    ['HTTPServer', { word: 1, innerWord: 0, longLetters: 4 }],
    ['12 1234567', { digits: 4 }],
    ['a  b\n\nc', { word: 3, gap: 2 }],
    ['naïve', { word: 1, accented: 1 }],
    ['…”', { other: 2 }],
    ['😀', { other: 1 }],
    ['漢字かなカナ한글', { han: 2, kana: 4, hangul: 2 }],
  ])('of %s', (text, expected) => expect(textFeatures(text)).toMatchObject(expected));

  test('add up: two texts with a space between them are their sum', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9.,;é漢]+$/);
    fc.assert(
      fc.property(word, word, (left, right) => {
        const [a, b, both] = [textFeatures(left), textFeatures(right), textFeatures(`${left} ${right}`)];
        expect(both).toEqual(sum(a, b));
      }),
    );
  });

  test('every character of any text counts for something, or is a space, or goes on with a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const total = Object.values<number>({ ...textFeatures(text) }).reduce((left, right) => left + right, 0);
        expect(total).toBeGreaterThanOrEqual(/^ ?$/.test(text) ? 0 : 1);
        expect(Number.isFinite(total)).toBe(true);
      }),
    );
  });
});

function sum(a: TextFeatures, b: TextFeatures) {
  const second = new Map<string, number>(Object.entries(b));
  return Object.fromEntries(
    [...new Map<string, number>(Object.entries(a))].map(([name, count]) => [name, count + (second.get(name) ?? 0)]),
  );
}

function modelOf(id: string): CatalogModel {
  const model = catalog.findModel(id);
  if (!model) throw new Error(`${id} is not in the catalog`);
  return model;
}
