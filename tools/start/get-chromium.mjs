import { spawnSync } from 'node:child_process'
import { findChromium } from '../chromium-electron/chromium/find.mjs'
import { findProgram } from '../chromium-electron/desktop/save-place.mjs'

/**
 * Makes sure that there is a Chromium: installs Debian's where we may.
 * @param {(line: string) => void} say
 * @returns {boolean} false: there is none, and the user has been told what to install
 */
export function getChromium(say) {
  if (findChromium()) return true
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !findProgram('apt-get')) {
    say(
      'Chromium is not installed either. Install the package "chromium" (Debian: sudo apt-get install chromium),',
    )
    say('or name another Chromium by CHROMIUM_PATH, and start again.')
    return false
  }
  say('Installing the package "chromium" by apt-get ...')
  const run = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  if (run('update') && run('install', '-y', '--no-install-recommends', 'chromium') && findChromium())
    return true
  say('apt-get could not install it. Install a Chromium by hand, and start again.')
  return false
}
