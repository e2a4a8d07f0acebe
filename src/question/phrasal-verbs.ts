import type { Word } from './words.ts';

/** "hit back" is one word in two, of which a search keeps only "hit"; after the dash, what articles may write for it. */
const PHRASAL_VERBS = `
hit strike fight back - retaliate retaliation
pull move out - withdraw leave evacuate
pull back - withdraw retreat
hold keep back - withhold withheld
give up - surrender leave abandon
give hand back - return leave
hand over - surrender deliver
take over - seize capture
shoot bring take knock down - downed destroyed intercepted shot
take knock out - destroyed downed
blow up - explode explosion
turn down - reject refuse
step down - resign
call off - cancel
carry out - conduct perform
put off - postpone delay
set up - establish
break out - erupt
lay off - dismiss
get ready - prepare
`;

const PASTS: Readonly<Record<string, readonly string[]>> = {
  strike: ['struck'],
  fight: ['fought'],
  hold: ['held'],
  keep: ['kept'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  shoot: ['shot'],
  bring: ['brought'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  lay: ['laid'],
  get: ['got'],
};

const byWords = new Map<string, readonly string[]>();
for (const line of PHRASAL_VERBS.trim().split('\n')) {
  const [verbs = '', others = ''] = line.split(' - ');
  const words = verbs.split(' ');
  for (const verb of words.slice(0, -1)) {
    for (const form of formsOf(verb)) byWords.set(`${form} ${words.at(-1)}`, others.split(' '));
  }
}

function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  const pasts = PASTS[verb] ?? [`${stem}ed`];
  return [verb, `${verb}s`, `${stem}ing`, ...pasts];
}

/** Other ways to word the phrasal verbs of a question, by their first word; a word or two may stand between. */
export function phrasalVariants(words: readonly Word[]): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  words.forEach(({ folded }, at) => {
    for (const { folded: particle } of words.slice(at + 1, at + 4)) {
      const others = byWords.get(`${folded} ${particle}`);
      if (others) found[folded] = others;
    }
  });
  return found;
}
