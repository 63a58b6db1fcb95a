import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCache } from '../../../src/main/cache/cache.ts'
import { noFilters } from '../../../src/shared/item-filters.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { makeItem, shipped } from '../../support/cache-items.ts'
import {
  cacheWorkerUrl,
  commit,
  fill,
  idsOf,
  openTestCache,
  temporaryFile,
} from '../../support/open-cache.ts'

/** A worker that opens, then does with each request what `onRequest` says. */
async function fakeWorker(onRequest: string): Promise<URL> {
  const file = await temporaryFile('worker.mjs')
  const flat = file.replace('/store/', '/')
  await writeFile(
    flat,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', (request) => { ${onRequest} })
     parentPort.postMessage({ id: 0, result: { ok: true, value: null } })`,
  )
  return pathToFileURL(flat)
}

describe('the cache in its thread', () => {
  it('keeps what it holds from one start to the next', async () => {
    const file = await temporaryFile()
    const cache = await openTestCache(file)
    const { revision } = await fill(cache, [makeItem(1), makeItem(2)])
    await cache.rememberOrder(700_001, 'TR-1')
    await cache.close()
    const again = await openTestCache(file)
    expect(await idsOf(again, {})).toEqual([2, 1])
    expect(await again.raw(1)).toEqual({ id: 1, product: { name: 'Product 1' } })
    expect((await again.summary()).revision).toBeGreaterThan(revision)
    expect((await again.unfinishedRun())?.run.outcome).toBe('interrupted')
    expect((await idsOf(again, { search: 'tr1' })).length).toBe(2)
  })

  it('rejects with the failure of opening', async () => {
    const file = await temporaryFile()
    await openTestCache(file).then((cache) => cache.close())
    await writeFile(file, 'no database')
    await expect(openTestCache(file)).rejects.toMatchObject({ code: 'cache.damaged' })
    const nowhere = new URL('./no-such-worker.ts', import.meta.url)
    await expect(openCache({ file, workerUrl: nowhere })).rejects.toMatchObject({ code: 'cache.failed' })
  })

  it('answers what was asked before it closes, and nothing after', async () => {
    const cache = await openTestCache()
    const asked = cache.summary()
    const closing = cache.close()
    expect((await asked).items).toBe(0)
    await closing
    await cache.close()
    await expect(cache.summary()).rejects.toMatchObject({ code: 'cache.failed' })
  })

  it('fails every call, and says so, when its thread dies', async () => {
    const workerUrl = await fakeWorker(`if (request.name === 'raw') process.exit(3)`)
    const cache = await openCache({ file: '', workerUrl })
    const failures: string[] = []
    cache.onFailure((error) => failures.push(error.code))
    const calls = [cache.summary(), cache.query(allItems), cache.raw(1), cache.history(1)]
    for (const end of await Promise.allSettled(calls)) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'cache.failed' } })
    }
    await expect(cache.summary()).rejects.toMatchObject({ code: 'cache.failed' })
    expect(failures).toEqual(['cache.failed'])
    await cache.close()
  })

  it('asks the worker one query at a time, and of those that wait only the newest', async () => {
    // Answers with what it was asked, once it is told to go on.
    const workerUrl = await fakeWorker(`
      const queue = (globalThis.queue ??= [])
      const answer = ({ id, input }) =>
        parentPort.postMessage({ id, result: { ok: true, value: { search: input[0]?.search, waiting: queue.length } } })
      if (request.name === 'query') queue.push(request)
      else {
        if (request.name === 'raw') answer(queue.shift())
        answer(request)
        if (request.name === 'close') parentPort.close()
      }`)
    const cache = await openCache({ file: '', workerUrl })
    onTestFinished(() => cache.close())
    const ask = (search: string) => cache.query({ ...allItems, search })
    const [first, second, third, fourth] = [ask('s'), ask('si'), ask('siy'), ask('siya')]
    await expect(second).rejects.toMatchObject({ code: 'cache.superseded' })
    await expect(third).rejects.toMatchObject({ code: 'cache.superseded' })
    expect(await cache.summary()).toMatchObject({ waiting: 1 })
    await cache.raw(1)
    expect(await first).toMatchObject({ search: 's' })
    await cache.raw(1)
    expect(await fourth).toMatchObject({ search: 'siya' })
  })

  it('lets a reader see what the writer commits, and write nothing', async () => {
    const file = await temporaryFile()
    const writer = await openTestCache(file)
    await fill(writer, [makeItem(1)])
    const reader = await openTestCache(file, true)
    expect(await idsOf(reader, { search: 'product' })).toEqual([1])
    const before = await reader.query(allItems)
    const runId = await writer.startRun({ kind: 'refresh', startedAt: 'now' })
    await commit(writer, runId, [makeItem(1, { state: shipped }), makeItem(2)])
    // What was answered stays as it was; what is asked now is new.
    expect(await reader.window(before.queryId, 0, 10)).toHaveLength(1)
    expect(await idsOf(reader, { filters: { ...noFilters, state: ['OrderStatus:500'] } })).toEqual([1])
    expect(await idsOf(reader, { search: 'product' })).toEqual([2, 1])
    await expect(commit(reader, runId, [makeItem(3)])).rejects.toMatchObject({ code: 'cache.read-only' })
    // The writer's run is not marked as interrupted by a reader.
    expect((await writer.unfinishedRun())?.run.outcome).toBe('running')
  })

  it.each([0, 250, 499, 500])(
    'after a kill with %i items of a page written holds all of it or nothing',
    async (written) => {
      const file = await temporaryFile()
      const program = fileURLToPath(new URL('../../support/killed-commit.ts', import.meta.url))
      const child = spawn(process.execPath, [program, file, String(written)], { stdio: 'ignore' })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      const cache = await openCache({ file, workerUrl: cacheWorkerUrl })
      onTestFinished(() => cache.close())
      const whole = written === 500
      expect(await cache.summary()).toMatchObject({ items: whole ? 510 : 10, revision: whole ? 2 : 1 })
      expect((await cache.query({ ...allItems, search: 'product' })).total).toBe(whole ? 510 : 10)
      const unfinished = await cache.unfinishedRun()
      expect(unfinished?.checkpoint).toEqual({ page: whole ? 2 : 1 })
      const next = await commit(cache, unfinished!.run.id, [makeItem(11)])
      expect(next.seen).toBe(whole ? 510 : 11)
    },
  )
})
