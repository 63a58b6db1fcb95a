// What the parts of the stand-in share. Nothing is imported here, so that every part may import it.

export const runtime = {
  isReady: false,
  /** 'no', 'asked' (listeners may still veto) or 'exiting'. */
  quitting: 'no',
  /** The app's package.json. */
  package: {},
  appDirectory: '',
  headless: false,
  /** [width, height] of the display in pixels, once Chromium has said. */
  screenSize: null,
  /** Chromium, once it runs: see chromium/browser.mjs. */
  browser: null,
  /** Switches for Chromium, as [name, value]. */
  switches: [],
  /** Paths that the app or the command line has set. */
  paths: new Map(),
  /** Open windows by their id. */
  windows: new Map(),
  /** Every WebContents there ever was, by its id. */
  contents: new Map(),
}

/** The value of a switch, the last one given; undefined where there is none. */
export function switchValue(name) {
  return runtime.switches.findLast(([known]) => known === name)?.[1]
}

/** True where no window can be seen: no display, or told so by CHROMIUM_ELECTRON_HEADLESS. */
export function decideHeadless(environment = process.env, platform = process.platform) {
  const told = environment.CHROMIUM_ELECTRON_HEADLESS
  if (told) return told === '1'
  return platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY
}
