import { expect, test } from 'vitest';
import { abbreviationsIn } from '../../src/retrieval/abbreviations.ts';

test.each([
  { text: 'unmanned aerial vehicles (UAVs)', pairs: [['uav', 'unmanned aerial vehicles']] },
  {
    text: 'said the Ministry of Harbours (MoH) today',
    pairs: [['moh', 'ministry of harbours']],
  },
  { text: 'the Tarn Bridge Authority (T.B.A.)', pairs: [['tba', 'tarn bridge authority']] },
  { text: 'a short-range missile (SRM)', pairs: [['srm', 'short-range missile']] },
  { text: 'the capital (Verrin) was quiet', pairs: [] },
  { text: '(ABC) begins the text', pairs: [] },
])('learns from "$text"', ({ text, pairs }) => {
  expect(abbreviationsIn(text)).toEqual(pairs);
});
