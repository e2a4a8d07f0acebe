import { isObject, type JsonObject, textOf } from '../json.ts';

/** Notes what is wrong with a value; `at` is its JSON pointer. */
export type Check = (value: unknown, at: string, errors: string[]) => void;

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** One complaint, worded as Slack words them. */
export const complaint = (words: string, at: string): string =>
  `[ERROR] ${words} [json-pointer:${at}]`;

export const anything: Check = () => undefined;

export const flag: Check = (value, at, errors) => {
  if (typeof value !== 'boolean') errors.push(complaint('must provide a boolean', at));
};

/** Text of so many characters, at least one unless said otherwise. */
export const string =
  ({ min = 1, max = Number.POSITIVE_INFINITY }: Bounds = {}): Check =>
  (value, at, errors) => {
    if (typeof value !== 'string') errors.push(complaint('must provide a string', at));
    else if (value.length < min)
      errors.push(complaint(`must be more than ${min - 1} characters`, at));
    else if (value.length > max)
      errors.push(complaint(`must be less than ${max + 1} characters`, at));
  };

export const integer =
  ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds = {}): Check =>
  (value, at, errors) => {
    if (!Number.isInteger(value)) errors.push(complaint('must provide an integer', at));
    else if (Number(value) < min) errors.push(complaint(`must be at least ${min}`, at));
    else if (Number(value) > max) errors.push(complaint(`must be at most ${max}`, at));
  };

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, at, errors) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      errors.push(complaint(`must be one of: ${allowed.join(', ')}`, at));
    }
  };

/** An address that Slack links to. */
export const webAddress =
  (max: number): Check =>
  (value, at, errors) => {
    string({ max })(value, at, errors);
    if (!/^(?:https?|slack|mailto|tel):/iu.test(textOf(value))) {
      errors.push(complaint('must provide a valid url', at));
    }
  };

export const pattern =
  (expression: RegExp, name: string): Check =>
  (value, at, errors) => {
    if (!expression.test(textOf(value))) errors.push(complaint(`must be a valid ${name}`, at));
  };

export const list =
  (item: Check, { min = 1, max = Number.POSITIVE_INFINITY }: Bounds = {}): Check =>
  (value, at, errors) => {
    if (!Array.isArray(value)) {
      errors.push(complaint('must provide an array', at));
      return;
    }
    if (value.length > max) errors.push(complaint(`no more than ${max} items allowed`, at));
    if (value.length < min) errors.push(complaint(`at least ${min} items required`, at));
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, errors);
    });
  };

type Fields = Readonly<Record<string, Check>>;

/** An object with these fields and no others; `type` is checked elsewhere. */
export const shape = (required: Fields, optional: Fields = {}): Check => {
  const known = new Map(Object.entries({ ...optional, ...required, type: anything }));
  return (value, at, errors) => {
    if (!isObject(value)) {
      errors.push(complaint('must provide an object', at));
      return;
    }
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) errors.push(complaint(`missing required field: ${name}`, at));
    }
    checkFields(known, value, at, errors);
  };
};

function checkFields(
  known: ReadonlyMap<string, Check>,
  value: JsonObject,
  at: string,
  errors: string[],
): void {
  for (const [name, field] of Object.entries(value)) {
    const check = known.get(name);
    if (check === undefined) errors.push(complaint(`invalid additional property: ${name}`, at));
    else if (field !== undefined) check(field, `${at}/${name}`, errors);
  }
}

/** Objects told apart by their `type`. */
export const byType =
  (types: Fields): Check =>
  (value, at, errors) => {
    if (!isObject(value)) {
      errors.push(complaint('must provide an object', at));
      return;
    }
    const type = textOf(value.type);
    const check = Object.hasOwn(types, type) ? types[type] : undefined;
    if (check) check(value, at, errors);
    else errors.push(complaint(`unsupported type: ${type || 'none'}`, `${at}/type`));
  };

export const all =
  (...checks: readonly Check[]): Check =>
  (value, at, errors) => {
    for (const check of checks) check(value, at, errors);
  };

/** Put off until it is needed: for checks that name each other. */
export const later =
  (check: () => Check): Check =>
  (value, at, errors) => {
    check()(value, at, errors);
  };
