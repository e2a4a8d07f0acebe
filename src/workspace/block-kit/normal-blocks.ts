import { isObject, type JsonObject } from '../json.ts';

/** Blocks as Slack stores them: with every id and every default written out. */
export function storedBlocks(
  blocks: readonly JsonObject[],
  newId: () => string,
): readonly JsonObject[] {
  return blocks.map((block) => ({
    ...storedFields(block, newId),
    block_id: block.block_id ?? newId(),
  }));
}

/** A plain_text label with its defaults; null stays null. */
export const storedLabel = (value: unknown): JsonObject | null =>
  isObject(value) ? { emoji: true, ...value } : null;

const ACTS = new Set([
  'button',
  'overflow',
  'feedback_buttons',
  'icon_button',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
  'datetimepicker',
]);

const acts = (type: unknown): boolean =>
  typeof type === 'string' &&
  (ACTS.has(type) || type.endsWith('_select') || type.endsWith('_input'));

function storedFields(value: JsonObject, newId: () => string): JsonObject {
  const fields = Object.entries(value).map(([name, field]) => [name, stored(field, newId)]);
  const same: JsonObject = Object.fromEntries(fields);
  if (value.type === 'plain_text') return { emoji: true, ...same };
  if (value.type === 'mrkdwn') return { verbatim: false, ...same };
  if (acts(value.type)) return { action_id: newId(), ...same };
  return same;
}

function stored(value: unknown, newId: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => stored(item, newId));
  return isObject(value) ? storedFields(value, newId) : value;
}
