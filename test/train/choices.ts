import { CHOICE_TEMPLATES } from '../../src/attribution/extraction/chooser.ts';
import { readingGrid } from '../../src/attribution/extraction/reading-columns.ts';
import { type Readings, readingViews } from '../../src/attribution/extraction/reading-view.ts';
import { ROLES, type Role } from '../../src/attribution/extraction/roles.ts';
import type { Labelled } from './chain-data.ts';
import type { GoldParagraph } from './gold.ts';
import { joint, likeness, type Ranges, sameRanges } from './likeness.ts';

type Gold = GoldParagraph['attributions'][number];

/**
 * The readings of a cue that annotators marked, each with the share of trust it is to get; null for any
 * other cue, and where there is no choice.
 */
export function choiceOf(readings: Readings, attributions: readonly Gold[]): Labelled | null {
  const { anchor } = readings;
  const gold =
    attributions.find(({ cue }) => cue[0]?.[0] === anchor) ??
    attributions.find(({ cue }) => cue.some(([from, end]) => anchor >= from && anchor < end));
  if (!gold || readings.list.length === 1) return null;
  const views = readingViews(readings);
  const worths = views.map((view) => worth((role) => view[role], gold));
  const best = Math.max(...worths);
  const labels = Uint8Array.from(worths, (one) => 200 * Math.exp((one - best) / FAULT));
  return {
    views: [{ grid: readingGrid(views), templates: CHOICE_TEMPLATES, from: 0 }],
    labels,
  };
}

/** A reading that is worth so much less than another gets a third of its trust. */
const FAULT = 0.1;

/** What each role is worth where it is right to the token. */
const EXACT: Readonly<Record<Role, number>> = { cue: 0.5, source: 0.5, content: 0 };

/** How right a reading is, as the scorer's figures have it: exact spans, and half of source and content shared. */
function worth(of: (role: Role) => Ranges, gold: Record<Role, Ranges>): number {
  const content = of('content');
  const hits = content.filter((range) =>
    gold.content.some((other) => sameRanges([range], [other])),
  );
  const exact = ROLES.filter((role) => sameRanges(of(role), gold[role]));
  return (
    (2 * hits.length) / (content.length + gold.content.length) +
    exact.reduce((sum, role) => sum + EXACT[role], 0) +
    0.1 * likeness(content, gold.content) +
    (joint(of, gold) > 0 ? 0.3 : 0)
  );
}
