const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Bodies that speak. Singular, in lower case. */
const ORGANISATIONS = set(`
ministry department agency bureau office commission committee council board authority administration government
cabinet parliament congress senate house assembly legislature duma court tribunal
army military navy force corps guard command troops police intelligence service embassy consulate mission
party campaign coalition alliance union league movement front opposition caucus
company corporation firm bank group fund exchange manufacturer maker airline airport operator retailer startup
university college school institute institution hospital clinic museum church diocese foundation trust charity
association society organisation organization federation confederation network center centre club team
newspaper magazine newsroom outlet broadcaster channel station website site blog agency journal press media
television tv radio times post news tribune herald chronicle gazette telegraph guardian
airlines technologies systems industries holdings laboratories motors inc corp co ltd llc plc ag gmbh sa
nations reserve bureau chamber secretariat staff treasury presidency ngo
`);

/** What is written or spoken and speaks for whoever issued it. */
const ARTIFACTS = set(`
statement announcement communique release post posts tweet tweets message letter email e-mail memo note remark
remarks comment comments speech address interview briefing report study survey poll analysis assessment review
document documents filing lawsuit complaint indictment ruling verdict order decree notice bulletin dispatch
article editorial column op-ed story book blog video recording transcript testimony affidavit proposal plan
warning claim claims account data figures estimate estimates forecast findings results research paper
`);

/** Statements proper: when one is named and no issuer is, it is the last speaker's. Studies and polls are not. */
const UTTERANCES = set(`
statement announcement communique release post tweet message letter email e-mail memo note remark remarks
comment comments speech address interview briefing warning claim claims bulletin dispatch announcement
`);

/** Several people without a name. Singulars take the plural "s" away first. */
const PEOPLE = set(`
people official authority expert analyst source aide adviser advisor lawyer lawmaker politician diplomat leader
resident witness critic supporter opponent researcher scientist doctor economist investor trader activist
protester voter student teacher worker farmer soldier troop prosecutor investigator republican democrat
executive employee member relative family friend neighbour neighbor observer commentator journalist reporter
volunteer rescuer firefighter medic police militant rebel insurgent separatist
`);

/**
 * Heads that speak for the country named before them: "Russian officials", "Ukraine's air force"; not "Russian
 * farmers".
 */
const OFFICIAL = set(`
president premier minister chancellor king queen emperor emir sultan prince princess governor mayor senator representative
secretary undersecretary ambassador envoy consul diplomat negotiator delegate delegation spokesman spokeswoman spokesperson
official authority government administration cabinet parliament congress senate duma legislature ministry department
military army navy force corps guard command commander general colonel major captain admiral marshal troop soldier
police intelligence service security embassy mission court prosecutor attorney agency commission council
chief lawmaker mp deputy state side leader leadership presidency treasury defense defence
`);

/** The last word of a name that is no person's and no body's. */
const THINGS = set(`
street avenue road boulevard square bridge tower building plaza hotel resort mall river lake sea ocean bay gulf mountain
mountains hill hills island islands valley beach coast desert forest park county city town village state states province
region district airport station port harbor harbour highway parkway canal dam strait peninsula
act bill amendment law code treaty accord agreement pact deal plan program programme initiative project prize award medal
show breakfast dinner conference summit forum festival games cup series open championship bowl derby war day week month
year century edition train special ticket primary election debate convention inauguration
`);

const STATE_MEDIA = set('media television tv news agency broadcaster channel radio newspaper');

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['spokesmen', 'spokesman'],
  ['children', 'child'],
  ['forces', 'force'],
  ['authorities', 'authority'],
  ['ministries', 'ministry'],
  ['agencies', 'agency'],
  ['parties', 'party'],
  ['armies', 'army'],
  ['studies', 'study'],
  ['countries', 'country'],
  ['families', 'family'],
  ['deputies', 'deputy'],
  ['secretaries', 'secretary'],
  ['attorneys', 'attorney'],
  ['news', 'news'],
  ['corps', 'corps'],
  ['congress', 'congress'],
  ['press', 'press'],
  ['police', 'police'],
  ['people', 'people'],
  ['media', 'media'],
]);

/** "officials" → "official"; other words as they are. */
export function singular(lower: string): string {
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (/\p{L}{2}men$/u.test(lower)) return lower.replace(/men$/, 'man');
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

export const isOrganisationNoun = (lower: string): boolean =>
  ORGANISATIONS.has(singular(lower)) || ORGANISATIONS.has(lower);
export const isArtifact = (lower: string): boolean =>
  ARTIFACTS.has(lower) || ARTIFACTS.has(singular(lower));
export const isUtterance = (lower: string): boolean =>
  UTTERANCES.has(lower) || UTTERANCES.has(singular(lower));
export const isPeopleNoun = (lower: string): boolean =>
  PEOPLE.has(singular(lower)) || PEOPLE.has(lower);

export const isThing = (lower: string): boolean => THINGS.has(lower);

/** True where `head`, with `modifiers` before it, speaks for the country that the phrase names. */
export const isOfficial = (head: string, modifiers: readonly string[]): boolean =>
  OFFICIAL.has(singular(head)) ||
  (STATE_MEDIA.has(head) &&
    modifiers.some(
      (word) =>
        word === 'state' ||
        word === 'state-run' ||
        word === 'official' ||
        word === 'state-owned' ||
        word === 'state-controlled',
    ));

/** Plural in form or sense: takes "they". */
export const isPlural = (lower: string): boolean =>
  lower !== singular(lower) || lower === 'people' || lower === 'police' || lower === 'troops';
