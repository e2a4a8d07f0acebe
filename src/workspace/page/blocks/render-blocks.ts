import { type JsonObject, objectOf, objectsOf, textOf } from '../../json.ts';
import { el, uniqueId } from '../dom.ts';
import { button, feedbackButtons, overflow, trashButton } from './buttons.ts';
import type { Field } from './field.ts';
import { control } from './inputs.ts';
import { mrkdwn } from './mrkdwn.ts';
import { richText } from './rich-text.ts';
import type { Surface } from './surface.ts';
import { table } from './table.ts';
import { plainText, textObject } from './text.ts';

/** Blocks as elements, in order; a block that is not known says so instead of vanishing. */
export function renderBlocks(blocks: readonly JsonObject[], surface: Surface): HTMLElement {
  return el('div', { class: 'blocks' }, ...blocks.map((block) => renderBlock(block, surface)));
}

type Render = (block: JsonObject, surface: Surface) => HTMLElement;

const RENDER: Readonly<Record<string, Render>> = {
  section,
  context,
  actions,
  context_actions: actions,
  input,
  image,
  table,
  data_table: table,
  container,
  card,
  divider: () => el('hr'),
  header: (block, { kind }) =>
    el(kind === 'home' ? 'h2' : 'h3', { class: 'block-header' }, plainText(block.text)),
  rich_text: (block, { names }) => richText(block, names),
  markdown: (block, { names }) => el('div', { class: 'text' }, mrkdwn(textOf(block.text), names)),
  carousel: (block, surface) => renderBlocks(objectsOf(block.elements), surface),
  alert: (block, { names }) =>
    el(
      'div',
      { class: `alert ${textOf(block.level)}`, role: 'note' },
      textObject(block.text, names),
    ),
};

function renderBlock(block: JsonObject, surface: Surface): HTMLElement {
  const type = textOf(block.type);
  const render = Object.hasOwn(RENDER, type) ? RENDER[type] : undefined;
  return render
    ? render(block, surface)
    : el('p', { class: 'unknown-block' }, `This page cannot show a block of type “${type}”.`);
}

function section(block: JsonObject, surface: Surface): HTMLElement {
  const { names } = surface;
  const text = el('div', { class: 'text', id: uniqueId('section') });
  if (block.text !== undefined) text.append(textObject(block.text, names));
  const fields = objectsOf(block.fields).map((field) =>
    el('div', { class: 'text' }, textObject(field, names)),
  );
  if (fields.length > 0) text.append(el('div', { class: 'fields' }, ...fields));
  if (block.accessory === undefined) return el('div', { class: 'section' }, text);
  const accessory = interactive(
    objectOf(block.accessory),
    textOf(block.block_id),
    surface,
    text.id,
  );
  return el('div', { class: 'section with-accessory' }, text, accessory);
}

function context(block: JsonObject, { names }: Surface): HTMLElement {
  const elements = objectsOf(block.elements).map((element) =>
    element.type === 'image'
      ? el('span', { class: 'context-image' }, textOf(element.alt_text))
      : el('span', {}, textObject(element, names)),
  );
  return el('div', { class: 'context' }, ...elements);
}

function actions(block: JsonObject, surface: Surface): HTMLElement {
  const blockId = textOf(block.block_id);
  const elements = objectsOf(block.elements).map((element) =>
    interactive(element, blockId, surface),
  );
  return el('div', { class: 'actions' }, ...elements);
}

/** An element that people use, outside a form. */
function interactive(
  element: JsonObject,
  blockId: string,
  surface: Surface,
  labelledBy?: string,
): HTMLElement {
  switch (element.type) {
    case 'button':
      return button(element, blockId, surface);
    case 'overflow':
      return overflow(element, blockId, surface);
    case 'feedback_buttons':
      return feedbackButtons(element, blockId, surface);
    case 'icon_button':
      return trashButton(element, blockId, surface);
    case 'image':
      return picture(element);
    default: {
      const named = labelledBy === undefined ? {} : { labelledBy };
      return control({ element, blockId, surface, ...named, required: false, dispatches: true });
    }
  }
}

/** A labelled field of a form, with its hint and what is wrong with it. */
function input(block: JsonObject, surface: Surface): HTMLElement {
  const blockId = textOf(block.block_id);
  const label = el('div', { class: 'label', id: uniqueId('label') }, plainText(block.label));
  const optional = block.optional === true;
  if (optional) label.append(el('span', { class: 'optional' }, ' (optional)'));
  const error = surface.errors[blockId];
  const notes = el('div', { class: 'field-notes', id: uniqueId('notes') });
  if (error) notes.append(el('p', { class: 'field-error' }, error));
  if (block.hint !== undefined) notes.append(el('p', { class: 'hint' }, plainText(block.hint)));
  const field: Field = {
    element: objectOf(block.element),
    blockId,
    surface,
    labelledBy: label.id,
    describedBy: notes.id,
    required: !optional,
    dispatches: block.dispatch_action === true,
  };
  return el('div', { class: error ? 'input wrong' : 'input' }, label, control(field), notes);
}

function image(block: JsonObject): HTMLElement {
  const title = block.title === undefined ? null : el('figcaption', {}, plainText(block.title));
  return el('figure', {}, title, picture(block));
}

/** The page loads nothing from elsewhere: a picture shows as its description. */
const picture = (element: JsonObject): HTMLElement =>
  el('span', { class: 'picture', role: 'img' }, `Picture: ${textOf(element.alt_text)}`);

/** A box with a title whose contents may fold away. */
function container(block: JsonObject, surface: Surface): HTMLElement {
  const inner = renderBlocks(objectsOf(block.child_blocks), surface);
  const title = el('span', { class: 'container-title' }, plainText(block.title));
  const subtitle = block.subtitle === undefined ? '' : ` ${plainText(block.subtitle)}`;
  if (block.is_collapsible !== true)
    return el('div', { class: 'container' }, title, subtitle, inner);
  const open = block.default_collapsed !== true;
  return el('details', { class: 'container', open }, el('summary', {}, title, subtitle), inner);
}

function card(block: JsonObject, surface: Surface): HTMLElement {
  const { names } = surface;
  return el(
    'div',
    { class: 'container' },
    el('strong', {}, textObject(block.title, names)),
    el('div', { class: 'hint' }, textObject(block.subtitle, names)),
    el('div', {}, textObject(block.body, names)),
    actions({ elements: block.actions, block_id: block.block_id }, surface),
  );
}
