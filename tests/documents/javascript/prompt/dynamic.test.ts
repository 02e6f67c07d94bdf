import { describe, expect, it } from 'vitest';
import { partsIn, partsOf, shownParts, textSource } from './read-prompt.js';

describe('a part that differs from call to call', () => {
  it.each([
    ['a time stamp', 'Date.now()', '', '<clock>'],
    ['a date', '`${new Date()}`', '', '<clock>'],
    ['a date as text', 'new Date().toISOString()', '', '<clock>'],
    ['a date of its own', 'new Date(Date.now() - 1000).toISOString()', '', '<clock>'],
    ['a time that is counted with', '`${Math.floor(Date.now() / 1000)}`', '', '<clock>'],
    ['the time of a library', `dayjs().format('HH:mm')`, `import dayjs from 'dayjs';`, '<clock>'],
    ['the time of luxon', 'DateTime.now().toISO()', `import { DateTime } from 'luxon';`, '<clock>'],
    ['a formatted time', `format(new Date(), 'HH:mm')`, `import { format } from 'date-fns';`, '<clock>'],
    ['the day', 'new Date().toDateString()', '', '<clock day>'],
    ['the day in a language', `new Date().toLocaleDateString('en-US', { weekday: 'long' })`, '', '<clock day>'],
    ['the hour in a language', `new Date().toLocaleDateString('en-US', { hour: 'numeric' })`, '', '<clock>'],
    ['the day of ISO', 'new Date().toISOString().slice(0, 10)', '', '<clock day>'],
    ['the first piece of ISO', `new Date().toISOString().split('T')[0]`, '', '<clock day>'],
    ['the year', '`${new Date().getFullYear()}`', '', '<clock day>'],
    ['the day of a library', `moment().format('YYYY-MM-DD')`, `import moment from 'moment';`, '<clock day>'],
    [
      'the day of date-fns',
      `fmt(new Date(), 'yyyy-MM-dd')`,
      `import { format as fmt } from 'date-fns';`,
      '<clock day>',
    ],
    ['chance', '`${Math.random()}`', '', '<random>'],
    ['an element by chance', 'L[Math.floor(Math.random() * L.length)]', `const L = ['x', 'y'];`, '<random>'],
    ['a UUID of the platform', 'crypto.randomUUID()', '', '<random>'],
    ['a UUID of Node', 'randomUUID()', `import { randomUUID } from 'node:crypto';`, '<random>'],
    ['bytes of Node', `randomBytes(8).toString('hex')`, `import { randomBytes } from 'crypto';`, '<random>'],
    ['a UUID', 'id()', `import { v4 as id } from 'uuid';`, '<random>'],
    ['a part of a nanoid', 'nanoid().slice(0, 4)', `import { nanoid } from 'nanoid';`, '<random>'],
    [
      'a constant of a function',
      'f()',
      'const f = () => {\n  const now = Date.now();\n  return `x ${now}`;\n};',
      '"x " <clock>',
    ],
    [
      'an argument of a helper',
      'f(new Date())',
      'const f = (now: Date) => `x ${now.toISOString()} y`;',
      '"x " <clock> " y"',
    ],
    ['a value in JSON', 'JSON.stringify({ at: Date.now() })', '', '"{\\"at\\":" <clock> "}"'],
    ['a term of a sum', `'x' + Date.now()`, '', '"x" <clock>'],
    ['a time that is made once', '`${NOW.toISOString()}`', 'const NOW = new Date();', '<clock process>'],
    [
      'an ID that is made once',
      'ID',
      `import { randomUUID } from 'crypto';\nconst ID = randomUUID();`,
      '<random process>',
    ],
    ['a counter', '`${n}`', 'let n = 0;\nexport const next = () => {\n  n++;\n};', '<counter>'],
    [
      'the length of a list that grows',
      '`${L.length}`',
      'const L: string[] = [];\nexport const add = (x: string) => L.push(x);',
      '<counter>',
    ],
    [
      'a list that grows',
      `L.join('\\n')`,
      'const L: string[] = [];\nexport const add = (x: string) => L.push(x);',
      '<counter>',
    ],
    [
      'a set that grows',
      'JSON.stringify([...S])',
      'const S = new Set();\nexport const add = (x: string) => S.add(x);',
      '"[" <serialisation> "]"',
    ],
  ])('is %s', (_, expression, before, parts) => {
    expect(shownParts(partsOf(expression, before))).toBe(parts);
  });

  it.each([
    ['a part of a request', 'req: any', '', 'req.body.question', '<request>'],
    ['a header', 'request: Request', '', `request.headers.get('x-id')`, '<request>'],
    [
      'what JSON of a request says',
      'request: Request',
      'const { question } = await request.json();',
      'question',
      '<request>',
    ],
    ['a parameter of Koa', 'ctx: any', '', 'ctx.params.id', '<request>'],
    ['a body of Hono', 'c: any', 'const body = await c.req.json();', 'body.question', '<request>'],
    ['a user', 'user: any', '', 'user.name', '<user>'],
    ['the user of a session', 'session: any', '', '`${session.user.email}`', '<user>'],
    ['the user of a request', 'req: any', '', 'req.user.id', '<user>'],
    ['the ID of a user', 'userId: string', '', 'userId', '<user>'],
    ['a name out of a parameter', '{ userName }: any', '', 'userName', '<user>'],
    ['a user that is looked up', 'id: string, load: any', 'const user = await load(id);', 'user.email', '<user>'],
    ['a user with a default', 'user: any', '', `user.name ?? 'guest'`, '<user>'],
  ])('is %s', (_, parameters, inside, expression, parts) => {
    const source = textSource(expression, '', inside, parameters).replace('function ask', 'async function ask');
    expect(shownParts(partsIn(source))).toBe(parts);
  });

  it.each([
    ['`handler`', 'export const handler = async (event: any) => {', 'JSON.parse(event.body).question'],
    ['a wrapped handler', 'export const handler = middy(async ({ body: text }: any) => {', 'text'],
    ['`exports.handler`', 'exports.handler = async function (event: any) {', 'event.question'],
  ])('is what Lambda hands to %s', (_, head, expression) => {
    const source = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\ndeclare const middy: any, exports: any;\n${head}\nnew ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6', system: [{ text: ${expression} }] });\n}${head.includes('middy') ? ')' : ''};`;
    expect(shownParts(partsIn(source))).toBe('<request>');
  });

  it('is what Next.js reads of a request', () => {
    const before = `import { cookies, headers } from 'next/headers';`;
    expect(shownParts(partsOf(`headers().get('x-id')`, before))).toBe('<request>');
    expect(shownParts(partsOf(`headers().get('accept-language')`, before))).toBe('<?>');
  });

  it('says where the hole is, and where its value is made', () => {
    const source = textSource('`x ${now} y`', '', 'const now = new Date();');
    const part = partsIn(source)[1];
    expect(part).toMatchObject({ kind: 'dynamic', expression: 'new Date()' });
    expect(part && source.slice(...part.place.range)).toBe('now');
    expect(part?.origin && source.slice(...part.origin.range)).toBe('new Date()');
  });
});

describe('what is not proven to differ', () => {
  it.each([
    ['a date that is given', `new Date('2026-01-01').toISOString()`, ''],
    ['a parameter called now', '`${a.now}`', ''],
    ['a clock of one’s own', 'Date.now()', 'const Date = { now: () => process.pid };'],
    ['a UUID of one’s own', 'randomUUID()', `import { randomUUID } from './ids';`],
    ['a name-based UUID', `v5('x', 'y')`, `import { v5 } from 'uuid';`],
    ['a time that is given to a library', 'dayjs(a).format()', `import dayjs from 'dayjs';`],
    ['a branch that may be left out', `b ? \`\${Date.now()}\` : 'x'`, ''],
    ['a user of the module', 'user.name', `const user = load();\ndeclare function load(): any;`],
    ['the length of a UUID', 'crypto.randomUUID().length', ''],
    ['a comparison with chance', 'Math.random() > 0.5', ''],
    ['a list that is only sorted', `L.join('')`, `const L = ['x'];\nL.sort();`],
  ])('is unknown: %s', (_, expression, before) => {
    expect(partsOf(expression, before).map(({ kind }) => kind)).not.toContain('dynamic');
  });

  it.each([
    ['the prompt a request asks for', 'request: any', 'request.systemPrompt'],
    ['a prompt in a body', 'req: any', 'req.body.systemPrompt'],
    ['the language of a request', 'req: any', 'req.query.lang'],
    ['a request as a whole', 'request: any', 'request.text'],
    ['an event of a function that is no handler', 'event: any', 'event.title'],
    ['the role of a user', 'user: any', 'user.role'],
    ['the name of something else', 'tool: any', 'tool.name'],
    ['a context', 'context: any', 'context.text'],
  ])('is unknown: %s', (_, parameters, expression) => {
    expect(shownParts(partsIn(textSource(expression, '', '', parameters)))).toBe('<?>');
  });

  it('is a user that the only caller writes out', () => {
    const source = textSource('`x ${user.name}`', '', '', 'user: any').replace('export ', '');
    expect(shownParts(partsIn(`${source}\nask({ name: 'y' });`))).toBe('"x " "y"');
  });
});
