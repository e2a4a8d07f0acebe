/** Universal Dependencies relations that the parser tells apart; all others are "dep". */
export const RELATIONS = [
  'dep',
  'root',
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'ccomp',
  'xcomp',
  'csubj',
  'advcl',
  'acl',
  'acl:relcl',
  'nmod',
  'nmod:poss',
  'case',
  'mark',
  'det',
  'amod',
  'nummod',
  'compound',
  'flat',
  'conj',
  'cc',
  'punct',
  'aux',
  'aux:pass',
  'cop',
  'advmod',
  'appos',
  'parataxis',
  'discourse',
  'expl',
] as const;

export type Relation = (typeof RELATIONS)[number];

/** The index of a relation of the treebank, its subtype dropped where RELATIONS has none. */
export function relationOf(name: string): number {
  const list: readonly string[] = RELATIONS;
  const exact = list.indexOf(name);
  return exact >= 0 ? exact : Math.max(0, list.indexOf(name.split(':')[0] ?? ''));
}
