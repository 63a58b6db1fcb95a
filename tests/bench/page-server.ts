/**
 * A program that serves the pages of a sample store from memory, so that making them is not measured.
 * Arguments: items. Tells its parent the origin once it listens, and ends when the parent goes.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSampleCatalogue } from '../../src/main/sample-store/generator.ts'

const pageSize = 100
/** As many items a product as a shop with a million items and 50,000 products has. */
const itemsPerProduct = 20

const items = Number(process.argv[2])
const listPath = '/api/v1/oms/order_items/'

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const pages = pagesOf(items)

server.on('request', ({ url = '' }, response) => {
  const { pathname, searchParams } = new URL(url, origin)
  const body = pathname === listPath ? pages[Number(searchParams.get('page')) - 1] : undefined
  if (body) response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
  else response.writeHead(404)
  response.end(body)
})
process.on('disconnect', () => process.exit())
process.send?.(origin)

function pagesOf(count: number): Buffer[] {
  const catalogue = createSampleCatalogue({
    items: count,
    products: Math.max(10, Math.ceil(count / itemsPerProduct)),
    imageOrigin: origin,
  })
  return Array.from({ length: Math.ceil(count / pageSize) }, (_none, index) => {
    const first = index * pageSize
    const results = Array.from({ length: Math.min(pageSize, count - first) }, (_, place) =>
      // The newest first, as the OMS lists them.
      catalogue.itemJson(count - 1 - first - place),
    )
    const next = first + pageSize < count ? `${origin}${listPath}?limit=${pageSize}&page=${index + 2}` : null
    return Buffer.from(JSON.stringify({ count, next, previous: null, results }))
  })
}
