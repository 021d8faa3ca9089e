// @ts-check
// Random numbers that every language draws alike; the twin of reasoning/drawing.py.

const STEP = 0x6d2b79f5;

/** Numbers from 0 up to but not including 1, by the 32-bit generator mulberry32 (T. Ettinger, public domain, 2017). */
export class Draws {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** The next number, a multiple of 2**-32. */
  next() {
    this.state = (this.state + STEP) >>> 0;
    const state = this.state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /**
   * Numbers in rising order, the first 0 and the last 1, those between drawn and sorted.
   * @param {number} count
   */
  spaced(count) {
    if (count < 2) return new Float64Array(count);
    const found = new Float64Array(count);
    for (let index = 1; index < count - 1; index += 1) found[index] = this.next();
    found[count - 1] = 1;
    return found.sort();
  }

  /**
   * Weights that sum to 1, uniformly from all such, the largest first.
   * @param {number} count
   */
  weights(count) {
    const ends = this.spaced(count + 1);
    const found = new Float64Array(count);
    for (let index = 0; index < count; index += 1) found[index] = ends[index + 1] - ends[index];
    return found.sort().reverse();
  }
}
