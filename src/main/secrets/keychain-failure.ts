/** What went wrong at the keychain, told from what its libraries say: they give words, no codes. */
import type { KeychainErrorCode } from './keychain-protocol.ts'

/** The first that matches counts. Words of libsecret, GLib, D-Bus services (Linux) and Security.framework (macOS). */
const meanings: readonly (readonly [RegExp, KeychainErrorCode])[] = [
  [/timeout was reached|did not receive a reply|no ?reply/i, 'keychain.timeout'],
  [/locked|prompt (was )?dismissed|dismissed|canceled|cancelled/i, 'keychain.locked'],
  // macOS: the user's password was not given, or there is nobody to ask (a remote or background session).
  [
    /interaction is not allowed|passphrase you entered is not correct|authorization .*denied/i,
    'keychain.locked',
  ],
  [/autolaunch|could not connect|message bus|dbus-launch|connection is closed/i, 'keychain.service-missing'],
  [/not provided by any|StartServiceByName|has no owner|no such name/i, 'keychain.service-missing'],
  [/default keychain could not be found|logon session does not exist/i, 'keychain.service-missing'],
]

export interface KeychainFailure {
  code: KeychainErrorCode
  /** One line for support, without the secret. */
  details: string
}

/** Names the failure of a call. `secret` is what must not be in the details, should a library repeat it. */
export function nameCallFailure(thrown: unknown, secret: string | null): KeychainFailure {
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  const code = meanings.find(([pattern]) => pattern.test(words))?.[1] ?? 'keychain.failed'
  const withoutSecret = secret ? words.replaceAll(secret, '[redacted]') : words
  return { code, details: withoutSecret.replaceAll(/\s+/g, ' ').slice(0, 300) }
}

/**
 * Names the failure to load the native module. The message holds paths of this computer, so only the error's
 * code is told, and the name of a system library that is missing ("libsecret-1.so.0").
 */
export function nameLoadFailure(thrown: unknown): KeychainFailure {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'not loaded'
  const library =
    thrown instanceof Error ? /(?:^|\s)(lib[\w.+-]+\.so[.\d]*):/.exec(thrown.message)?.[1] : null
  return { code: 'keychain.binding-missing', details: library ? `${code}: ${library}` : code }
}
