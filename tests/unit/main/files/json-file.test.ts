import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openJsonFile } from '../../../../src/main/files/json-file.ts'

const schema = z.strictObject({ count: z.number().int(), name: z.string() })
const defaults = { count: 0, name: 'none' }
let folder: string
let file: string
const open = () => openJsonFile({ file, schema, defaults })
const stored = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-json-'))
  file = join(folder, 'deeper', 'value.json')
  await mkdir(join(folder, 'deeper'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a JSON file', () => {
  it('that is not there gives the defaults, and is not written for it', async () => {
    await rm(join(folder, 'deeper'), { recursive: true })
    const json = await open()
    expect(json.get()).toEqual(defaults)
    expect(json.wasDamaged).toBe(false)
    expect(await readdir(folder)).toEqual([])
    await json.update((value) => ({ ...value, count: 1 }))
    expect((await open()).get()).toEqual({ count: 1, name: 'none' })
  })

  it('of an older version takes the defaults for what it lacks', async () => {
    await writeFile(file, '\uFEFF{"count": 7}')
    expect((await open()).get()).toEqual({ count: 7, name: 'none' })
  })

  it('of a newer version keeps what this one does not know', async () => {
    await writeFile(file, '{"count": 7, "colour": {"deep": "blue"}, "__proto__": 1}')
    const json = await open()
    expect(json.get()).toEqual({ count: 7, name: 'none' })
    await json.update((value) => ({ ...value, count: 8 }))
    const text = await readFile(file, 'utf8')
    expect(text).toContain('"__proto__": 1')
    expect(await stored()).toMatchObject({ count: 8, name: 'none', colour: { deep: 'blue' } })
  })

  it.each(['', '{"count": 7', '[]', 'null', '7', '{"count": "seven"}'])(
    'that cannot be understood is set aside as it was: %s',
    async (text) => {
      await writeFile(file, text)
      const json = await open()
      expect(json.get()).toEqual(defaults)
      expect(json.wasDamaged).toBe(true)
      await json.update((value) => ({ ...value, count: 1 }))
      expect(await stored()).toEqual({ count: 1, name: 'none' })
      const aside = (await readdir(join(folder, 'deeper'))).filter((name) => name !== 'value.json')
      expect(aside).toHaveLength(1)
      expect(aside[0]).toMatch(/^value\.json\.damaged-\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{4}$/)
      expect(await readFile(join(folder, 'deeper', aside[0]!), 'utf8')).toBe(text)
    },
  )

  it('that is a folder is set aside too', async () => {
    await mkdir(file)
    const json = await open()
    await json.update((value) => ({ ...value, count: 1 }))
    expect(await stored()).toEqual({ count: 1, name: 'none' })
  })

  it('loses no change of many at once', async () => {
    const json = await open()
    await Promise.all(
      Array.from({ length: 20 }, () => json.update((value) => ({ ...value, count: value.count + 1 }))),
    )
    expect(json.get().count).toBe(20)
    expect(await stored()).toEqual({ count: 20, name: 'none' })
  })

  it('is as it was, in memory and for listeners, when it cannot be written; later changes go on', async () => {
    const json = await open()
    const heard: number[] = []
    json.onChange(({ count }) => heard.push(count))
    // The file's place is taken by a folder that is not empty: no rename replaces that.
    await mkdir(join(file, 'in the way'), { recursive: true })
    const failing = json.update((value) => ({ ...value, count: 1 }))
    await expect(failing).rejects.toMatchObject({ code: 'settings.unwritable' })
    await expect(failing).rejects.not.toMatchObject({ details: expect.stringContaining('/') as string })
    expect(json.get()).toEqual(defaults)
    expect(heard).toEqual([])
    await rm(file, { recursive: true })
    await json.update((value) => ({ ...value, count: 2 }))
    expect(heard).toEqual([2])
    expect(await stored()).toEqual({ count: 2, name: 'none' })
  })

  it('tells changes alone, and until it is asked to stop', async () => {
    const json = await open()
    const heard: number[] = []
    const stop = json.onChange(({ count }) => heard.push(count))
    await json.update((value) => value)
    await json.update((value) => ({ ...value, count: 1 }))
    stop()
    await json.update((value) => ({ ...value, count: 2 }))
    expect(heard).toEqual([1])
  })

  it('opens whatever is in it, and gives back what was put into it', async () => {
    const content = fc.oneof(fc.string({ unit: 'binary' }), fc.json())
    const value = fc.record({
      count: fc.integer(),
      name: fc.string({ unit: 'binary' }).map((s) => s.toWellFormed()),
    })
    await fc.assert(
      fc.asyncProperty(content, value, async (text, next) => {
        await writeFile(file, text)
        await (await open()).update(() => next)
        expect((await open()).get()).toEqual(next)
      }),
      { numRuns: 50 },
    )
  })
})
