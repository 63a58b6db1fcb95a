import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** A prepared statement with the types of its parameters and rows: the one place that trusts SQL about them. */
export class Statement<Parameters extends SQLInputValue[], Row = never> {
  readonly #statement: StatementSync

  constructor(db: DatabaseSync, sql: string) {
    this.#statement = db.prepare(sql)
  }

  /** Rows come as tuples (`Row` says of what): for hundreds of thousands of them, since they have no names. */
  static ofTuples<Parameters extends SQLInputValue[], Row extends unknown[]>(
    db: DatabaseSync,
    sql: string,
  ): Statement<Parameters, Row> {
    const statement = new Statement<Parameters, Row>(db, sql)
    statement.#statement.setReturnArrays(true)
    return statement
  }

  all(...parameters: Parameters): Row[] {
    return this.#statement.all(...parameters) as unknown as Row[]
  }

  get(...parameters: Parameters): Row | undefined {
    return this.#statement.get(...parameters) as unknown as Row | undefined
  }

  /** Runs it and tells how many rows changed. */
  run(...parameters: Parameters): number {
    return Number(this.#statement.run(...parameters).changes)
  }

  /** Runs an `INSERT` and tells the row's id. */
  insert(...parameters: Parameters): number {
    return Number(this.#statement.run(...parameters).lastInsertRowid)
  }
}
