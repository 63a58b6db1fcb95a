/** What counts of an IPC event; `IpcMainInvokeEvent` has this shape. */
export interface SenderEvent {
  /** Null where the frame has navigated or gone since it asked. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null
}

/** Where the app's own page lives, and nothing else. */
export const appScheme = 'app'
export const appHost = 'packlight'
export const appOrigin = `${appScheme}://${appHost}`

/** Whether an address is one of the app's own: exactly its scheme and host, without credentials or port. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return (
    url?.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
  )
}

/**
 * Whether an IPC event comes from the top frame of our own page. A frame inside it, a page of another origin, and
 * a frame that has gone meanwhile are refused.
 */
export function isTrustedSender(event: SenderEvent): boolean {
  try {
    const frame = event.senderFrame
    return frame?.parent === null && isAppUrl(frame.url)
  } catch {
    // Electron throws on a look at a frame that was disposed of between the message and now.
    return false
  }
}
