/** `npm run bench -- NAME [options]`: figures to judge by ratio within one run, never a test. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchEntry } from './bench-options.ts'
import { build, reasonToBuild } from '../../tools/start/build.mjs'
import { printFigures } from './figures.ts'

const million = 1_000_000

const benches: Record<string, BenchEntry> = {
  seed: {
    what: 'fill a cache at the speed of a sync, for the others to start from',
    items: million,
    needsApp: false,
    load: async () => (await import('./seed.bench.ts')).seedBench,
  },
  start: {
    what: 'process start to the first cached row, at 10,000 items and at --items',
    items: million,
    needsApp: true,
    load: async () => (await import('./start.bench.ts')).startBench,
  },
  scroll: {
    what: 'frames and blank rows while the list is moved for --seconds',
    items: million,
    seconds: 60,
    needsApp: true,
    load: async () => (await import('./scroll.bench.ts')).scrollBench,
  },
  memory: {
    what: 'what the processes hold, after --seconds of scrolling too',
    items: million,
    seconds: 10,
    needsApp: true,
    load: async () => (await import('./memory.bench.ts')).memoryBench,
  },
  search: {
    what: 'a key stroke to its results, in the worker and painted',
    items: million,
    needsApp: true,
    load: async () => (await import('./search.bench.ts')).searchBench,
  },
  filter: {
    what: 'every filter, sort and facet, alone and in pairs',
    items: million,
    needsApp: false,
    load: async () => (await import('./filter.bench.ts')).filterBench,
  },
  ingest: {
    what: 'pages from loopback to committed rows',
    items: 20_000,
    needsApp: false,
    load: async () => (await import('./ingest.bench.ts')).ingestBench,
  },
}

function usage(): string {
  const lines = Object.entries(benches).map(([name, { what, items, seconds }]) => {
    const defaults = `--items ${items}${seconds === undefined ? '' : ` --seconds ${seconds}`}`
    return `  ${name.padEnd(8)} ${what} (${defaults})`
  })
  return [
    'usage: npm run bench -- NAME [--items N] [--seconds N] [--fresh] [--json FILE]',
    ...lines,
    '--fresh makes the cache of so many items anew, which is otherwise kept in .cache/bench/',
  ].join('\n')
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string' },
    seconds: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const [name = ''] = positionals
const entry = benches[name]
const items = Number(values.items ?? entry?.items)
const seconds = Number(values.seconds ?? entry?.seconds ?? 0)
const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least
if (!entry || !isWhole(items, 1) || !isWhole(seconds, entry.seconds === undefined ? 0 : 1)) {
  console.error(usage())
  process.exit(2)
}
const root = resolve(import.meta.dirname, '../..')
const reason = entry.needsApp ? reasonToBuild(root) : undefined
if (reason !== undefined) {
  console.log(`Building Packlight: ${reason} ...`)
  build(root)
}
const bench = await entry.load()
const figures = await bench({ items, seconds, fresh: values.fresh })
console.log(`${name}, ${items} items, Node ${process.version}, ${cpus().length} cores`)
printFigures(figures)
if (values.json) {
  const report = { bench: name, items, node: process.version, cores: cpus().length, figures }
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}
