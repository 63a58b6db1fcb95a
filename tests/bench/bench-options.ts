import type { Figure } from './figures.ts'

export interface BenchOptions {
  items: number
}

export type Bench = (options: BenchOptions) => Promise<Figure[]>
