import { byType, type Check, flag, integer, list, oneOf, shape, string } from './check.ts';
import { LIMITS } from './limits.ts';
import { id } from './text-objects.ts';

const style = shape(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);

const inline: Check = byType({
  text: shape({ text: string() }, { style }),
  link: shape({ url: string({ max: LIMITS.button.url }) }, { text: string(), unsafe: flag, style }),
  user: shape({ user_id: string() }, { style }),
  usergroup: shape({ usergroup_id: string() }, { style }),
  channel: shape({ channel_id: string() }, { style }),
  team: shape({ team_id: string() }, { style }),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  emoji: shape(
    { name: string() },
    { unicode: string(), url: string(), skin_tone: integer(), style },
  ),
  date: shape(
    { timestamp: integer(), format: string() },
    { url: string(), fallback: string(), style },
  ),
  color: shape({ value: string() }, { style }),
});

const elements = list(inline, { min: 0 });
const border = integer({ min: 0, max: 1 });
const section = shape({ elements });

const container = byType({
  rich_text_section: section,
  rich_text_quote: shape({ elements }, { border }),
  rich_text_preformatted: shape({ elements }, { border, language: string() }),
  rich_text_list: shape(
    {
      style: oneOf('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: section }), { min: 0 }),
    },
    { indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0 }), border },
  ),
});

export const richText: Check = shape({ elements: list(container) }, { block_id: id });
