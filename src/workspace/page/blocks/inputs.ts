import { type JsonObject, objectsOf, textOf } from '../../json.ts';
import { el, uniqueId } from '../dom.ts';
import { changed, controlAttributes, type Field, keptIn } from './field.ts';
import { optionGroups, selectFrom } from './selects.ts';
import type { Choice } from './surface.ts';
import { plainText, textObject } from './text.ts';

/** Any element that takes a choice or words. */
export function control(field: Field): HTMLElement {
  const type = textOf(field.element.type);
  if (type === 'radio_buttons' || type === 'checkboxes') return choices(field, type);
  if (type.startsWith('multi_')) return manyOf(field);
  if (type.endsWith('_select')) return selectFrom(field);
  return typed(field, type);
}

const HTML_TYPES: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  number_input: 'number',
  email_text_input: 'email',
  url_text_input: 'url',
};

/** What each kind of field starts with. */
const initialOf = (element: JsonObject): string =>
  textOf(element.initial_value) || textOf(element.initial_date) || textOf(element.initial_time);

function typed(field: Field, type: string): HTMLElement {
  const { element } = field;
  const multiline = element.multiline === true;
  const attributes = {
    ...controlAttributes(field),
    class: 'field',
    placeholder: plainText(element.placeholder) || undefined,
    maxlength: typeof element.max_length === 'number' ? element.max_length : undefined,
    rows: multiline ? 3 : undefined,
    type: multiline ? undefined : (HTML_TYPES[type] ?? 'text'),
    autofocus: element.focus_on_load === true,
  };
  const input = el(multiline ? 'textarea' : 'input', attributes);
  input.value = String(keptIn(field) ?? initialOf(element));
  const note = (): void => changed({ ...field, dispatches: false }, input.value);
  input.addEventListener('input', note);
  input.addEventListener('change', () => changed(field, input.value));
  return input;
}

/** Radio buttons or checkboxes, as a group with its own name. */
function choices(field: Field, type: string): HTMLElement {
  const { element } = field;
  const single = type === 'radio_buttons';
  const name = uniqueId('choice');
  const start = single ? [element.initial_option] : objectsOf(element.initial_options);
  const chosen = chosenValues(keptIn(field), objectsOf(start));
  const group = el('div', {
    class: 'choices',
    role: single ? 'radiogroup' : 'group',
    ...controlAttributes(field),
  });
  for (const option of objectsOf(element.options)) {
    const value = textOf(option.value);
    const input = el('input', { type: single ? 'radio' : 'checkbox', name, value });
    input.checked = chosen.includes(value);
    group.append(optionLabel(option, input, field));
  }
  group.addEventListener('change', () => changed(field, checkedIn(group, single)));
  return group;
}

const chosenValues = (
  kept: Choice | undefined,
  initial: readonly JsonObject[],
): readonly string[] => {
  if (kept === undefined) return initial.map((option) => textOf(option.value));
  return typeof kept === 'string' ? [kept] : (kept ?? []);
};

function optionLabel(option: JsonObject, input: HTMLInputElement, { surface }: Field): HTMLElement {
  const description = option.description;
  return el(
    'label',
    { class: 'choice' },
    input,
    el('span', {}, textObject(option.text, surface.names)),
    description === undefined
      ? null
      : el('span', { class: 'choice-hint' }, textObject(description, surface.names)),
  );
}

function checkedIn(group: HTMLElement, single: boolean): Choice {
  const values = [...group.querySelectorAll<HTMLInputElement>('input:checked')].map(
    (input) => input.value,
  );
  return single ? (values[0] ?? null) : values;
}

/** A menu of which several may be chosen: a list of checkboxes. */
function manyOf(field: Field): HTMLElement {
  const { element, surface } = field;
  const users = surface.names.users.map(({ id, name }) => ({
    text: { type: 'plain_text', text: name },
    value: id,
  }));
  const options = element.type === 'multi_users_select' ? users : optionGroups(element).flat();
  return choices({ ...field, element: { ...element, options } }, 'checkboxes');
}
