/** The Debian packages that building and testing need: installed where that is possible, else named. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Package to what it is for. */
export const testPackages = {
  chromium: 'shows the renderer where Electron’s runtime cannot be downloaded',
  'gnome-keyring': 'a real Secret Service for the tests of the keychain',
  dbus: 'the bus that the Secret Service is reached by',
  'libsecret-1-dev': 'keytar is compiled against it where its prebuilt binary cannot be downloaded',
  'pkg-config': 'finds libsecret for that',
  'g++': 'compiles keytar',
  make: 'compiles keytar',
  python3: 'compiles keytar, and reads exports and the sample store back as another program would',
  'fonts-dejavu-core': 'letters in screenshots',
}

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Those of `names` that are not installed. */
function missing(names) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  })
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return names.filter((name) => !installed.has(name))
}

/**
 * Installs what is missing as root on Debian; otherwise says what is. Answers the names still missing: none on
 * other systems, where the tests that need them say so themselves.
 *
 * @param {Record<string, string>} packages
 * @returns {string[]}
 */
export function ensureDebianPackages(packages) {
  if (!isDebian()) return []
  const names = missing(Object.keys(packages))
  if (names.length === 0) return []
  if (process.getuid?.() !== 0) {
    console.log('These Debian packages are missing; the tests that need them will fail or be skipped:')
    for (const name of names) console.log(`  ${name} – ${packages[name]}`)
    console.log(`Install them with: sudo apt-get install ${names.join(' ')}`)
    return names
  }
  console.log(`Installing Debian packages: ${names.join(' ')}`)
  aptGet(['update'])
  aptGet(['install', '-y', '--no-install-recommends', ...names])
  const still = missing(names)
  for (const name of still) console.log(`Could not be installed: ${name} – ${packages[name]}`)
  return still
}

function aptGet(args) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) console.log(`apt-get ${args[0]} ended with ${status}\n${tail(stdout)}\n${tail(stderr)}`)
}

const tail = (text) => text.split('\n').slice(-8).join('\n')

/** "debian 12", for messages. */
export function systemName() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? process.platform
}
