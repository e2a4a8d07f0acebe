import sexByName from 'gender-detection-from-name/names/en.js';

const called = (wanted: string): string =>
  [...sexByName].flatMap(([name, sex]) => (sex === wanted ? [name] : [])).join(' ');

/** Folded given names, blank between them: a string, since it parses fastest (see country-data.ts). */
export const MALE_NAMES: string = called('male');
export const FEMALE_NAMES: string = called('female');
