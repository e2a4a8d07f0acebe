import { type JsonObject, objectOf, objectsOf, textOf } from '../../json.ts';
import { el, uniqueId } from '../dom.ts';
import { changed, controlAttributes, type Field, keptIn } from './field.ts';
import { plainText } from './text.ts';

/** A menu of which one is chosen; one whose options the app looks up is a field with suggestions. */
export const selectFrom = (field: Field): HTMLElement =>
  field.element.type === 'external_select' ? lookedUp(field) : native(field);

/** All options of a static menu; a menu without groups is one group. */
export function optionGroups(element: JsonObject): readonly (readonly JsonObject[])[] {
  const groups = objectsOf(element.option_groups).map((group) => objectsOf(group.options));
  return groups.length > 0 ? groups : [objectsOf(element.options)];
}

function native(field: Field): HTMLElement {
  const { element } = field;
  const select = el('select', { ...controlAttributes(field), class: 'field' });
  select.append(el('option', { value: '' }, plainText(element.placeholder) || 'Choose one'));
  for (const group of optionElements(field)) select.append(group);
  select.value = String(keptIn(field) ?? initialOf(element));
  select.addEventListener('change', () => changed(field, select.value || null));
  return select;
}

function optionElements({ element, surface }: Field): readonly HTMLElement[] {
  const { names } = surface;
  if (element.type === 'users_select') return names.users.map(named);
  if (element.type !== 'static_select') return names.channels.map(named);
  const groups = objectsOf(element.option_groups);
  if (groups.length === 0) return objectsOf(element.options).map(option);
  return groups.map((group) =>
    el('optgroup', { label: plainText(group.label) }, ...objectsOf(group.options).map(option)),
  );
}

const option = (from: JsonObject): HTMLElement =>
  el('option', { value: textOf(from.value) }, plainText(from.text));

const named = ({ id, name }: { readonly id: string; readonly name: string }): HTMLElement =>
  el('option', { value: id }, name);

const initialOf = (element: JsonObject): string =>
  textOf(objectOf(element.initial_option).value) ||
  textOf(element.initial_user) ||
  textOf(element.initial_conversation) ||
  textOf(element.initial_channel);

/** Milliseconds of quiet before the app is asked for suggestions. */
const QUIET = 200;

/** Typing asks the app for options; the browser shows them under the field. */
function lookedUp(field: Field): HTMLElement {
  const { element, surface } = field;
  const list = el('datalist', { id: uniqueId('options') });
  const input = el('input', {
    ...controlAttributes(field),
    class: 'field',
    type: 'text',
    list: list.id,
    autocomplete: 'off',
    placeholder: plainText(element.placeholder) || undefined,
  });
  const values = new Map<string, string>();
  const initial = objectOf(element.initial_option);
  input.value = String(keptIn(field) ?? plainText(initial.text));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const options = await surface.suggest(textOf(element.action_id), input.value);
    for (const found of options) values.set(plainText(found.text), textOf(found.value));
    list.replaceChildren(...options.map((found) => el('option', { value: plainText(found.text) })));
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), QUIET);
  });
  input.addEventListener('change', () => changed(field, values.get(input.value) ?? null));
  return el('span', { class: 'looked-up' }, input, list);
}
