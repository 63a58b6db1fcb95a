/**
 * The sample store as a program of its own:
 *
 *     npm run sample-store -- [--port 8123] [--items 5000] [--token secret] [--seed 1] [--no-images]
 *
 * Prints one line when it is ready and ends on Ctrl+C.
 */
import { parseArgs } from 'node:util'
import { startSampleStore } from './sample-store.ts'

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`--${name} takes a whole number, not "${text}"`)
  return Number(text)
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '0' },
      items: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      token: { type: 'string' },
      images: { type: 'boolean', default: true },
    },
  })
  const store = await startSampleStore({
    port: wholeNumber('port', values.port),
    items: wholeNumber('items', values.items),
    seed: wholeNumber('seed', values.seed),
    images: values.images,
    ...(values.token !== undefined && { token: values.token }),
  })
  const stop = () => void store.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  console.log(`Sample store at ${store.origin} token ${store.token}`)
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
