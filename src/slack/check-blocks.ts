import { LIMITS } from './limits.ts';

/** One limit of Slack that a block breaks: where, and how. */
export interface Fault {
  /** JSON path within the blocks. */
  readonly path: string;
  readonly message: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };
type Check = (fields: Fields, path: string) => Fault[];

/** What Slack would refuse in the blocks of a message, or of a view. Empty for none. */
export function faultsOf(
  blocks: readonly object[],
  surface: 'message' | 'view' = 'message',
): Fault[] {
  const json = JSON.parse(JSON.stringify(blocks)) as Fields[];
  const limit = surface === 'message' ? LIMITS.message.blocks : LIMITS.view.blocks;
  const room = surface === 'message' ? LIMITS.message.allBlocks : LIMITS.viewBlocks;
  return [
    ...atMost(json.length, limit, 'blocks', ''),
    ...atMost(JSON.stringify(json).length, room, 'characters in all blocks', ''),
    ...json.flatMap((block, index) => blockFaults(block, `/${index}`)),
    ...repeatedIds(json),
  ];
}

const fault = (path: string, message: string): Fault => ({ path, message });

const atMost = (actual: number, limit: number, noun: string, path: string): Fault[] =>
  actual <= limit ? [] : [fault(path, `at most ${limit} ${noun}, got ${actual}`)];

function textWithin(value: Json | undefined, limit: number, path: string): Fault[] {
  if (typeof value !== 'string' || value === '') return [fault(path, 'needs a text')];
  return atMost(value.length, limit, 'characters', path);
}

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** A text object: literal, or mrkdwn that holds nothing which could ping. */
function textObject(value: Json | undefined, limit: number, path: string): Fault[] {
  if (!isFields(value)) return [fault(path, 'needs a text object')];
  const live = value.type === 'mrkdwn' && /<[!@#]/.test(String(value.text));
  return [
    ...textWithin(value.text, limit, `${path}/text`),
    ...(live ? [fault(path, 'holds a live mention')] : []),
  ];
}

const BLOCKS: Readonly<Record<string, Check>> = {
  section: (block, path) => [
    ...textObject(block.text, LIMITS.section.text, `${path}/text`),
    ...(block.accessory === undefined ? [] : element(block.accessory, `${path}/accessory`)),
  ],
  header: (block, path) => textObject(block.text, LIMITS.header, `${path}/text`),
  context: (block, path) =>
    elements(block, path, LIMITS.context.elements, (value, at) =>
      textObject(value, LIMITS.textObject, at),
    ),
  actions: (block, path) => elements(block, path, LIMITS.actions.elements, element),
  context_actions: (block, path) => elements(block, path, LIMITS.contextActions.elements, element),
  divider: () => [],
  input: (block, path) => [
    ...textObject(block.label, LIMITS.input.label, `${path}/label`),
    ...element(block.element ?? null, `${path}/element`),
  ],
  rich_text: (block, path) => elements(block, path, Number.POSITIVE_INFINITY, richTextPart),
};

function blockFaults(block: Fields, path: string): Fault[] {
  const check = BLOCKS[String(block.type)];
  return check ? check(block, path) : [fault(path, `unknown type of block ${block.type}`)];
}

function elements(
  block: Fields,
  path: string,
  limit: number,
  check: (value: Json, path: string) => Fault[],
): Fault[] {
  const all = list(block.elements);
  if (all.length === 0) return [fault(path, 'needs elements')];
  return [
    ...atMost(all.length, limit, 'elements', path),
    ...all.flatMap((one, index) => check(one, `${path}/elements/${index}`)),
  ];
}

/** Only these say words; a mention, a broadcast or an emoji would come to life. */
const INERT = new Set(['text', 'link']);

function richTextPart(part: Json, path: string): Fault[] {
  if (!isFields(part)) return [fault(path, 'needs an object')];
  if (part.type === 'rich_text_list') return elements(part, path, 1000, richTextPart);
  return elements(part, path, Number.POSITIVE_INFINITY, inline);
}

function inline(value: Json, path: string): Fault[] {
  if (!isFields(value)) return [fault(path, 'needs an object')];
  if (!INERT.has(String(value.type))) return [fault(path, `live element ${value.type}`)];
  const text = textWithin(value.text, Number.POSITIVE_INFINITY, `${path}/text`);
  return value.type === 'link' ? [...text, ...webLink(value.url, path)] : text;
}

function webLink(url: Json | undefined, path: string): Fault[] {
  if (typeof url !== 'string' || !/^https?:\/\/[^\s|<>]+$/.test(url)) {
    return [fault(path, 'needs a web address')];
  }
  return atMost(url.length, LIMITS.button.url, 'characters', `${path}/url`);
}

const ELEMENTS: Readonly<Record<string, Check>> = {
  button: (value, path) => [
    ...textObject(value.text, LIMITS.button.text, `${path}/text`),
    ...optional(value.value, LIMITS.button.value, `${path}/value`),
    ...optional(value.accessibility_label, LIMITS.button.accessibilityLabel, path),
    ...(value.url === undefined ? [] : webLink(value.url, path)),
  ],
  feedback_buttons: (value, path) =>
    ['positive_button', 'negative_button'].flatMap((name) => {
      const choice = value[name];
      if (!isFields(choice)) return [fault(path, `needs ${name}`)];
      return [
        ...textObject(choice.text, LIMITS.button.text, `${path}/${name}/text`),
        ...textWithin(choice.value, LIMITS.button.value, `${path}/${name}/value`),
      ];
    }),
  static_select: (value, path) => options(value, path),
  radio_buttons: (value, path) => options(value, path),
  plain_text_input: (value, path) =>
    optional(value.initial_value, LIMITS.plainTextInput, `${path}/initial_value`),
  datepicker: () => [],
};

const optional = (value: Json | undefined, limit: number, path: string): Fault[] =>
  value === undefined ? [] : textWithin(value, limit, path);

function options(value: Fields, path: string): Fault[] {
  const all = list(value.options);
  return [
    ...(all.length === 0 ? [fault(path, 'needs options')] : []),
    ...atMost(all.length, LIMITS.options, 'options', path),
    ...all.flatMap((one, index) => {
      const at = `${path}/options/${index}`;
      if (!isFields(one)) return [fault(at, 'needs an object')];
      return [
        ...textObject(one.text, LIMITS.option.text, at),
        ...textWithin(one.value, LIMITS.option.value, `${at}/value`),
      ];
    }),
  ];
}

function element(value: Json, path: string): Fault[] {
  if (!isFields(value)) return [fault(path, 'needs an element')];
  const check = ELEMENTS[String(value.type)];
  if (!check) return [fault(path, `unknown type of element ${value.type}`)];
  return [...optional(value.action_id, LIMITS.id, `${path}/action_id`), ...check(value, path)];
}

function repeatedIds(blocks: readonly Fields[]): Fault[] {
  const ids = blocks.flatMap((block) => [
    ...(block.block_id === undefined ? [] : [`block ${block.block_id}`]),
    ...[...list(block.elements), block.element ?? null, block.accessory ?? null]
      .filter(isFields)
      .filter((one) => one.action_id !== undefined)
      .map((one) => `action ${one.action_id}`),
  ]);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => fault('', `${id} stands twice`));
}
