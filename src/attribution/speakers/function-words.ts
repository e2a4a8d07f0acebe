const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const PREPOSITIONS = set(
  'of for in at on from with to by near about over under against into inside within outside across among amid around between during since after before without through throughout than as via behind beyond despite toward towards including like per upon off along',
);

/** Words that begin with a capital only because a sentence begins. */
const FUNCTION_WORDS = set(`
the a an this that these those some any all both each every many much most more few several other another no none one two three
i you he she it we they me him her us them my your his its our their mine who whom whose which what when where why how
and but or nor so yet if then because although though while whereas unless until whether however moreover meanwhile
furthermore nevertheless nonetheless therefore thus instead still also even only just not never now here there
once again perhaps maybe indeed finally first second last next later earlier recently today yesterday tomorrow tonight
is are was were be been being am do does did has have had can could will would shall should may might must let
yes no neither either asked speaking according given despite says said such
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
`);

export const RELATIVES = set('who which that whose whom');

/** True for words that never name anybody, whatever their first letter. */
export const isFunctionWord = (lower: string): boolean =>
  FUNCTION_WORDS.has(lower) || PREPOSITIONS.has(lower);

/** Joins the parts of a name: "Ursula von der Leyen", "Charles de Gaulle", "Osama bin Laden". */
export const PARTICLES = set(
  'de von van der den del della di da dos du la le el al bin ibn ben ter ten zu abu',
);

/** Pasts that do not end in -ed: they separate a subject from a name that follows. */
const IRREGULAR_PASTS = set(
  'said told met saw sent made held gave took kept left found led won lost paid put quit ran spoke became began brought bought built chose felt fought got heard hit knew let meant read rose sat sought stood swore taught thought went wrote shot struck is was were has had did',
);

/** True for what is likely a verb in the past or a participle. */
export const isPastVerb = (lower: string): boolean =>
  IRREGULAR_PASTS.has(lower) || (lower.endsWith('ed') && lower.length > 4);
