/** Words that stand before or beside a name and say what the person is; with the sex, where the word tells it. */
const TITLES = `
mr mrs ms miss mx sir dame lord lady madam dr doctor prof professor rev reverend fr father sister brother bishop
archbishop cardinal pope imam rabbi ayatollah sheikh sheik mullah pastor
president vice-president premier prime minister chancellor king queen prince princess emperor emir sultan
first-lady lady governor gov lieutenant lt mayor senator sen representative rep congressman congresswoman lawmaker
assemblyman assemblywoman councilman councilwoman councillor alderman delegate mp mep speaker whip
secretary undersecretary minister deputy ambassador envoy consul commissioner attorney-general attorney solicitor
prosecutor judge justice magistrate sheriff chief commander general gen colonel col major maj captain capt
sergeant sgt corporal private admiral adm commodore marshal brigadier officer inspector detective superintendent
chairman chairwoman chair chairperson director head leader founder co-founder ceo cfo coo executive manager owner
spokesman spokeswoman spokesperson adviser advisor aide strategist counsel lawyer official analyst economist
scientist researcher expert author writer reporter correspondent journalist editor columnist host anchor moderator
candidate nominee incumbent contender rival activist campaigner organizer organiser critic
coach player striker actor actress singer director filmmaker artist musician
teacher principal student nurse surgeon physician engineer farmer resident witness veteran
rival challenger democrat republican supervisor superintendent editor editor-in-chief blogger cleric historian philosopher
pollster lobbyist fundraiser treasurer comptroller ombudsman provost dean rector regent marshal dj rapper singer
star comedian playwright novelist poet photographer designer chef pilot captain driver trainer manager businessman
businesswoman entrepreneur investor billionaire developer banker trader broker salesman
`;

const TITLE_WORDS = new Set(TITLES.trim().split(/\s+/));

/** What comes before a title without being one: "former U.S. President", "then-candidate", "deputy". */
const QUALIFIERS = new Set(
  'former ex then acting interim outgoing incoming late current longtime retired senior junior top chief deputy assistant vice first second third co presumptive'.split(
    ' ',
  ),
);

const FEMALE = new Set(
  'mrs ms miss dame lady madam queen princess sister congresswoman assemblywoman councilwoman chairwoman spokeswoman actress businesswoman policewoman mother wife daughter widow grandmother aunt niece woman girl'.split(
    ' ',
  ),
);
const MALE = new Set(
  'mr sir lord king prince father brother congressman assemblyman councilman chairman spokesman businessman policeman husband son widower grandfather uncle nephew man boy pope'.split(
    ' ',
  ),
);

/** Abbreviated titles and the word they stand for: "the senator" is "Sen. Jane Doe". */
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['sens', 'senator'],
  ['rep', 'representative'],
  ['reps', 'representative'],
  ['gov', 'governor'],
  ['govs', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['capt', 'captain'],
  ['sgt', 'sergeant'],
  ['maj', 'major'],
  ['adm', 'admiral'],
  ['dr', 'doctor'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
  ['lt', 'lieutenant'],
  ['advisor', 'adviser'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
]);

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:ex|then|co)-/, '');

/** "Gov." → "governor"; other words as they are, in lower case. */
export const titleWord = (word: string): string => ABBREVIATED.get(bare(word)) ?? bare(word);

/** True for "President", "Sen.", "Senators", "spokeswoman", "former". */
export function isTitleWord(word: string): boolean {
  const one = bare(word);
  return (
    TITLE_WORDS.has(one) ||
    ABBREVIATED.has(one) ||
    QUALIFIERS.has(one) ||
    TITLE_WORDS.has(one.replace(/s$/, ''))
  );
}

/** True for what a title may be built from beside titles: "former", "acting". */
export const isQualifier = (word: string): boolean => QUALIFIERS.has(bare(word));

/** What the first of `words` that tells says of who is called so: "Ms. Ada Quill"; null where none tells. */
export const sexOfTitles = (words: readonly string[]): 'male' | 'female' | null =>
  words.map(sexOfTitle).find((sex) => sex !== null) ?? null;

/** What a title says of its bearer: "Mr." male, "spokeswoman" female; null for most. */
export function sexOfTitle(word: string): 'male' | 'female' | null {
  if (FEMALE.has(bare(word))) return 'female';
  return MALE.has(bare(word)) ? 'male' : null;
}
