/** The only user of Electron's `shell`: what leaves the app for the desktop passes here. */
import { shell } from 'electron'
import { PacklightError } from '../../shared/result.ts'
import { externalAddress } from './external-address.ts'

/** Opens an https page in the user's browser. Throws `ipc.invalid-arguments` for any other address. */
export async function openExternal(address: string): Promise<void> {
  const checked = externalAddress(address)
  if (checked === null) {
    throw new PacklightError({ code: 'ipc.invalid-arguments', details: 'Not an address for the browser' })
  }
  await shell.openExternal(checked)
}

/** Shows a file in its folder. `path` is one that main itself wrote, never one that the page named. */
export function revealInFolder(path: string): void {
  shell.showItemInFolder(path)
}
