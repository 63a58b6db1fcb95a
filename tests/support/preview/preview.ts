/**
 * The renderer in an ordinary browser, over the fake bridge: `?scenario=offline&language=tr&theme=dark&items=20`.
 * `window.fake` lets a script change the world and send events.
 */
import { createFakeBridge } from '../../fakes/fake-bridge.ts'
import { createFakeItems } from '../../fakes/fake-items.ts'
import { scenarios, worldOf } from '../../fakes/fake-scenarios.ts'

const wanted = new URLSearchParams(location.search)
const scenario = scenarios.find((one) => one === wanted.get('scenario')) ?? 'online'
const theme = (['light', 'dark'] as const).find((one) => one === wanted.get('theme'))
const density = (['comfortable', 'compact'] as const).find((one) => one === wanted.get('density'))
const count = Number(wanted.get('items') ?? (scenario === 'never-synced' ? 0 : 5000))
const world = worldOf(scenario, {
  language: wanted.get('language') === 'tr' ? 'tr' : 'en',
  ...(theme && { theme }),
  ...(density && { density }),
})
const fake = createFakeBridge({ ...world, items: createFakeItems(count) })
Object.assign(window, { packlight: fake.bridge, fake })
await import('../../../src/renderer/src/main.ts')
