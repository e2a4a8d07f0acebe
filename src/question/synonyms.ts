import { stem } from '../text/terms.ts';

/**
 * Words by which reporters name one thing, whatever form they take ("retaliation", "retaliatory"): where a question
 * uses one, an article may use any other of its line. Only words that fit in most of their senses stand here.
 */
const SYNONYMS = `
war conflict fighting hostilities
attack strike raid assault
rocket missile
soldiers troops servicemen
army military forces
shelling bombardment
explosion blast
weapons arms armaments weaponry
destroy intercept downed
invade invasion incursion
seize capture conquer
retreat withdraw pullout
truce ceasefire armistice
retaliate retaliation retaliatory retribution revenge reprisal vengeance
threaten threat menace
escalate escalation
provoke provocation provocative
surrender capitulate
sabotage sabotaged
captive prisoner
fatalities deaths dead
injured wounded hurt
killed died slain
refugee migrant
evacuate evacuation
village settlement
town settlement
area region
harbor port seaport
plane flight aircraft jet airliner
road highway
cargo freight goods
corridor route
border frontier
allow let permit permission authorize authorization approve approval
ban forbid prohibit prohibition
stop halt end cease
start begin launch
withhold withheld
deliver supply provide
aid assistance support
range reach
election vote poll ballot
president presidential
popularity popular
leader head chief boss
summit meeting conference
government administration cabinet
lawmaker legislator parliamentarian
law legislation
opposition criticism
worry concern fear apprehension anxiety
afraid fear
worried concerned apprehensive
goal aim objective purpose
plan scheme strategy
reason cause
consequences repercussions aftermath
tycoon oligarch magnate
businessman entrepreneur
company firm corporation
trade commerce
tariff duty levy
price cost
job employment
worker employee
dismiss sack
profit earnings
funding funds money
budget spending
agreement deal accord pact treaty
sanctions penalties
cut reduce slash decrease
increase raise grow rise boost surge
fall drop decline plunge
court tribunal
lawsuit suit
arrest detain detention
jail prison imprison
murder homicide
crime offense
inquiry investigation probe
quake earthquake tremor
storm hurricane cyclone typhoon
blaze fire
crash collision
illness disease sickness
vaccine jab
doctor physician
medicine drug medication
child kid
residents inhabitants locals
people civilians residents
isolate isolation
risk danger hazard
dangerous hazardous risky
important vital crucial essential key significant valuable
big large massive huge major
difficult hard
rarely seldom
recently lately
quickly rapidly
send sent dispatch
carry transport
buy purchase
bolster strengthen
weaken undermine
erode undermine
denounce condemn
admit acknowledge
vow promise pledge
de-occupy liberate free
occupied seized
nuclear atomic
`;

const byStem = new Map<string, Set<string>>();
for (const line of SYNONYMS.trim().split('\n')) {
  const words = line.split(' ');
  for (const word of words) {
    const others = byStem.get(stem(word)) ?? new Set<string>();
    for (const other of words) if (stem(other) !== stem(word)) others.add(other);
    byStem.set(stem(word), others);
  }
}

/** What articles may write for the folded `word`; none for a word without ordinary synonyms. */
export const synonymsOf = (word: string): readonly string[] => [...(byStem.get(stem(word)) ?? [])];
