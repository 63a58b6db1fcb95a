// Who may leave the page: documents are stopped before they are asked for, and the app may veto.
import { preventable } from '../strict.mjs'
import { toApp } from '../addresses.mjs'

/** 204: there is nothing to show, so that the page stays as it is. */
const stayHere = 204

export class Navigation {
  #contents
  #target
  /** Addresses that the app itself goes to: only a page's own wishes are put to the vote. */
  #expected = new Set()

  constructor(contents, target) {
    this.#contents = contents
    this.#target = target
    // A navigation that was overtaken by another one rejects; there is nothing left to decide.
    target.session.on('Fetch.requestPaused', (event) => void this.#decide(event).catch(() => {}))
  }

  expect(pageUrl) {
    this.#expected.add(pageUrl.split('#')[0])
  }

  async #decide({ requestId, request, frameId }) {
    const isMainFrame = frameId === this.#target.targetId
    const isOwn = isMainFrame && this.#expected.delete(request.url)
    if (!isOwn && this.#isVetoed(toApp(request.url), isMainFrame))
      await this.#target.session.send('Fetch.fulfillRequest', { requestId, responseCode: stayHere })
    else await this.#target.session.send('Fetch.continueRequest', { requestId })
  }

  #isVetoed(url, isMainFrame) {
    const properties = { url, isMainFrame, isSameDocument: false }
    const ofFrame = preventable(properties)
    this.#contents.emit('will-frame-navigate', ofFrame)
    const ofPage = preventable(properties)
    if (isMainFrame) this.#contents.emit('will-navigate', ofPage, url)
    return ofFrame.defaultPrevented || ofPage.defaultPrevented
  }
}
