/** An object that came as JSON: what its fields hold is for the reader to check. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects of an array; anything else in it is left out. */
export const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The text of a string field, '' when there is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value that JSON text holds, undefined where it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Form fields carry true as 'true' or '1'. */
export const isTrue = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1' || value === 1;
