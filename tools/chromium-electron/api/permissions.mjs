// DevTools has no event for "a page asks for the camera", so that the app's handlers are asked ahead, once for each
// permission when a window goes to an origin, and Chromium is told what they said.
import { toApp } from '../addresses.mjs'
import { runtime } from '../runtime.mjs'

/** Electron's name -> DevTools' descriptors. */
const permissions = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write', allowWithoutSanitization: false }],
  'idle-detection': [{ name: 'idle-detection' }],
  'window-management': [{ name: 'window-management' }],
  'storage-access': [{ name: 'storage-access' }],
}

/** @param {object} contents of the window that goes to `pageOrigin` */
export async function applyPermissions(contents, pageOrigin) {
  const wishes = Object.entries(permissions).map(async ([name, descriptors]) => {
    const setting = (await isGranted(contents, name, pageOrigin)) ? 'granted' : 'denied'
    const told = descriptors.map((permission) =>
      runtime.browser.root.send('Browser.setPermission', { permission, setting, origin: pageOrigin }),
    )
    await Promise.all(told)
  })
  await Promise.all(wishes)
}

/** As in Electron: what no handler refuses is granted. */
async function isGranted(contents, name, pageOrigin) {
  const { _check: check, _request: request } = contents.session
  const requestingUrl = toApp(`${pageOrigin}/`)
  const details = { requestingUrl, isMainFrame: true, mediaType: 'unknown' }
  if (check && !check(contents, name, requestingUrl, details)) return false
  if (!request) return true
  return new Promise((resolve) => request(contents, name, resolve, { ...details, mediaTypes: [] }))
}
