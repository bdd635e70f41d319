// What a date is likely to mean, as a first word in a box that a person reads: whole dates in digits or English months.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATED = new Set(["date/text", "group/established", "count/as_of", "policy/date"]);
const FORMS = [
  [/^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/, (m) => [m[1], m[2], m[3]]],
  [/^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/, (m) => [m[1], m[2]]],
  [/^(\d{4})\s*年?$/, (m) => [m[1]]],
  [/^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i, (m) => [m[3], month(m[1]), m[2]]],
  [/^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i, (m) => [m[3], month(m[2]), m[1]]],
  [/^([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i, (m) => [m[2], month(m[1])]],
];

function month(word) {
  return String(MONTHS.indexOf(word.toLowerCase()) + 1);
}

/** Whether the value of a field is a date in EDTF. */
export function isDate(kind, path) {
  return DATED.has(`${kind}/${path}`);
}

/** A quote as a date in EDTF; empty where a person has to write it. */
export function supposed(quote) {
  for (const [form, parts] of FORMS) {
    const match = form.exec(quote.trim());
    if (!match) continue;
    const [year, ...rest] = parts(match);
    const numbers = rest.map(Number);
    if (numbers[0] < 1 || numbers[0] > 12 || numbers[1] < 1 || numbers[1] > 31) return "";
    return [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
  }
  return "";
}
