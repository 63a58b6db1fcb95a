/** A long number in groups of three, as one reads it aloud: "1042771" is "1 042 771". Other text stays. */
export function groupDigits(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0') : text
}
