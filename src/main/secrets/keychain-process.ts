/**
 * A program of its own: the only one that loads keytar. The keychain's libraries block a thread for as long as a
 * prompt stands, and can crash; here they can be killed without harm to the app. It runs as Electron's utility
 * process, and as a plain Node child where there is no Electron.
 */
import { createRequire } from 'node:module'
import type * as Keytar from 'keytar'
import { nameCallFailure, nameLoadFailure } from './keychain-failure.ts'
import { keychainRequestSchema, keychainService } from './keychain-protocol.ts'
import type { KeychainAnswer, KeychainRequest } from './keychain-protocol.ts'

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: KeychainAnswer): void
}

// The libraries' errors are told apart by their words, so these must not come in the user's language. It has no
// effect on prompts: the keychain's own service shows them.
process.env['LANGUAGE'] = 'C'

/**
 * Loaded at the first question, so that a module that does not load is an answer and not a crash. By `require`,
 * which no bundler follows: what keytar loads is a native file beside it.
 */
function loadKeytar(): typeof Keytar {
  return createRequire(import.meta.url)('keytar') as typeof Keytar
}

async function answer(request: KeychainRequest): Promise<KeychainAnswer> {
  const { id } = request
  let loaded: typeof Keytar
  try {
    loaded = loadKeytar()
  } catch (thrown) {
    return { id, ok: false, ...nameLoadFailure(thrown) }
  }
  try {
    return { id, ok: true, value: await call(loaded, request) }
  } catch (thrown) {
    return { id, ok: false, ...nameCallFailure(thrown, request.method === 'set' ? request.secret : null) }
  }
}

async function call(loaded: typeof Keytar, request: KeychainRequest): Promise<string | boolean | null> {
  switch (request.method) {
    case 'get':
      return loaded.getPassword(keychainService, request.account)
    case 'set':
      await loaded.setPassword(keychainService, request.account, request.secret)
      return null
    case 'delete':
      return loaded.deletePassword(keychainService, request.account)
  }
}

function answerTo(message: unknown, post: (answer: KeychainAnswer) => void): void {
  const request = keychainRequestSchema.safeParse(message)
  if (request.success) void answer(request.data).then(post)
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort) {
  parentPort.on('message', ({ data }) => answerTo(data, (one) => parentPort.postMessage(one)))
} else {
  process.on('message', (message) => answerTo(message, (one) => process.send?.(one)))
  // An orderly exit would wait for the thread that a prompt blocks.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
