import { existsSync } from 'node:fs'

const places = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
}

/** Chromium's executable: CHROMIUM_PATH, or where the distributions put it. Undefined: there is none. */
export function findChromium(environment = process.env, platform = process.platform) {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH
  return (places[platform] ?? []).find((place) => existsSync(place))
}
