import packaged, { type Country } from 'world-countries';

/*
 * A `-data.ts` module holds plain data computed from a package. The bundle computes it once and carries the result:
 * a start does not parse the whole package (src/bundle.mjs).
 */

export interface CountryData {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly common: string;
  readonly official: string;
  readonly alternatives: readonly string[];
  /** English, of men and of women; several joined by ", " or " or ". */
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  readonly independent: boolean;
}

// The package's types describe its ES module, which Node does not load: what comes is the array itself.
const countries = packaged as unknown as readonly Country[];

export const COUNTRIES: readonly CountryData[] = countries.map(
  ({ cca2, name, altSpellings, demonyms, capital, independent }) => ({
    code: cca2,
    common: name.common,
    official: name.official,
    alternatives: altSpellings,
    demonyms: [demonyms.eng?.m ?? '', demonyms.eng?.f ?? ''],
    capitals: capital,
    independent: independent ?? false,
  }),
);
