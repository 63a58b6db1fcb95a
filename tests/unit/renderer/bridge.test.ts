// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { ask, listen, unwrap } from '../../../src/renderer/src/bridge.ts'
import { fail, ok, PacklightError } from '../../../src/shared/result.ts'
import { useFakeBridge } from '../../support/mount-app.ts'

describe('the bridge', () => {
  it('answers with the value', async () => {
    useFakeBridge()
    expect((await ask('app.info')).version).toBe('0.1.0')
    expect(unwrap(ok(7))).toBe(7)
  })

  it('throws the error as it came', async () => {
    const error = { code: 'oms.dns', params: { host: 'shop.example' }, details: 'ENOTFOUND' } as const
    const { world } = useFakeBridge()
    world.failures['stores.get'] = error
    const thrown: unknown = await ask('stores.get').catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(PacklightError)
    expect((thrown as PacklightError).toAppError()).toEqual(error)
    expect(() => unwrap(fail(error))).toThrow('ENOTFOUND')
  })

  it('sends no proxies of Vue: they cannot be cloned into another process', async () => {
    const { world } = useFakeBridge()
    await ask('settings.update', reactive({ theme: 'dark' as const }))
    const sent = world.asked.at(-1)?.input
    expect(sent).toEqual({ theme: 'dark' })
    expect(() => structuredClone(sent)).not.toThrow()
  })

  it('hears events until it no longer wants to', () => {
    const { emit } = useFakeBridge()
    const heard: number[] = []
    const stop = listen('export.progressed', ({ done }) => heard.push(done))
    emit('export.progressed', { done: 1, total: 2 })
    stop()
    emit('export.progressed', { done: 2, total: 2 })
    expect(heard).toEqual([1])
  })
})
