/** How the body of an answer is packed, to be shown again as the OMS sent it. */
import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { parseExactJson } from '../../shared/exact-json.ts'
import { isJsonObject } from '../../shared/json.ts'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import { PacklightError } from '../../shared/result.ts'
import { rawDictionary } from './raw-dictionary.ts'

/** A page of a list, or one item alone. */
export type AnswerKind = 'page' | 'item'

export interface PackedBody {
  form: string
  body: Uint8Array
}

/** More than level 1 takes longer and packs JSON of this kind no better. The checksum tells damage from what was sent. */
const packing = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
}

/** How items were packed one by one before there were pages; nothing is packed so any more. */
const deflatedItem = `deflated-item-${rawDictionary.number}`

export function packBody(source: Uint8Array, kind: AnswerKind): PackedBody {
  return { form: `zstd-${kind}`, body: zstdCompressSync(source, packing) }
}

/** The item with this id in a packed body. @throws `cache.damaged` */
export function unpackItem({ form, body }: PackedBody, id: number): JsonObject {
  let json: JsonValue
  try {
    json = parseExactJson(new TextDecoder().decode(unpack(form, body)))
  } catch (thrown) {
    if (thrown instanceof PacklightError) throw thrown
    // The parser's complaint quotes the text and is therefore left out.
    throw damaged(`a raw body of ${body.length} bytes`)
  }
  const item = form === 'zstd-page' ? entryOf(json, id) : json
  if (!isJsonObject(item)) throw damaged(`a raw body without its item`)
  return item
}

function unpack(form: string, body: Uint8Array): Uint8Array {
  if (form === 'zstd-page' || form === 'zstd-item') return zstdDecompressSync(body)
  if (form === deflatedItem) return inflateRawSync(body, { dictionary: rawDictionary.bytes })
  throw damaged(`unknown raw form ${form}`)
}

/** Where a page lists an item twice the last one counts, as it does for what is stored of it. */
function entryOf(page: JsonValue, id: number): JsonValue | undefined {
  const results = isJsonObject(page) ? page['results'] : null
  if (!Array.isArray(results)) return undefined
  return results.findLast((entry) => isJsonObject(entry) && entry['id'] === id)
}

const damaged = (details: string) => new PacklightError({ code: 'cache.damaged', details })
