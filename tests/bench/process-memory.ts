/** What the processes of an app hold in memory (Linux: from /proc). */
import { readFileSync, readdirSync } from 'node:fs'

/** The main process with its threads, the page's process, and all others (network, graphics, keychain). */
export const processKinds = ['main', 'renderer', 'others'] as const
export type ProcessKind = (typeof processKinds)[number]

/** Megabytes. `resident` counts what several processes share in each of them, `own` shares it out among them. */
export interface Memory {
  resident: number
  own: number
}

/** Of the app whose main process is `pid`, by kind of process. */
export function memoryOf(pid: number): Record<ProcessKind, Memory> {
  const sum = { main: none(), renderer: none(), others: none() }
  for (const one of familyOf(pid)) {
    const kind = one === pid ? 'main' : isRenderer(one) ? 'renderer' : 'others'
    sum[kind].resident += kilobytes(`/proc/${one}/status`, 'VmRSS') / 1000
    sum[kind].own += kilobytes(`/proc/${one}/smaps_rollup`, 'Pss') / 1000
  }
  return sum
}

const none = (): Memory => ({ resident: 0, own: 0 })

const isRenderer = (pid: number): boolean => readProc(`/proc/${pid}/cmdline`).includes('--type=renderer')

function kilobytes(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readProc(file))?.[1] ?? 0) * 1.024
}

/** The process and all that it started. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = Number(/\) \S (\d+)/.exec(readProc(`/proc/${name}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const family = [pid]
  for (let at = 0; at < family.length; at++) family.push(...(children.get(family[at] ?? 0) ?? []))
  return family
}

/** A process may end while it is looked at. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
