/** What came back over HTTP, before anybody looks at what it says. */

/** `html`: any markup. `other`: neither JSON nor markup. */
export type BodyKind = 'json' | 'html' | 'other'

export interface Body {
  kind: BodyKind
  /** Size as read, after decompression. */
  bytes: number
  /** As it came, after decompression, in memory of its own. Empty for markup, which is not read to its end. */
  source: Uint8Array
}

/** An answer of any status. */
export interface Answer extends Body {
  status: number
  headers: Headers
  /** The address that was asked. */
  url: string
  /** What the server says about a status other than 200, see `serverWords`. */
  words: string | null
  milliseconds: number
}
