// Main's end of the link to one page.
import { missing } from '../strict.mjs'
import { inbox } from '../page/source.mjs'
import { codec, slipFor, take } from '../wire/mailbox.mjs'
import { callHandler, ipcMain } from './ipc-main.mjs'

export class IpcLink {
  #contents
  #deliver

  /**
   * @param {object} contents the WebContents that events name as their sender
   * @param {(expression: string) => Promise<unknown>} evaluate runs a script in the page
   */
  constructor(contents, evaluate) {
    this.#contents = contents
    this.#deliver = (message) => evaluate(`globalThis.${inbox}?.(${JSON.stringify(codec.encode(message))})`)
  }

  /** Sends a message, whatever its size. Rejects where it cannot be cloned. */
  async push(message) {
    await this.#deliver(slipFor(message))
  }

  async resend(id) {
    await this.#deliver({ resent: id, message: take(id) })
  }

  /** A message of ipcRenderer.send. */
  sent({ send: channel, args }) {
    ipcMain.emit(channel, this.#event(), ...args)
  }

  /** A message of ipcRenderer.invoke: always answered, and never rejects. */
  async invoked({ invoke: channel, id, args }) {
    const failed = (error) => ({ reply: id, error: `Error invoking remote method '${channel}': ${error}` })
    let answer
    try {
      answer = { reply: id, value: await callHandler(channel, this.#event(), args) }
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      answer = failed(error)
    }
    await this.push(answer)
      .catch((error) => this.push(failed(error)))
      .catch(() => {}) // the page is gone
  }

  #event() {
    const contents = this.#contents
    return {
      type: 'frame',
      sender: contents,
      senderFrame: contents.mainFrame,
      frameId: 1,
      processId: contents.id,
      reply: (channel, ...args) => contents.send(channel, ...args),
      get returnValue() {
        return missing('event.returnValue')
      },
    }
  }
}
