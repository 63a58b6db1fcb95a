/**
 * A message as bytes: [count of parts, length of the text, lengths of the parts] as uint32, the text, the parts.
 * Runs in the page too, through its source text: it must not refer to anything outside.
 */
export function makeFraming({ encode, decode }) {
  /** @returns {{ size: number, chunks: Uint8Array[] }} */
  function frame(text, parts) {
    const body = new TextEncoder().encode(text)
    const lengths = [parts.length, body.byteLength, ...parts.map((part) => part.byteLength)]
    const chunks = [new Uint8Array(Uint32Array.from(lengths).buffer), body, ...parts]
    return { size: chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0), chunks }
  }

  function pack(message) {
    const parts = []
    return frame(encode(message, parts), parts)
  }

  /** @param {ArrayBuffer} data */
  function unpack(data) {
    const [count, length] = new Uint32Array(data.slice(0, 8))
    const sizes = new Uint32Array(data.slice(8, 8 + 4 * count))
    const start = 8 + 4 * count
    let at = start + length
    const text = new TextDecoder().decode(new Uint8Array(data, start, length))
    return decode(
      text,
      Array.from(sizes, (size) => data.slice(at, (at += size))),
    )
  }

  return { frame, pack, unpack }
}
