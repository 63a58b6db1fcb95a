/** What the engine is made of, as it can be written down and taken up again: numbers in columns, the rest as JSON. */
import type { JsonValue } from '../../../shared/json.ts'

export type Column = Float64Array | Uint32Array | Int32Array | Uint8Array

export interface EngineParts {
  columns: Map<string, Column>
  values: Map<string, JsonValue>
}

/** Something of the parts is not there, or not what it should be: the whole is then of no use. */
export class BrokenParts extends Error {}

type ColumnOf = {
  float64: Float64Array
  uint32: Uint32Array
  int32: Int32Array
  uint8: Uint8Array
}
const constructors = { float64: Float64Array, uint32: Uint32Array, int32: Int32Array, uint8: Uint8Array }
export type ColumnKind = keyof ColumnOf

export const kindOf = (column: Column): ColumnKind =>
  column instanceof Float64Array
    ? 'float64'
    : column instanceof Uint32Array
      ? 'uint32'
      : column instanceof Int32Array
        ? 'int32'
        : 'uint8'

export const makeColumn = (kind: ColumnKind, length: number): Column => new constructors[kind](length)

/** The column of a name. @throws BrokenParts */
export function takeColumn<Kind extends ColumnKind>(
  { columns }: EngineParts,
  name: string,
  kind: Kind,
): ColumnOf[Kind] {
  const column = columns.get(name)
  if (!column || kindOf(column) !== kind) throw new BrokenParts(name)
  return column as ColumnOf[Kind]
}

/** The list under a name, which this same code wrote. @throws BrokenParts */
export function takeList<Value extends JsonValue>({ values }: EngineParts, name: string): Value[] {
  const list = values.get(name)
  if (!Array.isArray(list)) throw new BrokenParts(name)
  return list as Value[]
}

export function takeNumber({ values }: EngineParts, name: string): number {
  const value = values.get(name)
  if (typeof value !== 'number') throw new BrokenParts(name)
  return value
}
