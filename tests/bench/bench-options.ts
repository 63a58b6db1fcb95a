import type { Figure } from './figures.ts'

export interface BenchOptions {
  items: number
  /** How long a benchmark that watches for a while does so. */
  seconds: number
  /** What is kept from an earlier run is made anew. */
  fresh: boolean
}

export type Bench = (options: BenchOptions) => Promise<Figure[]>

/** A benchmark as the command line knows it. */
export interface BenchEntry {
  what: string
  items: number
  /** Default of `--seconds`, where the benchmark has it. */
  seconds?: number
  /** It looks at the built app, which is built anew where that is older than its sources. */
  needsApp: boolean
  load: () => Promise<Bench>
}
