import type { Overview, Verification } from '../answer/archive.ts';
import { counted, day, scopeWords, searchedWords } from './wording.ts';

/** "The Kremlin" as it reads after other words. */
const withinSentence = (speaker: string): string => speaker.replace(/^The /u, 'the ');

/** Words on buttons, forms and notices of a surface with more than plain text. Plain text, no markup. */
export const BUTTONS = {
  more: (left: number) => `More (${left})`,
  only: (speaker: string) => `Only ${withinSentence(speaker)}`,
  newest: 'Newest first',
  best: 'Best first',
  context: 'In context',
  contextLabel: (number: number) => `Quotation ${number} in context`,
  share: 'Share in channel',
  delete: 'Delete',
  askAgain: 'Ask again',
  searchForm: 'Search with a form',
  openArticle: 'Open article',
} as const;

export const CONFIRM_DELETE = {
  title: 'Delete this answer?',
  text: 'It disappears for everybody here.',
  confirm: 'Delete',
  deny: 'Keep',
} as const;

export const FEEDBACK = {
  good: 'Helpful',
  bad: 'Not helpful',
  goodLabel: 'This answer was helpful',
  badLabel: 'Something is wrong with this answer',
  thanks: 'Thank you: noted.',
  title: 'What is wrong?',
  submit: 'Send',
  close: 'Cancel',
  reason: 'What went wrong',
  comment: 'Anything else',
  reasons: {
    speaker: 'Wrong speaker',
    passage: 'Wrong passage',
    irrelevant: 'Not relevant to the question',
  },
} as const;

export const SEARCH_FORM = {
  title: 'Find quotations',
  submit: 'Search',
  close: 'Cancel',
  question: 'Question',
  questionHint: 'For example: what did the ministry claim about drones?',
  speaker: 'Said by',
  speakerHint: 'A person, an organisation or a country',
  publisher: 'Published by',
  from: 'Published from',
  to: 'Published until',
  datesReversed: 'This day lies before the first one.',
} as const;

export const MODALS = {
  context: 'In context',
  answer: 'Quotations',
  check: 'Check a quotation',
  close: 'Close',
  searching: 'Searching…',
} as const;

export const STATUS = 'is searching the articles…';

export const PROMPTS_TITLE = 'Questions the articles answer';

export const GONE =
  'The words behind this button are no longer in the articles, or it is too old: ask again.';
export const NOT_YOURS = 'Only the person who asked can delete this answer.';
export const TOO_LATE = 'That took too long to open; press it once more.';
export const FORM_TOO_LATE =
  'The search form did not open in time; try once more, or simply write me your question.';
export const NO_MORE = 'That was all there is.';
export const NOTHING_BEFORE = 'There is no earlier answer in this thread to go on from.';
export const NOT_SO_MANY = (count: number): string =>
  count === 0
    ? 'The answer before quotes nothing, so there is none to show.'
    : `The answer before shows only ${counted(count, 'quotation')}.`;
export const EDITED = 'You changed a question that I had answered.';
export const CUT = '[…]';
export const BESIDE = 'The article adds: ';
export const SHARED = (question: string): string => `Shared answer to “${question}”`;
export const REFINED = (words: readonly string[]): string => `Narrowed to: ${words.join(', ')}`;
export const LEFT_OUT = (count: number): string =>
  `${counted(count, 'quotation')} more: press More, or write “more”.`;

/** The examples come from the corpus, so that each has an answer. */
export function commandsWords(command: string, overview: Overview): string {
  const [example = 'what did the ministry say?'] = overview.suggestions;
  return [
    'I quote what the articles say, word for word, with who said it and where. I never write an answer of my own.',
    `I have ${searchedWords(overview)}.`,
    [
      'Ways to ask:',
      `• ${command} ${example}`,
      `• mention me in a channel or a thread, or write to me directly: ${example}`,
      '• follow up in the thread: “and Ukraine?”, “since March”, “who else?”, “more”, “newest first”, “the second one”',
      `• check a quotation: ${command} verify "the exact words"`,
      '• on any message: the shortcuts “Find quotations” and “Check this quotation”',
    ].join('\n'),
  ].join('\n\n');
}

/** What became of words that were to be checked. */
export function verificationWords(verification: Verification, searched: Overview): string {
  const scope = scopeWords(searched);
  switch (verification.kind) {
    case 'verbatim': {
      const places = counted(verification.evidence.length, 'place');
      return `Verbatim: these words stand, as they are, in ${places} of ${scope}.`;
    }
    case 'altered':
      return `Altered: these exact words stand nowhere in ${scope}. The nearest passage differs:`;
    case 'not-found':
      return `Not found: neither these words nor any close to them stand in ${scope}.`;
  }
}

export const DIFFERENCES = {
  missing: 'in the article, not in yours',
  added: 'in yours, not in the article',
} as const;

export const NEARBY_PARAGRAPHS =
  'The paragraphs around the quotation, as they stand in the article; the quotation is in bold.';

export const HOME = {
  title: 'Quoth',
  what: 'Ask what the news says, and read it in the articles’ own words: every passage verbatim, with who said it, how, where and when. I write no answers of my own, do not summarise and do not judge who is right. Where the articles are silent, I say so.',
  examples: 'Try one of these',
  recent: 'What you asked last',
  corpus: 'What I can quote from',
  size: 'Articles',
  sizeText: ({ articles, paragraphs, attributions }: Overview): string =>
    `${articles.toLocaleString('en-GB')}, with ${counted(paragraphs, 'paragraph')} and ${counted(attributions, 'statement')} attributed to somebody`,
  dates: 'Published',
  outlets: 'Outlets',
  speakers: 'Most quoted',
  ways: 'How to ask',
  waysText: (command: string): string =>
    [
      `• ${command} and a question, anywhere: the answer is yours alone until you share it`,
      '• mention me in a channel or a thread, or write to me under Messages',
      '• go on in the thread: “and Ukraine?”, “since March”, “more”, “newest first”, “the second one”',
      `• ${command} verify "the exact words" checks a quotation`,
      '• the shortcuts “Find quotations” and “Check this quotation” work on any message',
    ].join('\n'),
  settings: 'Your settings',
  privacy:
    'I remember your questions to answer follow-ups: a thread is forgotten after 14 silent days. I read only what is addressed to me.',
} as const;

export const SETTINGS = {
  order: 'Which quotations come first',
  orders: { best: 'The best match', newest: 'The newest' },
  commands: 'Who sees the answers to your commands',
  audiences: { private: 'Only me', shared: 'Everybody in the channel' },
} as const;

export const ASKED = (question: string): string => `Asked: ${question}`;
export const ALREADY_SHARED = 'This answer has already been shared here.';
export const UNKNOWN_BUTTON =
  'This button belongs to an older message that I no longer understand: ask again.';
export const NOT_OUTSIDE =
  'I do not answer in conversations shared with other organisations; ask me in a channel of your own, or directly.';

export const INSTEAD = 'You could ask instead:';
export const EVERYTHING_BY = (speaker: string): string => `What did ${speaker} say?`;

/** "4–6 of 9 quotations". */
export const PAGE_OF = (first: number, last: number, total: number): string =>
  `${first === last ? first : `${first}–${last}`} of ${counted(total, 'quotation')}`;

/** What a form or a button has added to a question, each part in words. */
export function NARROWED(filters: {
  readonly speaker?: string;
  readonly only?: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  readonly order?: 'best' | 'newest';
}): string[] {
  const { speaker, only, publisher, from, to, order } = filters;
  return [
    ...(speaker && !only ? [`said by ${speaker}`] : []),
    ...(only ? [`said by ${withinSentence(only)} alone`] : []),
    ...(publisher ? [`published by ${publisher}`] : []),
    ...(from ? [`from ${day(from)}`] : []),
    ...(to ? [`until ${day(to)}`] : []),
    ...(order === 'newest' ? ['newest first'] : []),
  ];
}
