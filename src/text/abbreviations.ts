const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Abbreviations that a name follows: a sentence ends after one only where the next word can be no name. Written as
 * print writes them; AP and Guardian style books, and what PolNeAR's train part has.
 */
export const BEFORE_NAMES = setOf(`
  Mr Mrs Ms Mx Dr Drs Prof Sen Sens Rep Reps Gov Govs Gen Gens Col Lt Sgt Capt Cmdr Cdr Adm Maj Rev Hon Pres Messrs
  Mme Mmes Mlle Msgr Fr Supt Det Insp Amb Atty Attys Sec Treas Brig Cpl Pvt Pfc Spc Ens Ste St Mt Ft Del Dels Asst Assoc
  Dir Pte Vt-Gov Const Rt Comdr Ald Ab Sra Srta Ofc Secy sen rep gov gen mr mrs ms dr prof
  MR MRS MS DR SEN REP GOV GEN ST MT FT`);

/** Abbreviations that a number or a name follows and no sentence ends with. */
export const NEVER_LAST = setOf(
  'vs v cf e.g i.e eg viz ca approx pp fig Fig figs Figs op Nos nos Art Sec Ch Eq Vol vol Ex',
);

/** Abbreviations that end a sentence only where a digit does not follow. */
export const BEFORE_NUMBERS = setOf(
  'No no p pg c ch sec eq Prop Op Opp Rev Ver ver Apt Ste Flt Rte Hwy',
);

/** Abbreviations within a sentence as well as at its end: what follows decides. Months, states, firms, streets, hours. */
export const EITHER_WAY = setOf(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Mon Tue Tues Wed Thu Thur Thurs Fri
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore
  Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask
  Inc Corp Co Cos Ltd Bros LLC LLP Cie Mfg Pty Plc
  Jr Sr Esq Ph PhD MD Rtd Ret
  Ave Blvd Rd Dr Hwy Pkwy Pl Sq Ln Ct Bldg Apt Rte
  a.m p.m et al etc Dept dept Assn Assoc Univ Inst Intl Natl Govt govt Est ext Ext avg
  ft lb lbs oz mi hr hrs sq mph yd yds cu Ed ed Eds eds Trans trans Dist Div`);

/** Names that carry an exclamation mark. */
export const EXCLAIMED_NAMES = setOf('Yahoo Jeb Jeopardy E Wham Panic');

/**
 * Words that begin a sentence with their capital and are, so written, hardly ever part of a name: after "U.S." or
 * "Inc." one of them says that a new sentence begins. Closed word classes and the adverbs news sentences open with.
 */
export const OPENERS = setOf(`
  The This That These Those There Here A An Another Any All Both Each Either Every Few Many More Most Much Neither None Several
  Some Such One He She It They We I You His Her Its Their Our My Your Who Whom Whose What Which When Where Why How
  He's She's It's They're We're I'm You're I've We've They've He'd She'd I'd That's There's Here's What's Who's Let's Don't Didn't
  He’s She’s It’s They’re We’re I’m You’re I’ve We’ve They’ve He’d She’d I’d That’s There’s Here’s What’s Who’s Let’s Don’t Didn’t
  And But Or Nor So Yet If Because Since Although Though While Whether Unless Until Once Than As
  In On At By For From With Without About Above Across After Against Along Amid Among Around Before Behind Below Beneath
  Beside Besides Between Beyond Despite During Except Inside Into Like Near Of Off Onto Outside Over Per Through Throughout To
  Toward Towards Under Unlike Up Upon Versus Via Within Is Are Was Were Be Been Being Am Do Does Did Has Have Had Can Could
  May Might Must Shall Should Will Would Isn’t Aren’t Wasn’t Doesn’t Can’t Won’t Isn't Aren't Wasn't Doesn't Can't Won't
  Not Never No Yes Also Already Again Almost Always Apparently Currently Earlier Even Eventually Finally Further
  Furthermore Generally Hence However Ideally Indeed Instead Just Last Lastly Later Lately Likewise Maybe Meanwhile Moreover Nearly
  Nevertheless Next Nonetheless Now Nowadays Often Only Otherwise Overall Perhaps Presumably Previously Probably Rather
  Initially Additionally Specifically Notably Clearly Obviously
  Unfortunately Fortunately Surprisingly Interestingly Importantly Significantly Consequently Subsequently Traditionally
  Historically Officially Increasingly Ironically Simply Certainly Possibly Hopefully Essentially Actually
  Recently Regardless Similarly Sometimes Soon Still Suddenly Then Thereafter Therefore Thus Today Together Tomorrow
  Tonight Too Typically Ultimately Usually Well Yesterday According Asked Given Speaking Following Including Based
  People Everyone Everybody Nobody Nothing Someone Something Anyone Anything Everything Critics Officials Authorities Experts
  Supporters Opponents Voters Prosecutors Investigators Researchers Scientists Lawmakers Lawyers Analysts Two Three Four Five Six
  Seven Eight Nine Ten Hundreds Thousands Millions Dozens`);

/** Cue verbs that follow a speaker's name after a question or an exclamation: “Why?” Smith asked. */
export const SPEECH_VERBS = setOf(`
  said says asked asks added adds told tells wrote writes tweeted tweets replied replies responded shouted shouts yelled cried
  wondered exclaimed joked quipped continued declared insisted demanded inquired recalled exclaims boomed posted texted`);
