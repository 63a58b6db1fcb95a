import { startSampleStore } from '../../src/main/sample-store/sample-store.ts'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, waitForCompleteSync } from '../support/steps.ts'

test.use({ storeOptions: { items: 4000, images: false } })

for (const kill of [false, true]) {
  const how = kill ? 'killed' : 'closed'
  test(`a sync whose server went away goes on after the app was ${how}`, async ({
    userData,
    store,
    keyring,
  }) => {
    test.skip(keyring === null, 'needs a keyring of its own, so that the token is there after the restart')
    const env = { ...(keyring?.env as Record<string, string>) }
    const app = await launch({ userData, env })
    const page = await mainWindow(app)
    await connectToStore(page, { address: store.origin, token: store.token })
    await expect.poll(() => store.requests.list).toBeGreaterThan(8)
    const { token } = store
    const port = Number(new URL(store.origin).port)
    await store.close()
    if (kill) {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    } else {
      await app.close()
    }

    const back = await startSampleStore({ items: 4000, images: false, port, token })
    try {
      const again = await launch({ userData, env })
      const second = await mainWindow(again)
      await waitForCompleteSync(second, 4000)
      // Far fewer pages than a walk from the beginning would take.
      expect(back.requests.list).toBeLessThan(36)
      await again.close()
    } finally {
      await back.close()
    }
  })
}
