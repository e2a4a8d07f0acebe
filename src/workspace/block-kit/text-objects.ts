import { byType, type Check, flag, shape, string } from './check.ts';
import { LIMITS } from './limits.ts';

export const id = string({ max: LIMITS.id });

export const plainText = (max: number = LIMITS.text): Check =>
  byType({ plain_text: shape({ text: string({ max }) }, { emoji: flag }) });

/** Text of either kind. */
export const anyText = (max: number = LIMITS.text): Check =>
  byType({
    plain_text: shape({ text: string({ max }) }, { emoji: flag }),
    mrkdwn: shape({ text: string({ max }) }, { verbatim: flag }),
  });

export const confirm = shape(
  {
    title: plainText(LIMITS.confirm.title),
    text: anyText(LIMITS.confirm.text),
    confirm: plainText(LIMITS.confirm.button),
    deny: plainText(LIMITS.confirm.button),
  },
  { style: string() },
);
