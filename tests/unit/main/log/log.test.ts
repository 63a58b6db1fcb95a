import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../../src/main/log/log.ts'
import type { Log, LogOptions } from '../../../../src/main/log/log.ts'
import type { JsonObject } from '../../../../src/shared/json.ts'

let folder: string
let log: Log
const begin = (options: Partial<LogOptions> = {}) =>
  (log = createLog({ folder: join(folder, 'logs'), ...options }))
const lines = async (name = 'packlight.log'): Promise<JsonObject[]> => {
  const text = await readFile(join(folder, 'logs', name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-log-'))
})
afterEach(async () => {
  log.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the log', () => {
  it('makes nothing before its first line', async () => {
    begin()
    expect(await readdir(folder)).toEqual([])
  })

  it('writes a line of JSON an event, with its time', async () => {
    begin().info('started', { version: '1.0', platform: 'linux' })
    log.warn('sync\nfailed')
    const [first, second] = await lines()
    expect(first).toMatchObject({
      level: 'info',
      event: 'started',
      data: { version: '1.0', platform: 'linux' },
    })
    expect(first!['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(second).toMatchObject({ level: 'warn', event: 'sync\nfailed' })
  })

  it('leaves out what is less than its level', async () => {
    begin({ level: 'warn' }).info('small')
    log.error('large')
    expect((await lines()).map(({ event }) => event)).toEqual(['large'])
  })

  it('blanks a token it was told of, in events and data', async () => {
    begin().redact('b2f8c41d')
    log.error('got b2f8c41d', { url: 'https://x/?t=b2f8c41d', token: 'other', at: ['b2f8c41d'] })
    expect(JSON.stringify(await lines())).not.toMatch(/b2f8c41d|other/)
  })

  it.skipIf(process.platform === 'win32')(
    'is for its owner alone, also where it was there before',
    async () => {
      begin().info('first')
      log.close()
      const file = join(folder, 'logs', 'packlight.log')
      await chmod(file, 0o644)
      log.info('second')
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect((await stat(join(folder, 'logs'))).mode & 0o777).toBe(0o700)
      expect(await lines()).toHaveLength(2)
    },
  )

  it('rotates, and keeps no more files and bytes than it may', async () => {
    begin({ maxBytes: 400, files: 3 })
    for (let number = 0; number < 40; number++) log.info('event', { number })
    const names = (await readdir(join(folder, 'logs'))).sort()
    expect(names).toEqual(['packlight.1.log', 'packlight.2.log', 'packlight.log'])
    for (const name of names) expect((await stat(join(folder, 'logs', name))).size).toBeLessThanOrEqual(400)
    const kept = [
      ...(await lines('packlight.2.log')),
      ...(await lines('packlight.1.log')),
      ...(await lines()),
    ]
    const numbers = kept.map(({ data }) => (data as JsonObject)['number'])
    expect(numbers).toEqual(numbers.map((_number, index) => 40 - numbers.length + index))
  })

  it('writes an event whose data cannot be written, without the data', async () => {
    const circular: JsonObject = {}
    circular['self'] = circular
    begin().error('circular', circular)
    log.error('huge', { rows: Array.from({ length: 100 }, () => 'x'.repeat(1_000)) })
    expect(await lines()).toMatchObject([
      { event: 'circular', left: 'data that is not JSON' },
      { event: 'huge', left: expect.stringMatching(/^data of \d+ characters$/) as string },
    ])
  })

  it('never throws, and goes on once it can write again', async () => {
    await writeFile(join(folder, 'logs'), 'a file where its folder should be')
    expect(() => begin().error('lost')).not.toThrow()
    await rm(join(folder, 'logs'))
    log.error('written')
    expect((await lines()).map(({ event }) => event)).toEqual(['written'])
  })
})
