const longestAddress = 2000

/**
 * `address` as it may be handed to the user's browser, or null. The operating system starts any program for a
 * scheme it knows, so https alone passes; credentials in an address would be sent, and they disguise its host.
 */
export function externalAddress(address: string): string | null {
  if (address.length > longestAddress) return null
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.hostname === '') return null
  if (url.username !== '' || url.password !== '') return null
  return url.href.length <= longestAddress ? url.href : null
}
