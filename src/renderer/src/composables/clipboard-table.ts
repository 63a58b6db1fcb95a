/** Rows for the clipboard: tab-separated, as spreadsheets paste them. */

/** A leading sign would make a spreadsheet take the text for a formula; a tab or line break would cut it. */
function cell(value: string | number | null): string {
  const text = String(value ?? '').replace(/[\t\r\n\0]+/g, ' ')
  return /^[=+\-@]/.test(text) ? `'${text}` : text
}

/** A header and its rows as one text. */
export function clipboardTable(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [header, ...rows].map((line) => line.map(cell).join('\t')).join('\n')
}
