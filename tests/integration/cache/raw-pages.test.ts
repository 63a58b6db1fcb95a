/** What the OMS sent, kept by answer: items of one page share it, and it goes with the last of them. */
import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCacheService } from '../../../src/main/cache/cache-service.ts'
import { openDatabase } from '../../../src/main/cache/database.ts'
import { migrate, migrations } from '../../../src/main/cache/migrations/migrate.ts'
import type { ReadAnswer } from '../../../src/main/cache/protocol.ts'
import { rawDictionary } from '../../../src/main/cache/raw-dictionary.ts'
import type { JsonValue } from '../../../src/shared/json.ts'
import type { OrderItem } from '../../../src/shared/order-item.ts'
import { makeItem, makeProgress, pageOf } from '../../support/cache-items.ts'
import { commitTo, fillService } from '../../support/cache-service.ts'
import { temporaryFile } from '../../support/open-cache.ts'

/** The cache on a file that the test may look into and damage, in this thread. */
async function openHere(given?: string) {
  const file = given ?? (await temporaryFile())
  const { calls } = createCacheService({ file, readOnly: false })
  const db = new DatabaseSync(file)
  onTestFinished(() => {
    db.close()
    calls.close()
  })
  const commit = (...answers: ReadAnswer[]) =>
    commitTo(calls, {
      runId: calls.startRun('full', 'now'),
      answers,
      unchangedIds: [],
      checkpoint: {},
      progress: makeProgress(),
      fetchedAt: 'now',
    })
  /** How many items point to each page that is kept. */
  const pages = () => {
    const bodies = db.prepare('SELECT count(*) AS n FROM raw_bodies').get()
    const counts = db.prepare('SELECT items FROM raw_pages ORDER BY id').all()
    expect(bodies).toMatchObject({ n: counts.length })
    return counts.map(({ items }) => items)
  }
  return { calls, db, commit, pages }
}

const written = (text: string, items: OrderItem[], kind: 'page' | 'item' = 'page') => ({
  kind,
  source: new TextEncoder().encode(text),
  items,
})

const page = (version: string, ...ids: number[]) =>
  pageOf(
    ids.map((id) => makeItem(id)),
    ids.map((id): JsonValue => ({ id, version })),
  )

describe('a raw page', () => {
  it('is shared by its items, and kept until the last of them has another', async () => {
    const { calls, commit, pages } = await openHere()
    commit(page('old', 1, 2, 3))
    expect(pages()).toEqual([3])
    expect([1, 2, 3, 4].map((id) => calls.raw(id))).toEqual([
      { id: 1, version: 'old' },
      { id: 2, version: 'old' },
      { id: 3, version: 'old' },
      null,
    ])
    commit(page('new', 2, 9))
    expect(pages()).toEqual([2, 2])
    expect(calls.raw(1)).toEqual({ id: 1, version: 'old' })
    expect(calls.raw(2)).toEqual({ id: 2, version: 'new' })
    commit(page('newer', 1, 3))
    expect(pages()).toEqual([2, 2])
    expect(calls.raw(3)).toEqual({ id: 3, version: 'newer' })
    commit(page('newest', 1, 2, 3, 9))
    expect(pages()).toEqual([4])
  })

  it('may hold rows that are no items, and an item twice: the last counts', async () => {
    const { calls, commit, pages } = await openHere()
    const rows: JsonValue[] = [null, { id: '1' }, { id: 1, n: 1 }, 'x', { id: 1, n: 2 }, { id: 2 }]
    commit(pageOf([makeItem(1), makeItem(1, { netAmount: '2.00' }), makeItem(2)], rows))
    expect(pages()).toEqual([2])
    expect(calls.raw(1)).toEqual({ id: 1, n: 2 })
    expect(calls.detail(1)?.item.netAmount).toBe('2.00')
    commit(page('new', 1))
    commit(page('new', 2))
    expect(pages()).toEqual([1, 1])
  })

  it('is not kept where nothing of it is stored', async () => {
    const { commit, pages, calls } = await openHere()
    commit(pageOf([], [{ no: 'id' }]))
    expect(pages()).toEqual([])
    expect(() => calls.commitPage({ ...emptyPage, runId: 99 })).toThrow('no sync run 99')
    expect(pages()).toEqual([])
  })

  it('may be one item alone, beside others in the same commit', async () => {
    const { calls, commit, pages } = await openHere()
    commit(page('old', 1, 2))
    const alone = '{"id": 1, "results": [{"id": 1, "inner": true}]}'
    commit(written(alone, [makeItem(1)], 'item'), written('{"id":2}', [makeItem(2)], 'item'), page('new', 3))
    expect(pages()).toEqual([1, 1, 1])
    expect(calls.raw(1)).toEqual(JSON.parse(alone))
    expect(calls.raw(2)).toEqual({ id: 2 })
  })

  it('keeps every digit of its numbers, and any way of writing it', async () => {
    const { calls, commit } = await openHere()
    const text = `\ufeff{ "count" : 2,\r\n "results": [ {"id": 1, "price": 599.90, "n": [12345678901234567, 1e400]},
      {"id": 2, "price" : 0.10, "note": "a\\u0000\\ud83d çİ"} ] }`
    commit(written(text, [makeItem(1), makeItem(2)]))
    expect(calls.raw(1)).toEqual({ id: 1, price: '599.90', n: ['12345678901234567', '1e400'] })
    expect(calls.raw(2)).toEqual({ id: 2, price: '0.10', note: 'a\u0000\ud83d çİ' })
  })

  it.each([
    ['cut short', `UPDATE raw_bodies SET body = substr(body, 1, length(body) / 2)`],
    ['of other bytes', `UPDATE raw_bodies SET body = zeroblob(length(body))`],
    ['without its item', `UPDATE raw_bodies SET body = (SELECT body FROM raw_bodies WHERE page_id = 2)`],
    ['in an unknown form', `UPDATE raw_bodies SET form = 'later'`],
    ['that is no page', `UPDATE raw_bodies SET form = 'deflated-item-1'`],
  ])('%s is damage', async (_name, damage) => {
    const { calls, commit, db } = await openHere()
    commit(page('old', 1))
    commit(page('old', 2))
    db.exec(damage)
    expect(() => calls.raw(1)).toThrow(expect.objectContaining({ code: 'cache.damaged' }) as Error)
  })

  it('of one wrong byte is damage', async () => {
    const { calls, commit, db } = await openHere()
    commit(page('old', 1))
    const { body } = db.prepare('SELECT body FROM raw_bodies').get() as { body: Uint8Array }
    for (let at = 0; at < body.length; at++) {
      const wrong = Uint8Array.from(body, (byte, index) => (index === at ? byte ^ 0x10 : byte))
      db.prepare('UPDATE raw_bodies SET body = ?').run(wrong)
      let read: unknown
      try {
        read = calls.raw(1)
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'cache.damaged' })
        continue
      }
      // A bit that says nothing of the content.
      expect(read).toEqual({ id: 1, version: 'old' })
    }
  })
})

const emptyPage = {
  answers: [],
  states: [],
  products: [],
  unchangedIds: [],
  checkpoint: {},
  progress: makeProgress(),
  fetchedAt: 'now',
}

describe('a file from before there were raw pages', () => {
  async function oldFile(): Promise<string> {
    const file = await temporaryFile()
    openDatabase({ file, readOnly: false }).close()
    const other = `${file}.3`
    const db = new DatabaseSync(other)
    migrate(db, migrations.slice(0, 3))
    const item = db.prepare(
      `INSERT INTO items (id, attributes, attributes_kwargs, extra_field, fetched_at, fingerprint)
       VALUES (?, '{}', '{}', '{}', 'then', 'x')`,
    )
    const raw = db.prepare('INSERT INTO raw_items (item_id, dictionary, deflated) VALUES (?, ?, ?)')
    for (const id of [-5, 7, Number.MAX_SAFE_INTEGER]) {
      item.run(id)
      const json = JSON.stringify({ id, price: '1.50', product: { name: `ürün ${id}` } })
      raw.run(id, rawDictionary.number, deflateRawSync(json, { dictionary: rawDictionary.bytes }))
    }
    item.run(8)
    db.close()
    return other
  }

  it('keeps what it holds, item by item, and lets go of it the same way', async () => {
    const { calls, db, commit, pages } = await openHere(await oldFile())
    expect(pages()).toEqual([1, 1, 1])
    for (const id of [-5, 7, Number.MAX_SAFE_INTEGER]) {
      expect(calls.raw(id)).toEqual({ id, price: '1.50', product: { name: `ürün ${id}` } })
    }
    expect(calls.raw(8)).toBeNull()
    expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'raw_items'`).all()).toEqual([])
    commit(page('new', 7, 8))
    expect(pages()).toEqual([1, 1, 2])
    expect(calls.raw(7)).toEqual({ id: 7, version: 'new' })
    expect(calls.raw(-5)).toMatchObject({ id: -5 })
  })
})

describe('pages sent one after the other', () => {
  it('are refused after one that failed, until the run is resumed', async () => {
    const { calls, db } = await openHere()
    const runId = calls.startRun('full', 'now')
    const commit = (id: number) =>
      commitTo(calls, { ...emptyPage, runId, answers: [page('x', id)], checkpoint: { page: id } })
    commit(1)
    db.exec("CREATE TRIGGER full BEFORE INSERT ON raw_bodies BEGIN SELECT RAISE(ABORT, 'no room'); END")
    expect(() => commit(2)).toThrow('no room')
    db.exec('DROP TRIGGER full')
    expect(() => commit(3)).toThrow('the page before was not stored')
    expect(calls.unfinishedRun()?.checkpoint).toEqual({ page: 1 })
    calls.resumeRun(runId)
    expect(commit(2)).toMatchObject({ added: 1, seen: 2 })
    expect(calls.unfinishedRun()).toMatchObject({ checkpoint: { page: 2 }, run: { added: 2, done: 2 } })
  })

  it('tell of a product that changes back and forth what it is in the end', async () => {
    const { calls } = await openHere()
    const of = (id: number, name: string) => makeItem(id, { product: { ...makeItem(1).product!, name } })
    fillService(calls, [of(1, 'first'), of(2, 'second'), of(3, 'first')])
    expect(calls.detail(2)?.item.product?.name).toBe('first')
  })
})
