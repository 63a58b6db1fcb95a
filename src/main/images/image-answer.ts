/**
 * What a look for a picture finds. `none`: there is no such picture. `broken`: its server gives none, or none that
 * can be shown; worth no further try for now. `unreachable`: not held here, and it cannot be fetched just now.
 */
export type ImageAnswer =
  { kind: 'picture'; path: string; contentType: string; bytes: number } | { kind: 'none' } | ImageFailure

export type ImageFailure = { kind: 'broken'; reason: string } | { kind: 'unreachable' }

/** How a piece of work on a picture ended; what it made is on disk. */
export type ImageOutcome = { kind: 'done' } | ImageFailure
