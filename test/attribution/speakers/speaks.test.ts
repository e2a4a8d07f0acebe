import { expect, test } from 'vitest';
import type { Speaker } from '../../../src/attribution/attribution.ts';
import { speaks } from '../../../src/attribution/speakers/speaks.ts';

const speaker = (more: Partial<Speaker>): Speaker => ({
  name: '',
  type: 'person',
  aliases: [],
  memberOf: [],
  ...more,
});

const putin = speaker({
  name: 'Russian President Vladimir Putin',
  aliases: ['vladimir putin', 'putin'],
  memberOf: ['RU'],
});
const lomov = speaker({
  name: 'Kremlin spokesman Arkadi Lomov',
  aliases: ['arkadi lomov', 'lomov'],
  memberOf: ['RU', 'kremlin'],
});
const zelenskiy = speaker({
  name: 'The president, Volodymyr Zelenskiy',
  aliases: ['volodymyr zelenskiy', 'zelenskiy'],
  memberOf: ['UA'],
});
const governor = speaker({
  name: 'Governor Kirill Tavin of the Orlovo region',
  aliases: ['kirill tavin', 'tavin'],
  memberOf: ['RU'],
});
const ministry = speaker({
  name: 'the defense ministry',
  type: 'organisation',
  aliases: ['defense ministry', 'mod', 'md'],
  memberOf: ['RU'],
});
const kremlin = speaker({
  name: 'The Kremlin',
  type: 'organisation',
  aliases: ['kremlin'],
  memberOf: ['RU'],
});
const moscow = speaker({
  name: 'Moscow',
  type: 'government',
  aliases: ['moscow'],
  memberOf: ['RU'],
  country: 'RU',
});
const officials = speaker({
  name: 'Russian officials',
  type: 'group',
  aliases: ['russian officials'],
  memberOf: ['RU'],
});
const both = speaker({ name: 'Tavin and Lomov', type: 'group', parts: [governor, lomov] });

test.each([
  ['russia', putin, 'member'],
  ['russia', ministry, 'member'],
  ['russia', kremlin, 'member'],
  ['russia', officials, 'member'],
  ['russia', moscow, 'same'],
  ['russian government', moscow, 'same'],
  ['russian officials', officials, 'same'],
  ['russian officials', putin, 'member'],
  ['moscow', putin, 'member'],
  ['russia', zelenskiy, null],
  ['putin', putin, 'same'],
  ['president vladimir putin', putin, 'same'],
  ['russian president putin', putin, 'same'],
  ['putin', kremlin, null],
  ['putin', moscow, null],
  ['putin', ministry, null],
  ["putin's spokesman", putin, null],
  ['dmitri putin', putin, null],
  ['kremlin', kremlin, 'same'],
  ['the kremlin', lomov, 'member'],
  ['kremlin', moscow, 'member'],
  ['kremlin', putin, null],
  ['kremlin', ministry, null],
  ['kremlin', officials, null],
  ['zelensky', zelenskiy, 'same'],
  ['volodymyr zelensky', zelenskiy, 'same'],
  ['russian defence ministry', ministry, 'same'],
  ['ministry of defence', ministry, 'same'],
  ["russia's ministry of defense", ministry, 'same'],
  ['mod', ministry, 'same'],
  ['ukrainian defence ministry', ministry, null],
  ['foreign ministry', ministry, null],
  ['governor of the orlovo region', governor, 'same'],
  ['governor', putin, null],
  ['tavin', both, 'same'],
  ['', putin, null],
] as const)('asked for "%s": %o speaks as %s', (asked, one, expected) => {
  expect(speaks(one, { aliases: [asked] })).toBe(expected);
});

test.each([
  { named: 'Mr. Orlov', asked: 'anna orlov', match: null },
  { named: 'Mrs. Orlov', asked: 'anna orlov', match: 'same' },
  { named: 'Ms. Orlov', asked: 'peter orlov', match: null },
  { named: 'President Orlov', asked: 'anna orlov', match: 'same' },
])('$named may be $asked: $match', ({ named, asked, match }) => {
  expect(speaks(speaker({ name: named, aliases: ['orlov'] }), { aliases: [asked] })).toBe(match);
});
