import { declaredWith } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isParameter } from './name-uses.js';
import { inside, mayGoOn, reached, type Reading, type Spot } from './spot.js';
import { type ParameterNames, requestParameter, type RequestSource } from './request-parameters.js';

/** Parts of a request that a web framework fills in. A name with brackets is a method that reads it. */
const requestFields =
  /^(?:body|query|params|headers|cookies|ips?|url|originalUrl|hostname|nextUrl|session|user|queryStringParameters|pathParameters|json\(\)|text\(\)|formData\(\)|header\(\)|cookie\(\)|param\(\)|query\(\))$/;
/** The same of the context of AppSync and Koa. */
const contextFields = /^(?:args|arguments|identity|query|params|headers|cookies|ip|session|user)$/;
/** What may be the same for all users, or is the prompt itself. */
const shared =
  /prompt|system|instruction|context|document|template|persona|content|schema|tool|lang|locale|region|model|mode|type|kind|format|tone|style|version|stage|tenant|category|role|plan|tier|topic/i;

const people = /^(?:user|currentUser|loggedInUser|authUser|customer|employee|student|patient|member)$/i;
const personalFields =
  /^(?:id|_id|uid|uuid|sub|name|firstName|first_name|lastName|last_name|fullName|full_name|displayName|display_name|username|nickname|email|phone|address|birthday|age)$/;
const personalNames =
  /^(?:(?:user|customer|employee|student|patient|member)_?(?:id|name|email)|session_?id|user_?full_?name|display_?name|first_?name|last_?name)$/i;

/** Data of one request or one user, by the names it goes by from a parameter or the result of a call on. */
export function personalCauseOf(spot: Spot, reading: Reading): 'request' | 'user' | null {
  const names = namesOf(spot, reading);
  if (!names) return null;
  const last = names.path.findLast((name) => !/^\d+$/.test(name)) ?? '';
  if (names.isRequest) return shared.test(last) ? null : 'request';
  const owner = names.path.at(-2) ?? '';
  if (names.source && isPartOfRequest(names.source, names.path.slice(1)) && !shared.test(last))
    return people.test(owner) ? 'user' : 'request';
  if (personalNames.test(last)) return 'user';
  return personalFields.test(last) && people.test(owner) ? 'user' : null;
}

function isPartOfRequest(source: RequestSource, path: readonly string[]): boolean {
  const [first = '', second = ''] = path;
  switch (source) {
    case 'event':
      return path.length > 0;
    case 'request':
      return requestFields.test(first);
    case 'context':
      return contextFields.test(first) || (/^req(?:uest)?$/.test(first) && requestFields.test(second));
  }
}

interface Names extends ParameterNames {
  /** The value comes from `headers()`, `cookies()` or the like. */
  readonly isRequest?: true;
}

/** The names between a parameter or the result of a call and a value; `null` for values of the module's own. */
function namesOf(spot: Spot, reading: Reading): Names | null {
  const node = unwrap(spot.node);
  if (!mayGoOn(spot, reading)) return null;
  const below = (inner: Node, ...more: readonly string[]) => {
    const names = namesOf(inside(spot, inner), reading);
    return names && { ...names, path: [...names.path, ...more] };
  };
  switch (node.type) {
    case 'Identifier':
      return namesOfVariable({ ...spot, node }, reading);
    case 'MemberExpression': {
      const name = staticName(node.property, node.computed);
      return name === null || name === 'length' ? null : below(node.object, name);
    }
    case 'AwaitExpression':
      return below(node.argument);
    case 'LogicalExpression':
      return node.operator === '&&' ? null : below(node.left);
    case 'CallExpression':
      return namesOfCall({ ...spot, node }, reading);
    default:
      return null;
  }
}

const readers = /^(?:get|json|text|formData|header|cookie|param|query|toString|trim|toLowerCase|toUpperCase|slice)$/;

function namesOfCall(spot: Spot, reading: Reading): Names | null {
  const { node, tree } = spot;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (first && /^(?:JSON\.parse|String|decodeURIComponent)$/.test(globalName(tree, callee) ?? ''))
    return namesOf(inside(spot, first), reading);
  const library = libraryName({ tree, node: callee }, reading.reach);
  if (library && /^next\/headers(?:\.js)?$/.test(library.module)) return { path: library.path, isRequest: true };
  if (callee.type !== 'MemberExpression') return null;
  const method = staticName(callee.property, callee.computed) ?? '';
  const owner = readers.test(method) ? namesOf(inside(spot, callee.object), reading) : null;
  if (!owner) return null;
  const asked = first && /^(?:get|header|cookie|param|query)$/.test(method) ? staticName(first, true) : null;
  const read = /^(?:json|text|formData|header|cookie|param|query)$/.test(method) ? [`${method}()`] : [];
  return { ...owner, path: [...owner.path, ...read, ...(asked === null ? [] : [asked])] };
}

function namesOfVariable(spot: Spot, reading: Reading): Names | null {
  const { tree, node, scope } = spot;
  const variable = tree.variableOf(node);
  const name = variable?.identifiers[0];
  const [definition] = variable?.defs ?? [];
  if (!variable || !name || !definition || node.type !== 'Identifier') return null;
  const bound = scope.bindings.get(name);
  if (bound) return bound.kind === 'expression' ? namesOf(bound.spot, reading) : null;
  if (isParameter(definition)) return requestParameter(tree, definition);
  const declared = declaredWith(variable);
  if (!declared) return null;
  const value = reached(spot, { tree, node: declared.value });
  if (!value) return null;
  const names = namesOf(value, reading);
  if (names) return { ...names, path: [...names.path, ...declared.path] };
  const made = unwrap(declared.value);
  const call = made.type === 'AwaitExpression' ? unwrap(made.argument) : made;
  // Whatever a function of nobody's knowledge returns goes by the name it is given here.
  if (call.type !== 'CallExpression' || value.scope.isOnce) return null;
  return { path: declared.path.length > 0 ? declared.path : [node.name] };
}
