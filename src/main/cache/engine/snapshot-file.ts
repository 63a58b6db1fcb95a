import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { JsonValue } from '../../../shared/json.ts'
import { kindOf, makeColumn } from './engine-parts.ts'
import type { ColumnKind, EngineParts } from './engine-parts.ts'

const mark = Buffer.from('PACKLIGHT ENGINE')
const countBytes = 4

interface Head {
  stamp: string
  columns: { name: string; kind: ColumnKind; length: number }[]
  values: [string, JsonValue][]
}

/**
 * The engine written down beside the database, so that the next start need not read a million rows to search:
 * a mark, the head as JSON with its length before it, the columns as they are in memory, and a checksum of all.
 * Only ever a copy of what the database holds: one that is missing, stale or broken is not used.
 */
export class SnapshotFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** What was written under this stamp; null where that is not what the file holds, whole. */
  read(stamp: string): EngineParts | null {
    let file: number | null = null
    try {
      file = openSync(this.#path, 'r')
      return readAll(file, stamp)
    } catch {
      return null
    } finally {
      if (file !== null) closeSync(file)
    }
  }

  /**
   * Writes piece by piece. The old file is gone at the first one, the new one is there after the last. What cannot
   * be written (a full disk) is no failure: the next start is slower.
   */
  *write(stamp: string, parts: EngineParts): Generator<void, void> {
    const temporary = `${this.#path}.new`
    let file: number | null = null
    try {
      this.forget()
      file = openSync(temporary, 'w', 0o600)
      yield* writeAll(file, stamp, parts)
      closeSync(file)
      file = null
      renameSync(temporary, this.#path)
    } catch {
      this.forget()
    } finally {
      if (file !== null) closeSync(file)
      rmSync(temporary, { force: true })
    }
  }

  forget(): void {
    rmSync(this.#path, { force: true })
  }
}

function readAll(file: number, stamp: string): EngineParts | null {
  let [place, checksum] = [0, 0]
  const fill = <T extends NodeJS.ArrayBufferView>(view: T): T => {
    let done = 0
    while (done < view.byteLength) {
      const read = readSync(file, view, done, view.byteLength - done, place + done)
      if (read === 0) throw new RangeError('the file is too short')
      done += read
    }
    place += done
    return view
  }
  const checked = <T extends NodeJS.ArrayBufferView>(view: T): T => {
    checksum = crc32(bytesOf(fill(view)), checksum)
    return view
  }
  if (!checked(Buffer.alloc(mark.length)).equals(mark)) return null
  const headLength = checked(Buffer.alloc(countBytes)).readUInt32LE()
  if (headLength > fstatSync(file).size) return null
  const head = JSON.parse(checked(Buffer.alloc(headLength)).toString('utf8')) as Head
  if (head.stamp !== stamp) return null
  const columns: EngineParts['columns'] = new Map()
  for (const { name, kind, length } of head.columns) columns.set(name, checked(makeColumn(kind, length)))
  const isWhole = fill(Buffer.alloc(countBytes)).readUInt32LE() === checksum
  return isWhole ? { columns, values: new Map(head.values) } : null
}

function* writeAll(file: number, stamp: string, { columns, values }: EngineParts): Generator<void> {
  let checksum = 0
  const put = (view: NodeJS.ArrayBufferView) => {
    const bytes = bytesOf(view)
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    checksum = crc32(bytes, checksum)
  }
  const head: Head = {
    stamp,
    columns: [...columns].map(([name, column]) => ({ name, kind: kindOf(column), length: column.length })),
    values: [...values],
  }
  const json = Buffer.from(JSON.stringify(head))
  put(mark)
  put(countOf(json.length))
  put(json)
  for (const column of columns.values()) {
    yield
    put(column)
  }
  put(countOf(checksum))
}

function countOf(value: number): Buffer {
  const bytes = Buffer.alloc(countBytes)
  bytes.writeUInt32LE(value)
  return bytes
}

const bytesOf = (view: NodeJS.ArrayBufferView): Buffer =>
  Buffer.from(view.buffer, view.byteOffset, view.byteLength)
