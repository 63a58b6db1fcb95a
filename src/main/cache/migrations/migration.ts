/** A step of the schema. Released steps are never edited: what comes after is a new file. */
export interface Migration {
  number: number
  name: string
  sql: string
}
