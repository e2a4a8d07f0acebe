/** Pretended passages: in a corpus of two articles no word tells more than another, in a large one the rare do. */
const SMOOTHING = 50;

/** How much it tells that a passage holds a word that `holding` of `all` passages hold (smoothed IDF, above 0). */
export const rarity = (holding: number, all: number): number =>
  Math.log(1 + (all + SMOOTHING) / (holding + SMOOTHING / 10));
