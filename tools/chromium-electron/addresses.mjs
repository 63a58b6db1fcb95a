// A page of app://bundle/x is http://bundle.app.localhost/x inside Chromium: a secure context, and one origin
// whatever port the server has. The app only ever sees app://.

/** scheme -> the app's handler, or null while it has none. */
export const schemes = new Map()

/** app://host/path -> http://host.app.localhost/path; anything else stays as it is. */
export function toPage(url) {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  if (!parts || !schemes.has(parts[1])) return url
  return `http://${parts[2] || 'none'}.${parts[1]}.localhost${parts[3] || '/'}`
}

/** The way back. */
export function toApp(url) {
  const parts = /^http:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(?::\d+)?((?:[/?#].*)?)$/i.exec(url)
  if (!parts || !schemes.has(parts[2])) return url
  return `${parts[2]}://${parts[1]}${parts[3] || '/'}`
}

/** A test, as source text for the page, of whether its origin is one of the app's. */
export function ownOriginTest() {
  return `/^http:\\/\\/.+\\.(${[...schemes.keys()].join('|')})\\.localhost$/.test(location.origin)`
}
