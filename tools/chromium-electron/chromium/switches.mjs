/** The page that a window begins with. Chromium opens no app window for about:blank. */
export const blankPage = 'data:text/html,'

/** What makes Chromium quiet, and a window for one app instead of a browser. */
const own = [
  ['test-type', ''], // no bar that warns of the other switches
  ['app', blankPage], // a window without tabs and address bar
  ['window-size', '1280,800'],
  ['disable-gpu', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-sync', ''],
  ['disable-default-apps', ''],
  ['disable-extensions', ''],
  ['disable-breakpad', ''],
  ['disable-backgrounding-occluded-windows', ''],
  ['disable-features', 'Translate,MediaRouter,OptimizationHints,NetworkTimeServiceQuerying'],
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  ['password-store', 'basic'],
  ['mute-audio', ''],
  ['hide-crash-restore-bubble', ''],
]

/**
 * Chromium's command line. Of each switch there is one, the last; lists of features are joined.
 * @param {{ asked: [string, string][], profile: string, port: number, schemes: string[], language: string,
 *   headless: boolean, root: boolean, remoteDebugging: boolean }} options
 *   `port`: of the loopback server that answers for the app's schemes
 */
export function chromiumArguments(options) {
  const merged = new Map()
  const add = ([name, value]) => {
    const before = merged.get(name)
    const joins = before && /^(en|dis)able-features$/.test(name)
    merged.set(name, joins ? `${before},${value}` : value)
  }
  own.forEach(add)
  if (options.headless) add(['headless', 'new'])
  if (options.root) add(['no-sandbox', '']) // Chromium refuses to sandbox a root user
  options.asked.forEach(add)
  add(['lang', options.language])
  add(['accept-lang', options.language])
  add(['host-resolver-rules', resolverRules(options)])
  add(['user-data-dir', options.profile])
  add(['remote-debugging-pipe', ''])
  if (options.remoteDebugging) add(['remote-debugging-port', '0'])
  return [...merged].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
}

/** The app's hosts are at the loopback server; no other name leads anywhere. */
function resolverRules({ schemes, port }) {
  const hosts = schemes.map((scheme) => `MAP *.${scheme}.localhost 127.0.0.1:${port}`)
  return [...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')
}
