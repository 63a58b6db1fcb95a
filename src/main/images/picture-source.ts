import { downloadPicture } from './download.ts'
import type { Download, Validators } from './download.ts'
import { createFailureMemory } from './failure-memory.ts'
import type { FileCache } from './file-cache.ts'
import type { ImageFailure, ImageOutcome } from './image-answer.ts'
import type { Lanes } from './lanes.ts'
import { createLanes } from './lanes.ts'
import type { ResolveHost } from './picture-address.ts'
import type { PictureNames } from './picture-names.ts'
import { makeSize, readOrigin, UndecodablePicture, writeOrigin } from './picture-shelf.ts'

/** One picture: what it is called here, where it comes from, and the origin of the store that names it. */
export interface WantedPicture {
  url: URL
  storeOrigin: string | null
  names: PictureNames
}

export interface PictureSourceOptions {
  files: FileCache
  fetch: (url: string, init: RequestInit) => Promise<Response>
  resolveHost: ResolveHost
  now: () => number
  /** Where decoding waits for its turn. */
  renders: Lanes<ImageOutcome>
  /** The signal of now: aborted when what is under way must not be kept. */
  era: () => AbortSignal
}

/** Brings originals from their servers, each once at a time. */
export interface PictureSource {
  /** Fetches the original and makes its thumbnail. Rejects only where `signal` is aborted while it waits. */
  fetch(wanted: WantedPicture, signal: AbortSignal): Promise<ImageOutcome>
  /** Asks for a newer version of what is held, if that was long ago; whatever happens, what is held stays good. */
  checkVersion(wanted: WantedPicture): Promise<void>
  /** A held original turned out to be damaged: it is removed, and not fetched again at once. */
  reject(wanted: WantedPicture): Promise<ImageFailure>
  /** Forgets failures and checks. */
  forget(): void
  close(): Promise<void>
}

const downloadsPerHost = 6
const minute = 60_000
const brokenFor = 10 * minute
const busyFor = minute / 2
/** A picture that somebody looks at in large is checked for a newer version after so long. */
const freshFor = 7 * 24 * 60 * minute

export function createPictureSource(options: PictureSourceOptions): PictureSource {
  const { files, renders, now, era } = options
  const downloads = createLanes<ImageOutcome>(downloadsPerHost)
  const failures = createFailureMemory(now)
  const checked = new Set<string>()

  const download = (
    { url, storeOrigin }: WantedPicture,
    signal: AbortSignal,
    validators?: Validators,
  ): Promise<Download> =>
    downloadPicture(url, {
      fetch: options.fetch,
      resolveHost: options.resolveHost,
      storeOrigin,
      signal,
      ...(validators && { validators }),
    })

  /** The thumbnail first: it proves that the picture can be decoded before anything is replaced. */
  async function keep(
    { names }: WantedPicture,
    { bytes, validators }: Extract<Download, { kind: 'picture' }>,
    signal: AbortSignal,
  ): Promise<ImageOutcome> {
    await renders.run(names.original, 'all', signal, async () => {
      await makeSize(files, names, bytes, 'thumb', signal)
      return { kind: 'done' }
    })
    await writeOrigin(files, names, validators, now(), signal)
    await files.put(names.original, bytes, signal)
    failures.forget(names.original)
    return { kind: 'done' }
  }

  function broken({ names }: WantedPicture, reason: string): ImageFailure {
    const failure = { kind: 'broken', reason } as const
    failures.remember(names.original, failure, brokenFor)
    return failure
  }

  async function fetchAndKeep(wanted: WantedPicture): Promise<ImageOutcome> {
    const signal = era()
    const answer = await download(wanted, signal)
    if (answer.kind === 'broken') return broken(wanted, answer.reason)
    if (answer.kind === 'busy') failures.remember(wanted.names.original, { kind: 'unreachable' }, busyFor)
    if (answer.kind !== 'picture') return { kind: 'unreachable' }
    try {
      return await keep(wanted, answer, signal)
    } catch (thrown) {
      // Else the disk is full, or the store was just cleared: another time.
      return thrown instanceof UndecodablePicture ? broken(wanted, 'damaged') : { kind: 'unreachable' }
    }
  }

  async function refresh(wanted: WantedPicture): Promise<ImageOutcome> {
    const signal = era()
    const known = await readOrigin(files, wanted.names)
    if (known && now() - known.checkedAt < freshFor) return { kind: 'done' }
    const answer = await download(wanted, signal, known ?? undefined)
    if (answer.kind === 'unchanged' && known) await writeOrigin(files, wanted.names, known, now(), signal)
    if (answer.kind !== 'picture') return { kind: 'done' }
    const outcome = await keep(wanted, answer, signal)
    await files.remove(wanted.names.size('preview'))
    return outcome
  }

  return {
    async fetch(wanted, signal) {
      const failure = failures.get(wanted.names.original)
      if (failure) return failure
      return downloads.run(wanted.names.original, wanted.url.host, signal, () => fetchAndKeep(wanted))
    },

    async checkVersion(wanted) {
      const { original } = wanted.names
      if (checked.has(original)) return
      checked.add(original)
      const check = downloads.run(`check ${original}`, wanted.url.host, era(), () => refresh(wanted))
      await check.catch(() => undefined)
    },

    async reject(wanted) {
      await files.remove(wanted.names.original)
      return broken(wanted, 'damaged')
    },

    forget() {
      failures.clear()
      checked.clear()
    },

    close: () => downloads.close(),
  }
}
