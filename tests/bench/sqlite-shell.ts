/** The sqlite3 command-line tool, kept open: what a query costs that SQLite answers alone. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ensureDebianPackages } from '../../tools/debian-packages.mjs'

export class SqliteShell {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string, undefined>

  private constructor(file: string) {
    // By itself it would keep its lines until there are many of them.
    this.#child = spawn('stdbuf', ['-oL', 'sqlite3', '-readonly', '-batch', file])
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]()
  }

  /** Null where there is no such tool. */
  static async open(file: string, attached: string): Promise<SqliteShell | null> {
    ensureDebianPackages({ sqlite3: 'answers the queries that the search is compared with' })
    if (spawnSync('stdbuf', ['-oL', 'sqlite3', '--version']).status !== 0) return null
    const shell = new SqliteShell(file)
    shell.#send(`ATTACH 'file:${attached}?mode=ro' AS cache;`)
    shell.#send('PRAGMA cache.cache_size = -65536; PRAGMA temp_store = MEMORY;')
    await shell.count('SELECT count(*) FROM cache.items')
    return shell
  }

  /** The one number that a query answers with. */
  async count(sql: string): Promise<number> {
    this.#send('.timer off')
    this.#send('.output stdout')
    this.#send(`${sql};`)
    return Number(await this.#line())
  }

  /** Milliseconds until the last row of the answer is read. */
  async time(sql: string): Promise<number> {
    this.#send('.output /dev/null')
    this.#send('.timer on')
    this.#send(`${sql};`)
    const seconds = /^Run Time: real ([\d.]+)/.exec(await this.#line())?.[1]
    if (seconds === undefined) throw new Error('sqlite3 did not say how long it took')
    return Number(seconds) * 1000
  }

  close(): void {
    this.#child.stdin.end()
  }

  #send(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  async #line(): Promise<string> {
    const line: IteratorResult<string, undefined> = await this.#lines.next()
    if (line.done) throw new Error('sqlite3 ended')
    return line.value
  }
}
