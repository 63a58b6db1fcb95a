import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Some 100 MB: enough for a slow line, and an end where a network swallows what it does not let through. */
const timeoutMs = 5 * 60_000

/**
 * Downloads Electron's runtime as its npm package does on first use.
 * @returns {Promise<string | undefined>} why it failed, in one line; undefined where it is there now
 */
export function getElectron(root, environment = process.env) {
  const installer = join(root, 'node_modules/electron/install.js')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: timeoutMs,
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(undefined)
      else resolve(signal ? 'the download took too long' : reasonIn(said))
    })
  })
}

/** The line of a stack trace that tells the most, in words: the innermost cause. */
export function reasonIn(stack) {
  const lines = stack.split('\n').map((line) => line.trim())
  const errors = lines.filter((line) => /^(\[cause\]: )?([A-Z]\w*)?Error\b.*: ./.test(line))
  const line = errors.at(-1) ?? lines.find(Boolean) ?? 'no reason was given'
  const reason = line.replace(/^(\[cause\]: )?([A-Z]\w*)?Error\b.*?: /, '').replace(/ ?\{$/, '')
  return reason === 'fetch failed' ? 'the page that offers it cannot be reached' : reason
}
