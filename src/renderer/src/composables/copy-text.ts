import { ask } from '../bridge.ts'

/** Puts text on the clipboard, through main: the page itself has no such right. Throws `PacklightError`. */
export async function copyText(text: string): Promise<void> {
  await ask('app.copyText', text)
}
