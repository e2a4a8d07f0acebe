import { type JsonObject, objectOf, textOf } from '../../json.ts';
import { withEmoji } from './emoji.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Names } from './surface.ts';

/** A text object. plain_text has no markup; its :emoji: show unless it says `emoji: false`. */
export function textObject(value: unknown, names: Names): Node {
  const object = objectOf(value);
  if (object.type === 'mrkdwn') {
    return mrkdwn(textOf(object.text), names, object.verbatim === true);
  }
  return document.createTextNode(plainText(object));
}

export function plainText(value: unknown): string {
  const object: JsonObject = objectOf(value);
  const text = textOf(object.text);
  return object.emoji === false ? text : withEmoji(text);
}
