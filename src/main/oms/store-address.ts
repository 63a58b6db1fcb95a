/** What a person types as "the OMS's address", made into the one origin that the token may go to. */
import { isIPv4 } from 'node:net'
import { PacklightError } from '../../shared/result.ts'
import type { StoreKey } from '../../shared/stores.ts'

export interface StoreAddress {
  /** Scheme, host and port, as `URL.origin` writes it: "https://shop.akinon.net". */
  origin: string
  /** The same as a file name: "shop.akinon.net", "127.0.0.1_8123". */
  storeKey: StoreKey
}

// The text is never part of the error: it may be a token that was pasted into the wrong field.
const badAddress = (why: string) => new PacklightError({ code: 'oms.bad-address', details: why })

/** Spaces and characters without a shape, as they come along when an address is copied. */
const margin = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu
const bareIpv6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i
const domainName = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/
/** Shorter than DNS allows, so that host and port together still fit into a file name of 255 bytes. */
const longestHost = 249

/** Whether a host, as `URL.hostname` writes it, is this computer: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
}

interface Parts {
  scheme: 'http' | 'https' | null
  /** Host and port as typed. */
  authority: string
}

function split(typed: string): Parts {
  const text = typed.replace(margin, '')
  const schemed = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text)
  const scheme = schemed?.[1]?.toLowerCase() ?? null
  if (scheme !== null && scheme !== 'https' && scheme !== 'http') throw badAddress(`scheme ${scheme}`)
  const rest = schemed?.[2] ?? text.replace(/^\/\//, '')
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  if (authority === '') throw badAddress('no host')
  if (/[\s\\]/.test(authority)) throw badAddress('a space or backslash in the host')
  // Dropping a name and password silently would hide that they were of no use.
  if (authority.includes('@')) throw badAddress('user name or password in the address')
  return { scheme, authority: bareIpv6.test(authority) ? `[${authority}]` : authority }
}

/** The host without the dot that ends a fully qualified name; throws where it is no host that DNS could know. */
function checkedHost(url: URL, authority: string): string {
  if (url.hostname.startsWith('[')) return url.hostname
  const host = url.hostname.replace(/\.$/, '')
  if (host.length > longestHost || !domainName.test(host)) throw badAddress('not a host name')
  // URL reads "12345" and "0x7f.1" as IPv4 addresses; nobody who types them means that.
  if (isIPv4(host) && authority.replace(/:\d*$/, '').replace(/\.$/, '') !== host) {
    throw badAddress('a number is not a host name')
  }
  return host
}

function keyOf(host: string, url: URL): StoreKey {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const name = host.startsWith('[') ? `ipv6_${host.slice(1, -1).replaceAll(':', '-')}` : host
  // A name without a dot always carries its port, so that no host can be taken for a store of our own ("sample").
  return port === '443' && host.includes('.') ? name : `${name}_${port}`
}

/**
 * Reads an address in any form a person types: with scheme, path, spaces, trailing dot, capitals, umlauts, port.
 * Without a scheme it is https; a loopback host gets http. The answer is meant to be shown before it is used.
 *
 * Throws `oms.bad-address` where it is none, `oms.insecure` (params.host) for plain http to another computer.
 */
export function readAddress(typed: string): StoreAddress {
  const { scheme, authority } = split(typed)
  const parsed = URL.parse(`${scheme ?? 'https'}://${authority}`)
  if (!parsed || parsed.port === '0') throw badAddress('not an address')
  const host = checkedHost(parsed, authority)
  const loopback = isLoopback(host)
  if (scheme === 'http' && !loopback) throw new PacklightError({ code: 'oms.insecure', params: { host } })
  // Parsed once more, because the port that a URL leaves out depends on the scheme.
  const port = /:(\d+)$/.exec(authority)?.[1]
  const origin = `${scheme ?? (loopback ? 'http' : 'https')}://${host}${port ? `:${port}` : ''}`
  const url = new URL(origin)
  return { origin: url.origin, storeKey: keyOf(host, url) }
}
