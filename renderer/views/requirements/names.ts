/**
 * Names out of pasted text: one a line, or parted by commas, semicolons or tabs, as spreadsheets, mails and Japanese
 * texts have them. Twice the same is once.
 */
export function parseNames(text: string): readonly string[] {
  const names = text.split(/[\r\n\t,;、，；]+/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Hours of a schedule as an assumption takes them: `200` a month, or `10x5` a day and week. */
export function isHours(text: string): boolean {
  const found = /^(\d{1,3}(?:\.\d{1,4})?)(x[1-7])?$/.exec(text);
  return found !== null && Number(found[1]) <= (found[2] === undefined ? HOURS_OF_LONGEST_MONTH : HOURS_OF_DAY);
}

const HOURS_OF_LONGEST_MONTH = 744;
const HOURS_OF_DAY = 24;
