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
  const decoder = new TextDecoder()
  let kind = sniff(contentType, '')
  let text = ''
  let bytes = 0
  let begun = false
  if (kind === 'html') {
    deadline.abandon()
    return { kind, text, bytes }
  }
  for await (const chunk of chunksOf(response, deadline, limits.idleMs)) {
    bytes += chunk.byteLength
    const part = decoder.decode(chunk, { stream: true })
    if (!begun) kind = sniff(contentType, part)
    if (kind === 'html') return { kind, text: '', bytes }
    begun ||= part.trimStart() !== ''
    text += part
    if (bytes > limits.maxBytes) {
      if (limits.excess === 'fail') throw tooLargeError(limits.maxBytes)
      break
    }
  }
  return { kind, text: text + decoder.decode(), bytes }
}
