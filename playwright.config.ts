import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each spec starts an app with a profile of its own; two at a time is what a small machine bears.
  workers: 2,
  fullyParallel: false,
  // Some start the app twice, on a machine that may be busy with other things.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
