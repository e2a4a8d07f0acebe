import { fold } from '../../text/fold.ts';
import { FEMALE_NAMES, MALE_NAMES } from './given-name-data.ts';

const male = new Set(MALE_NAMES.split(' '));
const female = new Set(FEMALE_NAMES.split(' '));

/**
 * The package gives every name the sex that bears it more often; these are borne by both often enough to mislead
 * (each at least a third the rarer sex in the US, or family names that come first).
 */
const UNISEX = new Set(
  'jordan taylor morgan casey riley jessie jackie avery jaime peyton kerry jody kendall frankie quinn leslie dana robin kelly tracy alexis jamie angel cameron devin drew hayden parker reese rory alex terry shannon stacy andrea jean simone nicola sasha blake skyler rowan sidney sydney emerson finley dakota charlie elliott elliot harper hunter justice marion carol lynn francis joan loren shelby tristan whitney yuri yong chen kim lee jan jin min lin wei sam pat ray lou dee yan hui bin jun fei han kai sun wang zhang yang chan cheng park'.split(
    ' ',
  ),
);

/** Sex of those called `name`; null for names unknown, borne by both, or of two letters (Li, Xi). */
export function sexOfName(name: string): 'male' | 'female' | null {
  const key = fold(name);
  if (key.length < 3 || UNISEX.has(key)) return null;
  if (male.has(key)) return 'male';
  return female.has(key) ? 'female' : null;
}

/** True for a known given name. */
export function isGivenName(name: string): boolean {
  const key = fold(name);
  return male.has(key) || female.has(key);
}
