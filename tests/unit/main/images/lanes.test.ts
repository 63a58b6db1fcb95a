import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../../src/main/images/lanes.ts'

const never = new AbortController().signal
/** Lets all that is ready go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function workbench(width: number) {
  const lanes = createLanes<string>(width)
  const begun: string[] = []
  const gates = new Map<string, PromiseWithResolvers<string>>()
  const run = (key: string, { lane = 'a', signal = never } = {}) =>
    lanes.run(key, lane, signal, () => {
      begun.push(key)
      const gate = Promise.withResolvers<string>()
      gates.set(key, gate)
      return gate.promise
    })
  const finish = async (key: string) => {
    gates.get(key)!.resolve(`${key} done`)
    await settle()
  }
  return { lanes, begun, gates, run, finish }
}

describe('lanes', () => {
  it('runs so many at a time in each lane, the newest first', async () => {
    const { begun, run, finish } = workbench(2)
    for (const key of ['1', '2', '3', '4', '5']) void run(key)
    void run('other', { lane: 'b' })
    expect(begun).toEqual(['1', '2', 'other'])
    await finish('1')
    await finish('2')
    expect(begun).toEqual(['1', '2', 'other', '5', '4'])
  })

  it('moves what is asked for again to the front', async () => {
    const { begun, run, finish } = workbench(1)
    for (const key of ['1', '2', '3', '2']) void run(key)
    await finish('1')
    expect(begun).toEqual(['1', '2'])
  })

  it('does the same work once for all who ask', async () => {
    const { begun, run, finish } = workbench(1)
    const answers = [run('1'), run('1')]
    await finish('1')
    expect(await Promise.all(answers)).toEqual(['1 done', '1 done'])
    expect(begun).toEqual(['1'])
  })

  it('does not begin what nobody waits for any more', async () => {
    const { begun, run, finish } = workbench(1)
    const first = new AbortController()
    const second = new AbortController()
    void run('1')
    const waits = [run('2', { signal: first.signal }), run('2', { signal: second.signal })]
    first.abort()
    await expect(waits[0]).rejects.toThrow(/abort/i)
    second.abort()
    await expect(waits[1]).rejects.toThrow(/abort/i)
    await finish('1')
    expect(begun).toEqual(['1'])
  })

  it('goes on for those who still wait', async () => {
    const { run, finish } = workbench(1)
    const gone = new AbortController()
    void run('1')
    const leaves = run('2', { signal: gone.signal })
    const stays = run('2')
    gone.abort()
    await expect(leaves).rejects.toThrow(/abort/i)
    await finish('1')
    await finish('2')
    expect(await stays).toBe('2 done')
  })

  it('lets go of who leaves while the work runs, and finishes it', async () => {
    const { begun, run, finish } = workbench(1)
    const gone = new AbortController()
    const leaves = run('1', { signal: gone.signal })
    gone.abort()
    await expect(leaves).rejects.toThrow(/abort/i)
    const joins = run('1')
    await finish('1')
    expect(await joins).toBe('1 done')
    expect(begun).toEqual(['1'])
  })

  it('hands on a failure, and frees the lane', async () => {
    const { begun, gates, run } = workbench(1)
    const fails = run('1')
    void run('2')
    gates.get('1')!.reject(new Error('boom'))
    await expect(fails).rejects.toThrow('boom')
    await settle()
    expect(begun).toEqual(['1', '2'])
  })

  it('waits at the end for what runs, and begins nothing more', async () => {
    const { lanes, begun, run, finish } = workbench(1)
    const runs = run('1')
    const waits = run('2')
    const closed = lanes.close()
    await expect(waits).rejects.toThrow('Closed')
    await finish('1')
    await closed
    expect(await runs).toBe('1 done')
    await expect(run('3')).rejects.toThrow('Closed')
    expect(begun).toEqual(['1'])
  })
})
