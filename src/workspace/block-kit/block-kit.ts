import { isObject, type JsonObject, objectsOf, textOf } from '../json.ts';
import { messageBlock, viewBlock } from './blocks.ts';
import { complaint, flag, list, oneOf, shape, string } from './check.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './text-objects.ts';

const messageBlocks = list(messageBlock, { min: 0, max: LIMITS.message.blocks });

/** What Slack would find wrong with a message's blocks: [] when nothing. */
export function blockErrors(blocks: unknown): readonly string[] {
  const errors: string[] = [];
  messageBlocks(blocks, '/blocks', errors);
  return [...errors, ...idErrors(objectsOf(blocks)), ...countErrors(objectsOf(blocks))];
}

/** Whether all the words of a message's blocks together are too many for Slack. */
export const blocksTooLong = (blocks: readonly JsonObject[]): boolean =>
  wordsLength(blocks) > LIMITS.message.characters;

function wordsLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + wordsLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, field]) =>
      sum + (name === 'text' && typeof field === 'string' ? field.length : wordsLength(field)),
    0,
  );
}

function countErrors(blocks: readonly JsonObject[]): readonly string[] {
  const errors: string[] = [];
  const markdown = blocks.filter((block) => block.type === 'markdown');
  const length = markdown.reduce((sum, block) => sum + textOf(block.text).length, 0);
  if (length > LIMITS.message.markdown) {
    const most = LIMITS.message.markdown + 1;
    errors.push(complaint(`markdown blocks must be less than ${most} characters`, '/blocks'));
  }
  const tables = blocks.filter((block) => block.type === 'table');
  if (tables.length > LIMITS.message.tables) {
    errors.push(complaint('only one table is allowed in a message', '/blocks'));
  }
  return errors;
}

/** block_id is unique in a message or view, action_id within its block. */
function idErrors(blocks: readonly JsonObject[]): readonly string[] {
  const ids = blocks.map((block) => textOf(block.block_id));
  const repeated = repeatedIn(ids).map((name) =>
    complaint(`\`block_id\` "${name}" already exists`, `/blocks/${ids.lastIndexOf(name)}/block_id`),
  );
  const actions = blocks.flatMap((block, index) =>
    repeatedIn(objectsOf(block.elements).map((element) => textOf(element.action_id))).map((name) =>
      complaint(`\`action_id\` "${name}" already exists`, `/blocks/${index}/elements`),
    ),
  );
  return [...repeated, ...actions];
}

const repeatedIn = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index)),
];

const { view } = LIMITS;
const viewBlocks = list(viewBlock, { min: 0, max: view.blocks });
const shared = {
  type: oneOf('modal', 'home'),
  blocks: viewBlocks,
};
const labels = {
  private_metadata: string({ min: 0, max: view.metadata }),
  callback_id: string({ min: 0, max: LIMITS.id }),
  external_id: string({ min: 0, max: LIMITS.id }),
};
const modal = shape(
  { ...shared, title: plainText(view.title) },
  {
    ...labels,
    submit: plainText(view.button),
    close: plainText(view.button),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
);
const home = shape(shared, labels);

/** What Slack would find wrong with a view. */
export function viewErrors(given: JsonObject): readonly string[] {
  const errors: string[] = [];
  if (given.type === 'home') home(given, '/view', errors);
  else modal(given, '/view', errors);
  oneOf('modal', 'home')(given.type, '/view/type', errors);
  const blocks = objectsOf(given.blocks);
  const asks = blocks.some((block) => block.type === 'input');
  if (asks && given.type === 'modal' && given.submit === undefined) {
    errors.push(complaint('missing required field: submit', '/view'));
  }
  return [...errors, ...idErrors(blocks)];
}
