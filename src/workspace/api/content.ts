import { blockErrors, blocksTooLong } from '../block-kit/block-kit.ts';
import { LIMITS } from '../block-kit/limits.ts';
import { storedBlocks } from '../block-kit/normal-blocks.ts';
import { isObject, type JsonObject, objectsOf, textOf } from '../json.ts';
import { storedText } from '../normal-text.ts';
import { nextId, type World } from '../world.ts';
import { blocksArgument, jsonArgument } from './find.ts';
import { refuse, refuseWith } from './refusal.ts';

/** The words and blocks of a message, as Slack stores them. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly metadata?: JsonObject;
}

/** What a call wants to say; refused with Slack's codes where it breaks Slack's limits. */
export function contentOf(world: World, args: JsonObject, longest: number): Content {
  const blocks = checkedBlocks(args);
  const text = textOf(args.text);
  const attachments = objectsOf(jsonArgument(args.attachments));
  if (text === '' && blocks.length === 0 && attachments.length === 0) return refuse('no_text');
  if (text.length > longest) return refuse('msg_too_long');
  if (attachments.length > LIMITS.message.attachments) return refuse('too_many_attachments');
  return {
    text: storedText(text),
    blocks: storedBlocks(blocks, () => nextId(world, 'b').toLowerCase()),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...metadataOf(args),
  };
}

function checkedBlocks(args: JsonObject): readonly JsonObject[] {
  const markdown = textOf(args.markdown_text);
  const blocks = blocksArgument(args.blocks);
  if (markdown !== '') return markdownBlocks(markdown, blocks !== undefined || 'text' in args);
  if (blocks === undefined) return [];
  const errors = blockErrors(blocks);
  if (errors.length > 0) return refuseWith('invalid_blocks', errors);
  return blocksTooLong(blocks) ? refuse('msg_blocks_too_long') : blocks;
}

function markdownBlocks(text: string, conflict: boolean): readonly JsonObject[] {
  if (conflict) return refuse('markdown_text_conflict');
  if (text.length > LIMITS.message.markdown) return refuse('msg_too_long');
  return [{ type: 'markdown', text }];
}

function metadataOf(args: JsonObject): { readonly metadata?: JsonObject } {
  if (args.metadata === undefined) return {};
  const metadata = jsonArgument(args.metadata);
  if (!isObject(metadata) || typeof metadata.event_type !== 'string') {
    return refuse('invalid_metadata_format');
  }
  return { metadata };
}
