import { readFileSync } from 'node:fs'
import { ownOriginTest } from '../addresses.mjs'
import { makeCodec } from '../wire/codec.mjs'
import { makeFraming } from '../wire/framing.mjs'
import { directLimit, mailAddress } from '../wire/mailbox.mjs'
import { makeContextBridge } from './context-bridge.mjs'
import { makeIpcRenderer } from './ipc-renderer.mjs'
import { makePageLink } from './link.mjs'
import { pageHost } from './page-host.mjs'
import { watchWindow } from './window-host.mjs'

/** The function that DevTools puts into the page for us. */
export const binding = '__chromiumElectronPost'
/** The function that the page has for us. */
export const inbox = '__chromiumElectronInbox'

const helpers = { makeCodec, makeFraming, makePageLink, makeIpcRenderer, makeContextBridge, watchWindow }

/** The script that runs first in every document of a window. `preload`: path of a CommonJS bundle, or undefined. */
export function pageSource(contentsId, preload) {
  const { platform, arch, versions } = process
  const data = {
    binding,
    inbox,
    mail: mailAddress(contentsId),
    limit: directLimit,
    process: { platform, arch, versions: { ...versions } },
  }
  const body = preload ? readFileSync(preload, 'utf8') : ''
  return `(${pageHost})({
    ...${JSON.stringify(data)},
    isOwnOrigin: ${ownOriginTest()},
    ${Object.entries(helpers)
      .map(([name, helper]) => `${name}: ${helper}`)
      .join(',\n')},
    preload: function (require, module, exports, process) { ${body}\n}
  })`
}
