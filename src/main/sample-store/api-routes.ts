import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JsonObject } from '../../shared/json.ts'
import { answerJson, answerNoSuchPage } from './answer.ts'
import { refusalOf } from './authorization.ts'
import type { ListedItem, LivingCatalogue } from './living-catalogue.ts'
import { neighboursOf, pageOf } from './paging.ts'

/** What was asked for so far. */
export interface RequestCounts {
  list: number
  listSimple: number
  item: number
  image: number
  /** Requests that the token check turned away. */
  refused: number
  /** Requests for pictures that carried a token: there must be none. */
  imagesWithToken: number
}

export interface ApiSettings {
  catalogue: LivingCatalogue
  origin: string
  token: string
  maxLimit: number
  counts: RequestCounts
}

const root = '/api/v1/oms/order_items/'

/** Whether an address belongs to the API, with or without its last slash. */
export const isApiPath = (path: string): boolean => `${path}/`.startsWith(root)

/** Answers a request below `/api/v1/oms/order_items/` as the OMS would. */
export async function answerApi(
  settings: ApiSettings,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const reply = (status: number, body: JsonObject, headers?: Record<string, string>) =>
    answerJson(request, response, status, body, headers)

  // Django sends to the address with the slash before it looks at anything else.
  if (!url.pathname.endsWith('/')) {
    response.writeHead(301, { Location: `${url.pathname}/${url.search}`, 'Content-Length': 0 }).end()
    return
  }
  const rest = url.pathname.slice(root.length, -1)
  if (rest.includes('/')) {
    answerNoSuchPage(request, response)
    return
  }
  const refusal = refusalOf(request.headers.authorization, settings.token)
  if (refusal !== null) {
    settings.counts.refused += 1
    return reply(401, { detail: refusal }, { 'WWW-Authenticate': 'Token' })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return reply(405, { detail: `Method "${request.method ?? ''}" not allowed.` }, { Allow: 'GET, HEAD' })
  }
  if (rest === '') {
    settings.counts.list += 1
    return reply(...page(settings, url, (item) => item.full()))
  }
  if (rest === 'list-simple') {
    settings.counts.listSimple += 1
    return reply(...page(settings, url, (item) => item.simple()))
  }
  settings.counts.item += 1
  const item = /^\d{1,15}$/.test(rest) ? settings.catalogue.item(Number(rest)) : null
  return item ? reply(200, item.full()) : reply(404, { detail: 'Not found.' })
}

function page(
  { catalogue, origin, maxLimit }: ApiSettings,
  url: URL,
  read: (item: ListedItem) => JsonObject,
): [status: number, body: JsonObject] {
  // An empty filter filters nothing.
  const orderNumber = url.searchParams.get('order_number') ?? ''
  const ofOrder = orderNumber === '' ? null : catalogue.ofOrder(orderNumber)
  const count = ofOrder?.length ?? catalogue.count
  const asked = pageOf(url.searchParams, count, maxLimit)
  if (!asked) return [404, { detail: 'Invalid page.' }]

  const [from, to] = [(asked.number - 1) * asked.size, asked.number * asked.size]
  const rows = ofOrder?.slice(from, to) ?? catalogue.slice(from, to)
  const here = new URL(url.pathname + url.search, origin)
  return [200, { count, ...neighboursOf(asked, here), results: rows.map(read) }]
}
