import { isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json.ts';

/** An interactive element and the block it stands in. */
export interface Placed {
  readonly blockId: string;
  readonly block: JsonObject;
  readonly element: JsonObject;
}

/** What a person chose or typed: text, a date, an option's value, several of them, or nothing. */
export type Choice = string | readonly string[] | null;

/** Every element with an action_id, in the order of the blocks. */
export function placedElements(blocks: readonly JsonObject[]): readonly Placed[] {
  return blocks.flatMap((block) => {
    const blockId = textOf(block.block_id);
    const inner = objectsOf(block.child_blocks);
    const here = elementsOf(block).map((element) => ({ blockId, block, element }));
    return [...here, ...placedElements(inner)];
  });
}

function elementsOf(block: JsonObject): readonly JsonObject[] {
  const cards = block.type === 'carousel' ? objectsOf(block.elements) : [];
  const candidates = [
    ...objectsOf(block.elements),
    ...objectsOf(block.actions),
    block.accessory,
    block.element,
  ];
  const own = candidates.filter(isObject).filter((element) => 'action_id' in element);
  return [...own, ...cards.flatMap(elementsOf)];
}

/** The element's state, under the field names of its type. */
export function stateOf(element: JsonObject, choice: Choice | undefined): JsonObject {
  const type = textOf(element.type);
  return { type, ...chosen(element, type, choice) };
}

function chosen(element: JsonObject, type: string, choice: Choice | undefined): JsonObject {
  if (type.startsWith('multi_users')) return { selected_users: listOf(choice) };
  if (type.startsWith('multi_') || type === 'checkboxes') {
    return { selected_options: chosenOptions(element, choice) };
  }
  const [field, initial] = FIELDS[type] ?? ['value', 'initial_value'];
  if (choice === undefined) return { [field]: element[initial] ?? null };
  const [first = ''] = listOf(choice);
  if (field !== 'selected_option') return { [field]: first === '' ? null : first };
  return { selected_option: optionsOf(element, [first])[0] ?? null };
}

const chosenOptions = (element: JsonObject, choice: Choice | undefined): unknown =>
  choice === undefined ? (element.initial_options ?? []) : optionsOf(element, listOf(choice));

function listOf(choice: Choice | undefined): readonly string[] {
  if (choice === undefined || choice === null) return [];
  return typeof choice === 'string' ? [choice] : choice;
}

/** Where each type keeps its choice, and what it starts with. */
const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  overflow: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
};

/** The options with these values; an external select's are known by value alone. */
function optionsOf(element: JsonObject, values: readonly string[]): readonly JsonObject[] {
  const groups = objectsOf(element.option_groups);
  const options = [
    ...objectsOf(element.options),
    ...groups.flatMap((group) => objectsOf(group.options)),
  ];
  const external = textOf(element.type).includes('external');
  return values.flatMap((value) => {
    const option = options.find((known) => known.value === value);
    if (option) return [option];
    return external ? [{ text: { type: 'plain_text', text: value, emoji: true }, value }] : [];
  });
}

const STATELESS = new Set(['button', 'overflow', 'feedback_buttons', 'icon_button', 'image']);

type Choices = (placed: Placed) => Choice | undefined;

/** `state.values`: what every input on the surface holds. */
export function stateValues(blocks: readonly JsonObject[], choices: Choices): JsonObject {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const placed of placedElements(blocks)) {
    if (STATELESS.has(textOf(placed.element.type))) continue;
    const inBlock = values[placed.blockId] ?? {};
    inBlock[textOf(placed.element.action_id)] = stateOf(placed.element, choices(placed));
    values[placed.blockId] = inBlock;
  }
  return values;
}

/** The entry of `actions` for one element that was used. */
export function actionOf(placed: Placed, choice: Choice | undefined, ts: string): JsonObject {
  const { element, blockId } = placed;
  const base = { action_id: element.action_id, block_id: blockId };
  return { ...base, ...usedOf(element, choice), type: element.type, action_ts: ts };
}

function usedOf(element: JsonObject, choice: Choice | undefined): JsonObject {
  switch (element.type) {
    case 'button':
      return presentFields(element, ['text', 'value', 'style']);
    case 'icon_button':
      return presentFields(element, ['text', 'value', 'icon']);
    case 'feedback_buttons': {
      const which = choice === 'negative' ? 'negative_button' : 'positive_button';
      return presentFields(objectOf(element[which]), ['text', 'value']);
    }
    default:
      return stateOf(element, choice);
  }
}

const presentFields = (from: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
