/** English function words: too common to find anything by. Folded, without apostrophes. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost along already also although always am among an and
  another any anybody anyone anything are arent around as at away back be became because become been before began
  being below between beyond both but by can cannot cant could couldnt did didnt do does doesnt doing done dont down
  due during each either else enough etc even ever every everybody everyone everything few for from further get gets
  getting give given gives go goes going gone got had hadnt has hasnt have havent having he hed hell her here hers
  herself hes him himself his how however i id if ill im in indeed instead into is isnt it itd itll its itself ive
  just keep kept least less let lets like likely made make makes making many may maybe me might mine more most much
  must my myself neither never no nobody none nor not nothing now of off often on once one only onto or other others
  our ours ourselves out over own per perhaps please put quite rather really same seem seemed seems shall shant she
  shed shell shes should shouldnt since so some somebody someone something still such than that thatll thats the
  their theirs them themselves then there theres these they theyd theyll theyre theyve thing things this those
  though through thus to together too toward towards under until unto up upon us use used using very via was wasnt
  we wed well were werent weve what whatever whats when whenever where wheres whether which while who whoever whole
  whom whos whose why will with within without wont would wouldnt yes yet you youd youll your youre yours yourself
  yourselves youve`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Names that only their capitals tell from a function word. */
const CAPITALISED_NAMES: ReadonlySet<string> = new Set(['US', 'WHO', 'IT']);

/** True for a word that no search should use; `word` as written, since "US" is a country and "us" is not. */
export function isStopWord(word: string): boolean {
  if (CAPITALISED_NAMES.has(word)) return false;
  return STOP_WORDS.has(word.toLowerCase().replace(/['’]/g, ''));
}
