import type { Body, BodyKind } from './answer.ts'
import { tooLargeError } from './errors.ts'
import type { Deadline } from './deadline.ts'

export interface BodyLimits {
  maxBytes: number
  /** Whether a larger body is an error or simply not read any further. */
  excess: 'fail' | 'cut'
  idleMs: number
}

const markupType = /\b(x?html|xml)\b/i
const jsonType = /^application\/([\w.-]+\+)?json\b/i

/** What a body is by its first bytes, where its declared type does not say. */
function sniff(contentType: string, start: string): BodyKind {
  if (markupType.test(contentType)) return 'html'
  const first = start.trimStart().charAt(0)
  if (first === '<') return 'html'
  // Nothing at all is an answer that was lost, and is treated as the JSON it should have been.
  return first === '' || first === '{' || first === '[' || jsonType.test(contentType) ? 'json' : 'other'
}

/** The chunks of a body; leaving early frees the connection. */
async function* chunksOf(response: Response, deadline: Deadline, idleMs: number): AsyncGenerator<Uint8Array> {
  if (!response.body) return
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>
  let complete = false
  try {
    for (;;) {
      const { done, value } = await deadline.within(idleMs, 'further data', reader.read())
      if (done) break
      yield value
    }
    complete = true
  } finally {
    if (!complete) {
      deadline.abandon()
      reader.cancel().catch(() => undefined)
    }
  }
}

/** One piece of memory that belongs to nobody else, so that it can be handed to another thread. */
function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Enough to see what a body is. */
const startBytes = 512
const nothing = { source: new Uint8Array() }

/**
 * Reads a body within its limits. Markup is recognised by its declared type or its first characters and dropped at
 * once. Throws `oms.too-large`, `oms.timeout`, and whatever the stream fails with.
 */
export async function readBody(response: Response, deadline: Deadline, limits: BodyLimits): Promise<Body> {
  const contentType = response.headers.get('content-type') ?? ''
  if (limits.excess === 'fail' && Number(response.headers.get('content-length')) > limits.maxBytes) {
    deadline.abandon()
    throw tooLargeError(limits.maxBytes)
  }
  const starts = new TextDecoder()
  const chunks: Uint8Array[] = []
  let kind = sniff(contentType, '')
  let bytes = 0
  let begun = false
  if (kind === 'html') {
    deadline.abandon()
    return { kind, bytes, ...nothing }
  }
  for await (const chunk of chunksOf(response, deadline, limits.idleMs)) {
    bytes += chunk.byteLength
    chunks.push(chunk)
    if (!begun) {
      let start = starts.decode(chunk.subarray(0, startBytes), { stream: true })
      if (start.trimStart() === '') start = starts.decode(chunk.subarray(startBytes), { stream: true })
      kind = sniff(contentType, start)
      if (kind === 'html') return { kind, bytes, ...nothing }
      begun = start.trimStart() !== ''
    }
    if (bytes > limits.maxBytes) {
      if (limits.excess === 'fail') throw tooLargeError(limits.maxBytes)
      break
    }
  }
  return { kind, bytes, source: joined(chunks, bytes) }
}
