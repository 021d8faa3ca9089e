// @ts-check
// What is asked for, in the address: ?find=WORDS&type=TYPE&from=YEAR&to=YEAR&read=all|open|none

/** @typedef {{ find: string, type: string, from: string, to: string, read: string }} Filter */
/** @typedef {{ types: string[], years: string[] }} Choices */

export const READ = ["all", "open", "none"];

/** @param {string} query @param {Choices} choices @returns {Filter} */
export function readFilter(query, choices) {
  const asked = new URLSearchParams(query);
  /** @param {string} key @param {string[]} known */
  const one = (key, known) => known.find((each) => each === asked.get(key)) ?? "";
  return {
    find: asked.get("find") ?? "",
    type: one("type", choices.types),
    from: one("from", choices.years),
    to: one("to", choices.years),
    read: one("read", READ),
  };
}

/** @param {Filter} filter @returns {string} the query, with what else the address asks for */
export function queryOf(filter) {
  const asked = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(filter)) {
    if (value.trim()) asked.set(key, value);
    else asked.delete(key);
  }
  const query = asked.toString();
  return query && `?${query}`;
}

/** Whether anything is asked for. @param {Filter} filter */
export const isAsked = (filter) => Object.values(filter).some((value) => value.trim());
