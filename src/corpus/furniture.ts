interface Rule {
  readonly why: string;
  /** Anchored, and without a repeat within a repeat: time grows with the line and no faster. */
  readonly pattern: RegExp;
  /** Each word after the part that `pattern` matches must fit, where it is given. */
  readonly words?: RegExp;
}

/** Longer than this, a line is an article's own words whatever it begins with. */
const LONGEST = 240;

const NETWORKS =
  'facebook|twitter|whatsapp|linkedin|reddit|pinterest|flipboard|telegram|pocket|bluesky|threads|instagram|tumblr|messenger|youtube|rss|google\\+';
const SHARE_WORDS = `${NETWORKS}|x|share|shares|tweet|tweets|pin|e-?mail|mail|print|save|copy|link|copied|comments?|like|likes|post|bookmark|gift|this|on|via|by|to|article|story|page|with|friends?|and|or|more|options`;

const MONTHS_AND_DAYS =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** Where a line points on to other pieces; what stands after the mark is that piece's headline. */
const POINTERS =
  "trending(?: now)?|related(?: (?:stor(?:y|ies)|articles?|coverage|news|videos?|reading|content|links?|topics?))?|read (?:more|next|also|this|related|on)|also read|more to (?:read|know)|see (?:also|more)|watch(?: now| live| next| more)?|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|must[- ]reads?|most (?:read|popular|viewed)|top stor(?:y|ies)|up next|in case you missed it|icymi|editor(?:[’']s|s[’']) (?:picks?|choice)|more (?:on|from) (?:this|the|our)[^:]{0,40}|further reading|from the archives?";

/** Labels that stand before captions and prose as well: then several sentences follow. */
const LABELS =
  '(?:full )?(?:story|coverage|gallery|photos|video|podcast|listen|opinion|more|also|read|explainer|fact check|interactive)';

/** The first rule that fits gives the reason. */
const RULES: readonly Rule[] = [
  {
    why: 'advertisement',
    pattern:
      /^[-–—*[(\s]*(?:advertise?ments?|ads?|sponsored(?: (?:content|post|by [^.,;]{1,40}))?|paid (?:content|post|advertisement)|promoted(?: content)?|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advertise?ment|ad|promo(?:tion)?|video|photo gallery))?|(?:scroll|skip) (?:down )?(?:to|past) (?:continue|advertise?ment|content|main content)(?: with content)?)[-–—*\])\s.:]*$/iu,
  },
  {
    why: 'link to other news',
    pattern: new RegExp(
      `^[-–—•*>»▶\\[(\\s]*(?:${POINTERS})\\s?[:|»>→](?!\\/\\/)(?!.*[.…]["”’]?$)`,
      'iu',
    ),
  },
  {
    why: 'link to other news',
    pattern: new RegExp(
      `^[-–—•*>»▶►\\[(\\s]*(?:${LABELS})\\s?[:|»>→](?!\\/\\/)(?!.*(?:[.…]["”’]?$|\\.\\s))`,
      'iu',
    ),
  },
  {
    why: 'link to other news',
    pattern:
      /^[-–—•*>»▶[(\s]*(?:trending(?: now)?|related(?: stories| articles| coverage| news| content| links)?|read (?:more|next|also)|also read|see also|more (?:stories|news|coverage|articles)|recommended(?: for you| stories)?|most (?:read|popular|viewed)|top stories|up next|you may also like|editor[’']s picks?)(?:\s*[:…»>→\])]*|\.{3})$/iu,
  },
  {
    why: 'link to other news',
    pattern:
      /^[-–—•*>»▶[(\s]*(?:click here|(?:read|see|watch|view|hear|find|listen to) (?:the |our |more of the |his |her |their )?(?:rest|full|entire|whole|complete|original|more)\b.{0,60}\b(?:here|below|at|on)\b|(?:read|watch|see) (?:more|it) (?:here|at|on)\b|continue reading)(?:(?![.!?]\s).){0,120}$/iu,
  },
  {
    why: 'link to other news',
    // USA Today and its sister papers run a label and the linked headline together: "Still missing:What we know".
    pattern:
      /^(?:(?![.!?]\s).){3,70}[\p{Ll}\p{Lu}?'’]:(?:\p{Lu}|['‘]\p{L})(?!.*[.!]["”’]?$).{8,}$/u,
  },
  { why: 'share bar', pattern: /^share(?: (?:this|now))?\s?[:.]?$/iu },
  {
    why: 'share bar',
    pattern: new RegExp(`^(?=\\S+\\s+\\S)(?=.*\\b(?:share|tweet|${NETWORKS})\\b)`, 'iu'),
    words: new RegExp(`^(?:${SHARE_WORDS}|)$`, 'iu'),
  },
  {
    why: 'newsletter box',
    pattern:
      /^(?:[^.!?]{0,60}[:?!.]\s?)?(?:please )?(?:sign[- ]?up|subscribe|register|join|get|follow|like|download|enter|receive|stay|never miss|start your day)\b(?=.*\b(?:newsletters?|inbox|e-?mail (?:address|alerts?|updates?)|(?:news|breaking|text) alerts?|our (?:app|podcast|channel|mailing list|daily|weekly|free)|the app|push notifications?|on (?:facebook|twitter|instagram|telegram|whatsapp|youtube|x)\b|subscriber|subscribe))(?!.*(?:[”"]|\bsa(?:id|ys)\b)).*$/iu,
  },
  {
    why: 'newsletter box',
    pattern:
      /^(?:subscribe(?: (?:now|today|here|to .{1,60}))?|sign up(?: (?:now|here|today|for .{1,60}))?|log ?in|sign in|already a subscriber\?.*|(?:thank you|thanks) for (?:subscribing|signing up).*|you have (?:successfully )?(?:subscribed|been added).*)[.!]?$/iu,
  },
  {
    why: 'copyright notice',
    pattern:
      /^(?:(?:©|\(c\)|copyright\s?(?:©|\(c\)|\d{4}|.*all rights reserved)).*|all rights reserved\b.*|this material may not be published, broadcast.*)$/iu,
  },
  {
    why: 'picture or video credit',
    pattern:
      /^[[(]?(?:(?:photo(?:graph)?s?|images?|picture|illustration|video|graphic|image source|image credit|photo credit|credit|getty images|file photo)(?: (?:by|credit|courtesy(?: of)?|source|via))?\s?[:/|](?!.*[.!?]["”’]?$).{1,80}|photo(?:graph)?s? by [^.!?]{1,60}|(?:ap|afp|reuters|getty(?: images)?|epa|pa)(?: photo)?\s?[/|][^!?]{1,60}|getty images|image source, .{1,60}|.{1,120} \d{1,2}:\d{2} [-–] Source: .{1,20})[\])]?$/iu,
  },
  {
    why: 'page control',
    pattern:
      /^(?:(?:view|show|load|read|see|hide|post|leave|add|join)(?: (?:all|more|a|your|the|previous|next|full))? ?(?:comments?|replies|conversation|results|caption|gallery)?(?: \(\d+\))?|\d+ comments?|comments?(?: \(\d+\))?|comments are closed\.?|back to top|skip to (?:main )?content|listen to (?:this )?(?:article|story)(?: .{0,20})?|\d+[- ]min(?:ute)?s?[- ]read|play(?: video| audio)?|pause|loading(?:\.{3}|…)?|close|menu|home|next(?: (?:article|story|up))?|previous(?: (?:article|story))?|enlarge(?: (?:this )?image)?|toggle caption|image caption|slide \d+ of \d+|\d+ of \d+)$/iu,
  },
  {
    why: 'page control',
    pattern:
      /^(?:this (?:site|website|page) uses cookies\b.*|(?:please )?(?:enable|turn on) javascript\b.*|javascript (?:is|must be) (?:disabled|enabled|required)\b.*|your browser does not support\b.*|an error (?:has )?occurred\b.*|we use cookies\b.*|by (?:clicking|continuing|signing up|subscribing)\b.*\b(?:agree|accept|consent|terms|privacy)\b.*)$/iu,
  },
  {
    why: 'time stamp',
    pattern:
      /^(?=.*(?:published|updated|posted|modified|\bago\b|\d{4}.*\d:\d{2}|\d:\d{2}.*\d{4}))/iu,
    words: new RegExp(
      `^(?:(?:${MONTHS_AND_DAYS}|[ap]\\.?m)\\.?|\\d{1,4}(?:st|nd|rd|th)?|\\d{1,2}:\\d{2}(?::\\d{2})?(?:[ap]m)?|\\d{1,4}[/.]\\d{1,2}[/.]\\d{1,4}|first|last|published|updated|posted|modified|at|on|[ecmp][ds]?t|gmt|bst|utc|hours?|minutes?|days?|ago|)$`,
      'iu',
    ),
  },
  {
    why: 'byline',
    pattern:
      /^\(?(?:By|BY|Contributing(?: reporters?)?|(?:Additional r|R)eporting by|Editing by|Written by)\s?:?\s(?=.*\s)/u,
    words: /^(?:\p{Lu}[\p{L}.'’]*\)?|and|of|the|editing|by|)$/u,
  },
  { why: 'dividing line', pattern: /^(?:[-–—_=*#~•·.\s]{1,80}|-?\s?30\s?-|# # #)$/u },
];

/** A sentence closed by a full stop, of this length or more, is hardly ever a label: few rules need to look at it. */
const SENTENCE = 90;

/** Words without which no rule takes a finished sentence for furniture. */
const TELLTALE =
  /newsletter|inbox|e-?mail|alert|\bapp\b|podcast|channel|mailing list|our (?:daily|weekly|free)|subscri|notification|\bon (?:facebook|twitter|instagram|telegram|whatsapp|youtube|x)\b|\bhere\b|copyright|©|reserved|published, broadcast|cookies|javascript|\bbrowser\b|\bclick|you agree/i;

/** Why `line` is the site's and not the article's, or null where it is the article's own. */
export function furnitureReason(line: string): string | null {
  if (line.length > LONGEST || isPlainSentence(line)) return null;
  return RULES.find((rule) => fits(rule, line))?.why ?? null;
}

function fits({ pattern, words }: Rule, line: string): boolean {
  const opening = pattern.exec(line)?.[0];
  if (opening === undefined || words === undefined) return opening !== undefined;
  return line
    .slice(opening.length)
    .split(/[\s,;:|·•&–—()-]+/u)
    .every((word) => words.test(word));
}

const isPlainSentence = (line: string): boolean =>
  line.length >= SENTENCE && /[.…]["”’)\]]*$/.test(line.slice(-5)) && !TELLTALE.test(line);
