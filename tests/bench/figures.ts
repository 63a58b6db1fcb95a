/** What a benchmark measured, each figure beside its anchor: something simpler measured in the same run. */
export interface Figure {
  what: string
  unit: 'ms' | 'items/s' | 'MB' | 'count' | '%'
  p50: number
  p95: number
  max: number
  samples: number
  /** What it is compared with, and that one's median. */
  anchor?: { what: string; p50: number }
}

/** Median, 95th percentile and maximum of some samples. */
export function figure(
  what: string,
  unit: Figure['unit'],
  samples: readonly number[],
  anchor?: Figure['anchor'],
): Figure {
  if (samples.length === 0) throw new RangeError(`no samples for ${what}`)
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return {
    what,
    unit,
    p50: at(0.5),
    p95: at(0.95),
    max: round(sorted.at(-1) ?? 0),
    samples: sorted.length,
    ...(anchor && { anchor: { ...anchor, p50: round(anchor.p50) } }),
  }
}

export function median(samples: readonly number[]): number {
  return figure('', 'ms', samples).p50
}

const round = (value: number) => Math.round(value * 100) / 100

export function printFigures(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ what, unit, p50, p95, max, samples, anchor }) => ({
      what,
      unit,
      p50,
      p95,
      max,
      samples,
      anchor: anchor ? `${anchor.what}: ${anchor.p50}` : '',
      ratio: anchor && anchor.p50 > 0 ? round(p50 / anchor.p50) : '',
    })),
  )
}
