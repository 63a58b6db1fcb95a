import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet (IANA's special-purpose registries), as address and prefix length. */
const special4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/** The translation and tunnel networks (64:ff9b::, 2001::, 2002::) carry an IPv4 address that may be any of those. */
const special6: [string, number][] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')
const special = new BlockList()
for (const [network, prefix] of special4) special.addSubnet(network, prefix)
for (const [network, prefix] of special6) special.addSubnet(network, prefix, 'ipv6')

/** `address` without the brackets of a URL and the zone of a link-local one, and its family. */
function parseIp(address: string): { ip: string; family: 'ipv4' | 'ipv6' } | null {
  const ip = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const version = isIP(ip)
  return version === 0 ? null : { ip, family: version === 4 ? 'ipv4' : 'ipv6' }
}

/** Whether a host of a URL is an address rather than a name. */
export const isIpAddress = (host: string): boolean => parseIp(host) !== null

/**
 * Whether `address` is an IP address of the public internet: not of this computer, a company's network, a link, a
 * group, or a tunnel to one of these. BlockList takes an IPv4-mapped address (::ffff:10.0.0.1) for what it means.
 */
export function isPublicIp(address: string): boolean {
  const parsed = parseIp(address)
  return parsed !== null && !special.check(parsed.ip, parsed.family)
}

/** Whether a host, as a URL writes it, is this computer. */
export function isLoopbackHost(host: string): boolean {
  if (/(^|\.)localhost\.?$/i.test(host)) return true
  const parsed = parseIp(host)
  return parsed !== null && loopback.check(parsed.ip, parsed.family)
}
