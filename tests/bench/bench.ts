/** `npm run bench -- NAME [--items N] [--json FILE]`: figures to judge by ratio within one run, never a test. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench } from './bench-options.ts'
import { printFigures } from './figures.ts'

const benches: Record<string, () => Promise<Bench>> = {
  start: async () => (await import('./start.bench.ts')).startBench,
  search: async () => (await import('./search.bench.ts')).searchBench,
  ingest: async () => (await import('./ingest.bench.ts')).ingestBench,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { items: { type: 'string', default: '5000' }, json: { type: 'string' } },
})
const [name = ''] = positionals
const load = benches[name]
const items = Number(values.items)
if (!load || !Number.isInteger(items) || items < 1) {
  console.error(
    `usage: npm run bench -- NAME [--items N] [--json FILE]\nNAME: ${Object.keys(benches).join(', ')}`,
  )
  process.exit(2)
}
const bench = await load()
const figures = await bench({ items })
console.log(`${name}, ${items} items, Node ${process.version}, ${cpus().length} cores`)
printFigures(figures)
if (values.json) {
  const report = { bench: name, items, node: process.version, cores: cpus().length, figures }
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}
