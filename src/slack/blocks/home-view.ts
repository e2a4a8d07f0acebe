import type { types } from '@slack/bolt';
import type { Overview } from '../../answer/archive.ts';
import { BUTTONS, HOME, SETTINGS } from '../../render/surface-wording.ts';
import { day } from '../../render/wording.ts';
import { clipped } from '../escape.ts';
import type { Settings } from '../state/memory.ts';
import { ACTIONS, actionId, toValue } from './action-values.ts';
import { aside, button, note, plain, row } from './elements.ts';
import { bold, line, richText, words } from './rich-text.ts';

export interface HomeContents {
  readonly overview: Overview;
  readonly recent: readonly string[];
  readonly settings: Settings;
  readonly command: string;
}

const LISTED = 10;

/** What Quoth is, what the corpus holds, how to ask, what this person asked last, and two settings. */
export function homeView({ overview, recent, settings, command }: HomeContents): types.HomeView {
  return {
    type: 'home',
    blocks: [
      header(HOME.title),
      ...note(HOME.what),
      ...row([button(ACTIONS.openForm, BUTTONS.searchForm, toValue({}))]),
      header(HOME.examples),
      ...questions('example', overview.suggestions),
      ...(recent.length === 0 ? [] : [header(HOME.recent), ...questions('recent', recent)]),
      header(HOME.corpus),
      corpusBlock(overview),
      header(HOME.ways),
      ...note(HOME.waysText(command)),
      header(HOME.settings),
      ...settingBlocks(settings),
      aside(HOME.privacy),
    ],
  };
}

const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plain(text) });

/** One row for each question: a question is too long for a row of buttons. */
function questions(kind: string, all: readonly string[]): types.KnownBlock[] {
  return all.slice(0, 5).flatMap((question, index) => {
    const id = actionId(ACTIONS.ask, `${kind}-${index}`);
    return row([button(id, question, toValue({ question }))]);
  });
}

function corpusBlock(overview: Overview): types.RichTextBlock {
  const { publishers, speakers, from, to } = overview;
  const listed = (names: readonly string[]) => names.map((name) => clipped(name, 80)).join(', ');
  const outlets = publishers.slice(0, LISTED).map(({ name, articles }) => `${name} (${articles})`);
  const voices = speakers.slice(0, LISTED).map((one) => `${one.name} (${one.attributions})`);
  const rows: [string, string][] = [
    [HOME.size, HOME.sizeText(overview)],
    [HOME.dates, from && to ? [...new Set([day(from), day(to)])].join(' – ') : ''],
    [HOME.outlets, listed(outlets)],
    [HOME.speakers, listed(voices)],
  ];
  return richText([
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: rows
        .filter(([, text]) => text !== '')
        .map(([label, text]) => line([bold(`${label}: `), words(text)])),
    },
  ]);
}

function settingBlocks(settings: Settings): types.SectionBlock[] {
  return [
    choice(ACTIONS.settingOrder, SETTINGS.order, SETTINGS.orders, settings.order),
    choice(ACTIONS.settingCommands, SETTINGS.commands, SETTINGS.audiences, settings.commands),
  ];
}

function choice(
  action: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  chosen: string,
): types.SectionBlock {
  const options = Object.entries(choices).map(([value, text]) => ({ text: plain(text), value }));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'section',
    text: plain(label),
    accessory: {
      type: 'static_select',
      action_id: action,
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}
