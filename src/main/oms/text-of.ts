/** A body as text. JSON is UTF-8 whatever its headers say; what is not becomes U+FFFD. */
export const textOf = (source: Uint8Array): string => new TextDecoder().decode(source)
