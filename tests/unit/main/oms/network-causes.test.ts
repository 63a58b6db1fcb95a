import { describe, expect, it } from 'vitest'
import { networkCause } from '../../../../src/main/oms/network-causes.ts'

/** As Node's fetch fails: the reason is the code of the cause. */
const undici = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('secret words'), { code }) })
/** As Electron's net.fetch fails. */
const chromium = (name: string) => new Error(`net::${name}`)

describe('the cause of a failed request', () => {
  it.each([
    [undici('ENOTFOUND'), 'oms.dns'],
    [undici('EAI_AGAIN'), 'oms.dns'],
    [undici('ECONNREFUSED'), 'oms.unreachable'],
    [undici('ECONNRESET'), 'oms.unreachable'],
    [undici('EHOSTUNREACH'), 'oms.unreachable'],
    [undici('UND_ERR_SOCKET'), 'oms.unreachable'],
    [undici('UND_ERR_CONNECT_TIMEOUT'), 'oms.timeout'],
    [undici('ETIMEDOUT'), 'oms.timeout'],
    [undici('DEPTH_ZERO_SELF_SIGNED_CERT'), 'oms.tls'],
    [undici('SELF_SIGNED_CERT_IN_CHAIN'), 'oms.tls'],
    [undici('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'oms.tls'],
    [undici('CERT_HAS_EXPIRED'), 'oms.tls'],
    [undici('ERR_TLS_CERT_ALTNAME_INVALID'), 'oms.tls'],
    [undici('ERR_SSL_WRONG_VERSION_NUMBER'), 'oms.tls'],
    [undici('EPROTO'), 'oms.tls'],
    [undici('HPE_INVALID_CONSTANT'), 'oms.not-an-oms'],
    [Object.assign(new Error('secret words'), { name: 'HTTPParserError' }), 'oms.not-an-oms'],
    [undici('Z_BUF_ERROR'), 'oms.broken-answer'],
    [chromium('ERR_NAME_NOT_RESOLVED'), 'oms.dns'],
    [chromium('ERR_DNS_TIMED_OUT'), 'oms.dns'],
    [chromium('ERR_CONNECTION_REFUSED'), 'oms.unreachable'],
    [chromium('ERR_CONNECTION_RESET'), 'oms.unreachable'],
    [chromium('ERR_INTERNET_DISCONNECTED'), 'oms.unreachable'],
    [chromium('ERR_NETWORK_CHANGED'), 'oms.unreachable'],
    [chromium('ERR_ADDRESS_UNREACHABLE'), 'oms.unreachable'],
    [chromium('ERR_PROXY_CONNECTION_FAILED'), 'oms.unreachable'],
    [chromium('ERR_TUNNEL_CONNECTION_FAILED'), 'oms.unreachable'],
    [chromium('ERR_EMPTY_RESPONSE'), 'oms.unreachable'],
    [chromium('ERR_CONNECTION_TIMED_OUT'), 'oms.timeout'],
    [chromium('ERR_TIMED_OUT'), 'oms.timeout'],
    [chromium('ERR_CERT_AUTHORITY_INVALID'), 'oms.tls'],
    [chromium('ERR_CERT_DATE_INVALID'), 'oms.tls'],
    [chromium('ERR_SSL_PROTOCOL_ERROR'), 'oms.tls'],
    [chromium('ERR_PROXY_CERTIFICATE_INVALID'), 'oms.tls'],
    [chromium('ERR_CONTENT_LENGTH_MISMATCH'), 'oms.broken-answer'],
    [chromium('ERR_INCOMPLETE_CHUNKED_ENCODING'), 'oms.broken-answer'],
    [chromium('ERR_CONTENT_DECODING_FAILED'), 'oms.broken-answer'],
    [chromium('ERR_INVALID_HTTP_RESPONSE'), 'oms.not-an-oms'],
    [new Error('Redirect was cancelled'), 'oms.not-an-oms'],
    [new Error("Attempted to redirect, but redirect policy was 'error'"), 'oms.not-an-oms'],
  ])('%s %#', (error, code) => {
    expect(networkCause(error).code).toBe(code)
  })

  it('looks into the attempts at several addresses of one host', () => {
    const attempts = ['::1', '127.0.0.1'].map((address) =>
      Object.assign(new Error(address), { code: 'CERT_HAS_EXPIRED' }),
    )
    expect(networkCause(new TypeError('fetch failed', { cause: new AggregateError(attempts) }))).toEqual({
      code: 'oms.tls',
      name: 'CERT_HAS_EXPIRED',
    })
  })

  it('names what it does not know without repeating its message', () => {
    expect(networkCause(new RangeError('secret words'))).toEqual({
      code: 'oms.unreachable',
      name: 'RangeError',
    })
    expect(networkCause('secret words')).toEqual({ code: 'oms.unreachable', name: 'string' })
  })

  it('ends with causes that go round in a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(networkCause(error).code).toBe('oms.unreachable')
  })
})
