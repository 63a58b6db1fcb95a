import { isIpAddress, isLoopbackHost, isPublicIp } from './public-address.ts'

/** The addresses of a name; rejects or answers none where it is not known here. */
export type ResolveHost = (host: string) => Promise<string[]>

const longestAddress = 4000
/** URLs allow more ("{cdn_url}", which an OMS that was never set up right hands out), names and addresses do not. */
const possibleHost = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/** A picture's address as the OMS gives it (absolute, or relative to the store), or null where it is none. */
export function parsePictureAddress(address: string, storeOrigin: string | null): URL | null {
  if (address.length > longestAddress) return null
  const url = storeOrigin === null ? URL.parse(address) : URL.parse(address, storeOrigin)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  if (!possibleHost.test(url.hostname)) return null
  url.hash = ''
  return url
}

/** Whether both are this computer, or of one name: then the store's own data may point there. */
function isOnStoreHost(url: URL, storeOrigin: string | null): boolean {
  const store = storeOrigin === null ? null : URL.parse(storeOrigin)
  if (!store) return false
  return store.hostname === url.hostname || (isLoopbackHost(store.hostname) && isLoopbackHost(url.hostname))
}

/**
 * Whether a picture may be fetched from `url`. What an OMS holds must not make this computer knock at doors of the
 * company's network, so private hosts are refused unless the store itself is there. A name that cannot be resolved
 * here is left to the fetch: behind a proxy only the proxy knows names, and without one the fetch fails too.
 */
export async function mayFetchPicture(
  url: URL,
  storeOrigin: string | null,
  resolveHost: ResolveHost,
): Promise<boolean> {
  if (isOnStoreHost(url, storeOrigin)) return true
  if (isLoopbackHost(url.hostname)) return false
  if (isIpAddress(url.hostname)) return isPublicIp(url.hostname)
  const addresses = await resolveHost(url.hostname).catch(() => [])
  return addresses.every(isPublicIp)
}
