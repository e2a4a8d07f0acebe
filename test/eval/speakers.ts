import { readFileSync } from 'node:fs';
import type { Attribution, Speaker } from '../../src/attribution/attribution.ts';
import { countryOf } from '../../src/attribution/speakers/countries.ts';
import { resolveSpeakers } from '../../src/attribution/speakers/resolve-speakers.ts';
import { speaks } from '../../src/attribution/speakers/speaks.ts';
import { fold } from '../../src/text/fold.ts';
import { sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';
import {
  type AnnotatedArticle,
  annotated,
  type Expected,
  exactly,
  isExact,
} from './speakers/notation.ts';

/** One check of one attribution: what was looked at, and whether it held. */
interface Check {
  readonly what:
    | 'speaker'
    | 'nobody'
    | 'member'
    | 'act'
    | 'kind'
    | 'via'
    | 'description'
    | 'candidates';
  readonly outcome: 'right' | 'wrong' | 'unresolved';
  readonly note: string;
}

const FILES = { worked: 'worked.txt', 'held-out': 'held-out.txt' } as const;

/** `npm run eval -- speakers [worked|held-out] [--errors]`: who is meant, on the annotated prose beside this file. */
export async function run(args: readonly string[]): Promise<void> {
  const chosen = Object.entries(FILES).filter(
    ([name]) => args.length === 0 || args[0]?.startsWith('--') || args.includes(name),
  );
  for (const [name, file] of chosen) {
    const articles = annotated(readFileSync(new URL(`speakers/${file}`, import.meta.url), 'utf8'));
    const checks = articles.flatMap(checksOf);
    const paragraphs = articles.reduce((sum, { body }) => sum + body.split('\n').length, 0);
    console.log(`${name}: ${articles.length} articles, ${paragraphs} paragraphs`);
    console.table(tally(checks));
    if (args.includes('--errors'))
      for (const { what, outcome, note } of checks)
        if (outcome !== 'right') console.log(`${what} ${outcome}: ${note}`);
  }
}

function tally(checks: readonly Check[]): Record<string, Record<string, number | string>> {
  const whats = [...new Set(checks.map(({ what }) => what))];
  return Object.fromEntries(
    whats.map((what) => {
      const own = checks.filter((check) => check.what === what);
      const count = (outcome: Check['outcome']) =>
        own.filter((check) => check.outcome === outcome).length;
      const share = `${((100 * count('right')) / own.length).toFixed(1)} %`;
      return [
        what,
        {
          checks: own.length,
          right: count('right'),
          wrong: count('wrong'),
          unresolved: count('unresolved'),
          share,
        },
      ];
    }),
  );
}

function checksOf(article: AnnotatedArticle): Check[] {
  const { body, headline, spans, expected } = article;
  const found = resolveSpeakers({ body, headline }, paragraphsOf(body), [...spans.values()]);
  const byId = new Map([...spans.keys()].map((id, at) => [id, found[at]]));
  return expected.flatMap((one) => {
    const attribution = byId.get(one.id);
    if (!attribution) throw new Error(`${headline}: no spans are marked ${one.id}`);
    return checkOne(one, attribution).map((check) => ({
      ...check,
      note: `${headline} ${one.id}: ${check.note}`,
    }));
  });
}

/** Paragraphs are lines here. */
function paragraphsOf(body: string): Span[][] {
  return [...body.matchAll(/[^\n]+/g)].map(({ index, 0: line }) =>
    sentences(body, { start: index, end: index + line.length }),
  );
}

function checkOne(expected: Expected, attribution: Attribution): Check[] {
  const { speaker, candidates } = attribution;
  const who = expected.who ? checkSpeaker(expected.who, speaker, candidates) : checkNobody(speaker);
  return [who, ...checkCandidates(expected, candidates), ...checkLabels(expected, attribution)];
}

const checked = (what: Check['what'], holds: boolean, note: string): Check => ({
  what,
  outcome: holds ? 'right' : 'wrong',
  note,
});

function checkCandidates({ candidates: names }: Expected, found: readonly Speaker[]): Check[] {
  if (names.length === 0) return [];
  const all = names.every((name) => found.some((one) => isMeant(one, name)));
  const note = `${found.map(({ name }) => name)}, not ${names}`;
  return [checked('candidates', all && found.length === names.length, note)];
}

function checkLabels(expected: Expected, { speaker, act, kind, via }: Attribution): Check[] {
  const groups = speaker?.memberOf ?? [];
  const name = speaker?.name ?? '';
  const through = via.map((one) => one.name);
  const { act: expectedAct, kind: expectedKind, via: carrier, names } = expected;
  return [
    ...expected.memberOf.map((group) =>
      checked('member', groups.includes(group), `${name} not for ${group}`),
    ),
    ...expected.notMemberOf.map((group) =>
      checked('member', !groups.includes(group), `${name} for ${group}`),
    ),
    ...(expectedAct ? [checked('act', act === expectedAct, `${act}, not ${expectedAct}`)] : []),
    ...(expectedKind
      ? [checked('kind', kind === expectedKind, `${kind}, not ${expectedKind}`)]
      : []),
    ...(names.length > 0
      ? [checked('description', names.includes(name), `${name}, not ${names}`)]
      : []),
    ...(carrier
      ? [
          checked(
            'via',
            via.some((one) => isMeant(one, carrier)),
            `via ${through}, not ${carrier}`,
          ),
        ]
      : []),
  ];
}

function checkSpeaker(
  who: readonly string[],
  speaker: Speaker | null,
  candidates: readonly Speaker[],
): Check {
  if (!speaker)
    return {
      what: 'speaker',
      outcome: 'unresolved',
      note: `expected ${who}, candidates ${candidates.map(({ name }) => name).join(' / ')}`,
    };
  const right = who.some((one) => isMeant(speaker, one));
  return {
    what: 'speaker',
    outcome: right ? 'right' : 'wrong',
    note: `${speaker.name}, not ${who.join(' or ')}`,
  };
}

const checkNobody = (speaker: Speaker | null): Check => ({
  what: 'nobody',
  outcome: speaker ? 'wrong' : 'right',
  note: `${speaker?.name}, not nobody`,
});

function isMeant(speaker: Speaker, who: string): boolean {
  if (isExact(who)) return speaker.name === exactly(who);
  const country = countryOf(who);
  return speaks(speaker, { aliases: [fold(who)], ...(country ? { country } : {}) }) === 'same';
}
