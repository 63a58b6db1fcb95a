import { spawn } from 'node:child_process'
import { mkdirSync, readlinkSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { DevTools } from './devtools.mjs'
import { findChromium } from './find.mjs'

const attempts = 10
const pauseMs = 300

/**
 * Starts Chromium and waits until it answers. A Chromium of a killed run may still be ending and hold the profile:
 * then ours ends at once, and is started again.
 * @param {{ args: string[], profile: string, language: string, remoteDebugging: boolean }} options
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, devtools: DevTools, product: string,
 *   url: string | undefined }>} `url`: of the DevTools socket, where one was asked for
 */
export async function launchChromium(options) {
  const binary = findChromium()
  if (!binary) throw new Error('chromium-electron: no Chromium found; install it or set CHROMIUM_PATH')
  mkdirSync(options.profile, { recursive: true })
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(binary, options)
    } catch (error) {
      if (attempt === attempts || !error.endedEarly) throw error
      removeDeadLock(options.profile)
      await delay(pauseMs)
    }
  }
}

async function startOnce(binary, { args, language, remoteDebugging }) {
  const child = spawn(binary, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own group: Ctrl+C in the terminal goes to the app, which ends Chromium in its own order.
    detached: process.platform !== 'win32',
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  })
  const log = []
  const socket = Promise.withResolvers()
  createInterface(child.stderr).on('line', (line) => {
    if (log.length < 200) log.push(line)
    if (process.env.CHROMIUM_ELECTRON_LOG) process.stderr.write(`[chromium] ${line}\n`)
    const listening = /^DevTools listening on (ws:\/\/.*)$/.exec(line)
    if (listening) socket.resolve(listening[1])
  })
  const ended = new Promise((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      const said = log.length ? `\n${log.join('\n')}` : ''
      reject(
        Object.assign(new Error(`chromium-electron: Chromium ended (${code})${said}`), { endedEarly: true }),
      )
    })
  })
  ended.catch(() => {}) // after the start, 'exit' is the browser's matter
  const devtools = new DevTools(child.stdio[3], child.stdio[4])
  const answer = devtools.root.send('Browser.getVersion')
  const [{ product }, url] = await Promise.race([
    Promise.all([answer, remoteDebugging ? socket.promise : undefined]),
    ended,
  ])
  return { child, devtools, product, url }
}

/** Chromium's lock is a link to "host-pid"; it stays behind in a container that was stopped, and then blocks. */
function removeDeadLock(profile) {
  let owner
  try {
    owner = readlinkSync(join(profile, 'SingletonLock'))
  } catch {
    return // no lock
  }
  const dash = owner.lastIndexOf('-')
  if (owner.slice(0, dash) === hostname() && isAlive(Number(owner.slice(dash + 1)))) return
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, name), { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
