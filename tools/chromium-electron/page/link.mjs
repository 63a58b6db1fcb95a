/**
 * The page's end of the link to main. Keeps the order of messages in both directions, small or large.
 * Runs in the page, as source text: it must not refer to anything outside.
 * @param {{ post: (text: string) => void, inbox: string, mail: string, limit: number, codec: object,
 *   framing: object, received: (message: object) => void }} options
 *   `inbox`: the global name that main calls
 * @returns {(message: object) => void} sends
 */
export function makePageLink({ post, inbox, mail, limit, codec, framing, received }) {
  const fetch = window.fetch.bind(window)

  /** Runs tasks one after the other; while none runs, at once. */
  const makeLine = () => {
    let last = null
    const join = (task) => {
      const mine = (last ?? Promise.resolve()).then(task).finally(() => {
        if (last === mine) last = null
      })
      last = mine
    }
    return { isEmpty: () => last === null, join }
  }

  const outgoing = makeLine()
  const postLarge = async (body, message) => {
    try {
      const response = await fetch(mail, { method: 'POST', body })
      if (response.ok) return
    } catch {
      // The page's policy forbids connections.
    }
    post(codec.encode(message))
  }
  const send = (message) => {
    const parts = []
    const text = codec.encode(message, parts)
    const isLarge = text.length + parts.reduce((sum, part) => sum + part.byteLength, 0) > limit
    if (isLarge) {
      // A copy: the caller may change its buffers afterwards.
      const body = new Blob(framing.frame(text, parts).chunks)
      outgoing.join(() => postLarge(body, message))
      return
    }
    const whole = parts.length > 0 ? codec.encode(message) : text
    if (outgoing.isEmpty()) post(whole)
    else outgoing.join(() => post(whole))
  }

  const incoming = makeLine()
  const resent = new Map()
  const collect = async (id) => {
    try {
      const response = await fetch(`${mail}/${id}`)
      if (response.ok) return framing.unpack(await response.arrayBuffer())
    } catch {
      // The page's policy forbids connections.
    }
    return new Promise((resolve) => {
      resent.set(id, resolve)
      post(codec.encode({ resend: id }))
    })
  }
  const receive = (text) => {
    const message = codec.decode(text)
    if (message.resent !== undefined) {
      resent.get(message.resent)(message.message)
      resent.delete(message.resent)
    } else if (message.mail !== undefined) {
      incoming.join(async () => received(await collect(message.mail)))
    } else if (incoming.isEmpty()) received(message)
    else incoming.join(() => received(message))
  }
  Object.defineProperty(globalThis, inbox, { value: receive })
  return send
}
