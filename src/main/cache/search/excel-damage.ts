/**
 * Whether Excel, opening a CSV, would show another code than this: it drops leading zeros, keeps 15 digits, and
 * reads "12E5" as a number in scientific notation.
 */
export function isDamagedByExcel(code: string): boolean {
  return /^0\d+$/.test(code) || /^\d{16,}$/.test(code) || /^\d+(\.\d+)?e[+-]?\d+$/i.test(code)
}
