// @ts-check
// All sources as they are in the data, and which of them fit.

/** @typedef {[id: string, title: string, by: string, date: string, type: number, citations: number, read: number]} Row */
/** @typedef {{ types: [word: string, says: string][], years: [year: string, rows: Row[]][] }} Data */
/** @typedef {{ id: string, title: string, by: string, date: string, type: string, year: string, citations: number, read: number, words: string }} Source */

/** @param {Data} data @returns {Source[]} */
export function sourcesOf(data) {
  return data.years.flatMap(([year, rows]) =>
    rows.map(([id, title, by, date, type, citations, read]) => {
      return { id, title, by, date, type: data.types[type][0], year, citations, read, words: plain(`${title} ${by} ${id}`) };
    }),
  );
}

/** @param {Source[]} sources @param {import("./state.js").Filter} filter @returns {Source[]} */
export function fitting(sources, filter) {
  const words = plain(filter.find).split(/\s+/).filter(Boolean);
  return sources.filter(
    (source) =>
      words.every((word) => source.words.includes(word)) &&
      (!filter.type || source.type === filter.type) &&
      inYears(source.year, filter) &&
      isRead(source, filter.read),
  );
}

/** A source without a date is in no span of years. @param {string} year @param {import("./state.js").Filter} filter */
function inYears(year, { from, to }) {
  if (!from && !to) return true;
  return /^\d{4}$/.test(year) && (!from || year >= from) && (!to || year <= to);
}

/** @param {Source} source @param {string} asked */
function isRead({ citations, read }, asked) {
  if (asked === "all") return read > 0 && read === citations;
  if (asked === "open") return read < citations;
  return asked !== "none" || read === 0;
}

/** Small letters without accents, as people type them. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
