import { objectOf } from '../json.ts';
import {
  all,
  anything,
  byType,
  type Check,
  complaint,
  flag,
  integer,
  later,
  list,
  oneOf,
  shape,
  string,
  webAddress,
} from './check.ts';
import {
  accessory,
  actionElement,
  buttonOnly,
  contextAction,
  contextElement,
  imageElement,
  inputElement,
} from './elements.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { anyText, id, plainText } from './text-objects.ts';

type Blocks = Readonly<Record<string, Check>>;

/** A section says something, or lists fields. */
const saysSomething: Check = (value, at, errors) => {
  const section = objectOf(value);
  if (section.text === undefined && section.fields === undefined) {
    errors.push(complaint('missing required field: text or fields', at));
  }
};

const hasImage: Check = (value, at, errors) => {
  const image = objectOf(value);
  if (image.image_url === undefined && image.slack_file === undefined) {
    errors.push(complaint('missing required field: image_url', at));
  }
};

const everywhere: Blocks = {
  section: all(
    saysSomething,
    shape(
      {},
      {
        block_id: id,
        text: anyText(),
        fields: list(anyText(LIMITS.section.fieldText), { max: LIMITS.section.fields }),
        accessory,
        expand: flag,
      },
    ),
  ),
  divider: shape({}, { block_id: id }),
  header: shape({ text: plainText(LIMITS.header) }, { block_id: id, level: integer() }),
  context: shape({ elements: list(contextElement, { max: LIMITS.context }) }, { block_id: id }),
  actions: shape({ elements: list(actionElement, { max: LIMITS.actions }) }, { block_id: id }),
  image: all(
    hasImage,
    shape(
      { alt_text: string({ max: LIMITS.image.alt }) },
      {
        block_id: id,
        image_url: webAddress(LIMITS.image.url),
        slack_file: anything,
        title: plainText(LIMITS.image.title),
      },
    ),
  ),
  input: shape(
    { label: plainText(LIMITS.input.label), element: inputElement },
    {
      block_id: id,
      hint: plainText(LIMITS.input.hint),
      optional: flag,
      dispatch_action: flag,
    },
  ),
  rich_text: richText,
  video: anything,
};

const cell = byType({
  raw_text: shape({ text: string() }),
  raw_number: shape({ value: anything }, { text: string() }),
  rich_text: richText,
});

const { card, container, table, dataTable } = LIMITS;

const cardBlock = shape(
  {},
  {
    block_id: id,
    title: anyText(card.title),
    subtitle: anyText(card.subtitle),
    body: anyText(card.body),
    hero_image: imageElement,
    icon: imageElement,
    actions: list(buttonOnly, { max: card.actions }),
  },
);

const onlyInMessages: Blocks = {
  // Its limit holds for all markdown blocks of a message together.
  markdown: shape({ text: string() }, { block_id: id }),
  context_actions: shape(
    { elements: list(contextAction, { max: LIMITS.contextActions }) },
    { block_id: id },
  ),
  table: shape(
    { rows: list(list(cell, { max: table.cells }), { max: table.rows }) },
    { block_id: id, column_settings: list(anything, { min: 0, max: table.cells }) },
  ),
  data_table: shape(
    {
      caption: string(),
      rows: list(list(cell, { max: dataTable.columns }), { min: 2, max: dataTable.rows }),
    },
    { block_id: id, page_size: integer({ min: 1, max: dataTable.pageSize }) },
  ),
  card: cardBlock,
  carousel: shape(
    { elements: list(byType({ card: cardBlock }), { max: LIMITS.carousel }) },
    { block_id: id },
  ),
  container: shape(
    {
      title: plainText(container.title),
      child_blocks: list(
        later(() => inContainer),
        { max: container.blocks },
      ),
    },
    {
      block_id: id,
      subtitle: plainText(container.subtitle),
      icon: imageElement,
      width: string(),
      is_collapsible: flag,
      default_collapsed: flag,
    },
  ),
  alert: shape(
    { text: anyText(LIMITS.alert) },
    { block_id: id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  task_card: anything,
  plan: anything,
  file: anything,
};

const inContainer: Check = byType({ ...everywhere, table: onlyInMessages.table ?? anything });

/** Blocks of a message. */
export const messageBlock: Check = byType({ ...everywhere, ...onlyInMessages });

/** Blocks of a modal or the Home tab. */
export const viewBlock: Check = byType(everywhere);
