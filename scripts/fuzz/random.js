// Chance that can be had again: one seed, one row of numbers.

/** Mulberry32: numbers from 0 to 1, whole ones below a bound, one of a list. */
export function randomFrom(seed) {
  let state = seed;
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(unit() * count);
  return { unit, below, pick: (list) => list[below(list.length)] };
}
