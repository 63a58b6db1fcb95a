import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startSampleStore } from '../../../src/main/sample-store/sample-store.ts'

/** A client of somebody else: counts pages itself, reads `results`, stops where `next` is null. */
const walk = `
import json, sys, urllib.request
url, token = sys.argv[1:3]
ids, page, count = [], 1, None
while True:
    request = urllib.request.Request(f"{url}?limit=100&page={page}", headers={"Authorization": f"Token {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        body = json.load(answer)
    ids += [item["id"] for item in body["results"]]
    count = body["count"]
    if body["next"] is None:
        break
    page += 1
print(json.dumps({"count": count, "rows": len(ids), "unique": len(set(ids)), "pages": page}))
`
const hasPython = spawnSync('python3', ['--version']).status === 0
const cli = join(import.meta.dirname, '../../../src/main/sample-store/cli.ts')

it.skipIf(!hasPython).each(['', 'list-simple/'])(
  'a Python client can walk order_items/%s (skipped where there is no python3)',
  async (below) => {
    const store = await startSampleStore({ items: 1_234 })
    const url = `${store.origin}/api/v1/oms/order_items/${below}`
    const { stdout } = await promisify(execFile)('python3', ['-c', walk, url, store.token])
    await store.close()
    expect(JSON.parse(stdout)).toEqual({ count: 1_234, rows: 1_234, unique: 1_234, pages: 13 })
  },
)

it.each(['SIGTERM', 'SIGINT'] as const)('the program says where it is and ends on %s', async (signal) => {
  const program = spawn(process.execPath, [cli, '--items', '12', '--token', 'mine', '--no-images'])
  const lines: string[] = []
  const reader = createInterface(program.stdout).on('line', (line) => lines.push(line))
  await once(reader, 'line')
  const [, origin = '', token] =
    /^Sample store at (http:\/\/127\.0\.0\.1:\d+) token (\S+)$/.exec(lines[0] ?? '') ?? []
  const answer = await fetch(`${origin}/api/v1/oms/order_items/`, {
    headers: { Authorization: `Token ${token ?? ''}` },
  })
  expect(await answer.json()).toMatchObject({ count: 12 })
  program.kill(signal)
  expect(await once(program, 'exit')).toEqual([0, null])
  expect(lines).toHaveLength(1)
})

it('the program says what it does not understand', async () => {
  const program = spawn(process.execPath, [cli, '--port', 'any'])
  const complaint: string[] = []
  createInterface(program.stderr).on('line', (line) => complaint.push(line))
  expect(await once(program, 'close')).toEqual([1, null])
  expect(complaint).toEqual(['--port takes a whole number, not "any"'])
})
