// @ts-check

/**
 * All selections of a size, in the order of the items.
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} size
 * @returns {Generator<Item[]>}
 */
export function* combinations(items, size, from = 0) {
  if (size === 0) yield [];
  else {
    for (let index = from; index <= items.length - size; index += 1) {
      for (const rest of combinations(items, size - 1, index + 1)) yield [items[index], ...rest];
    }
  }
}
