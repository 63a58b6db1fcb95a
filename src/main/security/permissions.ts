import type { Session } from 'electron'

/**
 * The page needs nothing of the browser's: no camera, location, notification, device, or clipboard (main copies
 * for it). So every permission is refused, asked or not. So is every download: a link or a header may start one,
 * and it would write where the page chooses; exports are written by main.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
