/** Longest line that is not broken up. */
const LINE = 96;

/** JSON with what is short on one line, so that a message fits on a screen. */
export function readableJson(value: unknown, indent = ''): string {
  const short = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + short.length <= LINE) {
    return short;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Object.entries(value).map(([name, field]) => {
    const written = readableJson(field, inner);
    return Array.isArray(value)
      ? `${inner}${written}`
      : `${inner}${JSON.stringify(name)}: ${written}`;
  });
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).map(
    ([name, field]) => `${JSON.stringify(name)}: ${oneLine(field)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
