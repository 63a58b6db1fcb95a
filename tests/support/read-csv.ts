/** A CSV file as another program reads it: Python's csv module. */
import { execFileSync } from 'node:child_process'

const program = `
import csv, json, sys
with open(sys.argv[1], encoding=sys.argv[3], newline='') as file:
    print(json.dumps(list(csv.DictReader(file, delimiter=sys.argv[2], strict=True))))
`

/** The rows by the names in the head. Throws where a row has another number of fields than the head. */
export function readCsv(file: string, delimiter: string, encoding: 'utf-8' | 'utf-8-sig'): CsvRow[] {
  const text = execFileSync('python3', ['-c', program, file, delimiter, encoding], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  // What is too much stands under the key "null", what is missing is null.
  const rows = JSON.parse(text) as Record<string, string | string[] | null>[]
  for (const row of rows)
    if ('null' in row || Object.values(row).includes(null))
      throw new Error(`uneven row ${JSON.stringify(row)}`)
  return rows as CsvRow[]
}

export type CsvRow = Record<string, string>
