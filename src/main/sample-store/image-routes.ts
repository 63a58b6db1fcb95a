import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerNoSuchPage, send } from './answer.ts'
import type { SampleCatalogue } from './generator.ts'
import type { Studio } from './illustrations/studio.ts'
import { pictureAt, pictureFault } from './picture-paths.ts'

/** The pictures were "taken" when the catalogue was made: a whole second, as HTTP dates are. */
const takenAt = new Date(Date.UTC(2026, 2, 17)).toUTCString()
const htmlPage = '<!doctype html><title>Sign in</title><h1>Please sign in to the network</h1>'

/** Answers a request for a picture. It needs no token, and it comes with what a cache wants to know. */
export async function answerImage(
  catalogue: SampleCatalogue,
  studio: Studio,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const found = pictureAt(path)
  if (!found || found.product >= catalogue.productCount) {
    answerNoSuchPage(request, response)
    return
  }
  const fault = pictureFault(found.product, found.view)
  if (fault === 'missing') {
    answerNoSuchPage(request, response)
    return
  }
  if (fault === 'page') {
    send(request, response, 200, Buffer.from(htmlPage), { 'Content-Type': 'text/html; charset=utf-8' })
    return
  }
  const product = catalogue.product(found.product)
  // The drawing's name decides the tag, so that an unchanged picture is not even drawn.
  const tag = `"${createHash('sha256')
    .update(`${studio.nameOf(product, found.view)} ${fault ?? ''}`)
    .digest('hex')
    .slice(0, 16)}"`
  const validators = { ETag: tag, 'Last-Modified': takenAt, 'Cache-Control': 'public, max-age=86400' }
  if (isUnchanged(request, tag)) {
    response.writeHead(304, validators).end()
    return
  }
  if (fault === 'svg') {
    const drawing = Buffer.from(studio.svg(product, found.view))
    send(request, response, 200, drawing, { ...validators, 'Content-Type': 'image/svg+xml' })
    return
  }
  const picture = await studio.jpeg(product, found.view)
  const sent = fault === 'truncated' ? picture.subarray(0, Math.floor(picture.length / 3)) : picture
  send(request, response, 200, sent, { ...validators, 'Content-Type': 'image/jpeg' })
}

function isUnchanged(request: IncomingMessage, tag: string): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined)
    return tags === '*' || tags.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === tag)
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return since >= Date.parse(takenAt)
}
