// @ts-check
// Numbers as Python rounds and prints them.

/**
 * A number rounded to twelve significant digits.
 * @param {number} number
 */
export const canonical = (number) => Number(number.toPrecision(12));

/**
 * The shortest decimal form that reads back as the same number.
 * @param {number} number
 */
export function formatNumber(number) {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number === 0 ? 0 : number);
  const [digits, exponent] = number.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 16) return power < 0 ? fixed(number, digits, power) : withPoint(String(number));
  const sign = power < 0 ? "-" : "+";
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}

/**
 * @param {number} number
 * @param {string} digits
 * @param {number} power
 */
function fixed(number, digits, power) {
  const bare = digits.replace("-", "").replace(".", "");
  return `${number < 0 ? "-" : ""}0.${"0".repeat(-power - 1)}${bare}`;
}

/** @param {string} text */
const withPoint = (text) => (text.includes(".") ? text : `${text}.0`);
