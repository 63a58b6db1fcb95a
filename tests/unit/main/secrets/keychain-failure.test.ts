import { describe, expect, it } from 'vitest'
import { nameCallFailure, nameLoadFailure } from '../../../../src/main/secrets/keychain-failure.ts'

describe('the name of a failed call', () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain.service-missing'],
    ['Could not connect: No such file or directory', 'keychain.service-missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain.service-missing'],
    ['Error calling StartServiceByName for org.freedesktop.secrets: exited', 'keychain.service-missing'],
    ['A default keychain could not be found.', 'keychain.service-missing'],
    ['A specified logon session does not exist.', 'keychain.service-missing'],
    ['Cannot create an item in a locked collection', 'keychain.locked'],
    ['User canceled the operation.', 'keychain.locked'],
    ['User interaction is not allowed.', 'keychain.locked'],
    ['The user name or passphrase you entered is not correct.', 'keychain.locked'],
    ['Timeout was reached', 'keychain.timeout'],
    ['Something that nobody has seen before', 'keychain.failed'],
  ])('%s -> %s', (words, code) => {
    expect(nameCallFailure(new Error(words), null)).toEqual({ code, details: words })
  })

  it('holds no secret, no line break and no end of words', () => {
    const { details } = nameCallFailure(
      new Error(`Bad value:\n s3cret-token ${'x'.repeat(1_000)}`),
      's3cret-token',
    )
    expect(details).toMatch(/^Bad value: \[redacted\] x+$/)
    expect(details).toHaveLength(300)
  })

  it('is also found for what is no error', () => {
    expect(nameCallFailure('odd', null)).toEqual({ code: 'keychain.failed', details: 'odd' })
  })
})

describe('the name of a native module that does not load', () => {
  const failure = (message: string, code: string) => Object.assign(new Error(message), { code })

  it('says which system library is missing', () => {
    const message = 'libsecret-1.so.0: cannot open shared object file: No such file or directory'
    expect(nameLoadFailure(failure(message, 'ERR_DLOPEN_FAILED'))).toEqual({
      code: 'keychain.binding-missing',
      details: 'ERR_DLOPEN_FAILED: libsecret-1.so.0',
    })
  })

  it('names no path of this computer', () => {
    const message =
      "Cannot find module 'keytar'\nRequire stack:\n- /home/ayse/packlight/out/main/keychain-process.js"
    expect(nameLoadFailure(failure(message, 'MODULE_NOT_FOUND')).details).toBe('MODULE_NOT_FOUND')
  })
})
