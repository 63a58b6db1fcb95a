/** What the page may do, said by header: a page cannot weaken what came with it. */

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Of the built page. It runs its own files, shows its own pictures, and has no network of its own. */
const built = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
}

/** Vue makes static markup through a policy of this name; nobody else may turn text into markup or script. */
const trustedTypes = { 'require-trusted-types-for': "'script'", 'trusted-types': 'vue' }

/** The Content-Security-Policy of the built page. */
export function contentSecurityPolicy(): string {
  return policy({ ...built, ...trustedTypes })
}

/**
 * The same for development: Vite's client injects styles, shows errors as markup, and listens on a socket of
 * `devServer`, which is the only thing that the page may connect to.
 */
export function developmentSecurityPolicy(devServer: string): string {
  const { host, protocol } = new URL(devServer)
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`
  return policy({
    ...built,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'connect-src': `'self' ${socket}`,
  })
}

/** On every answer of the app's scheme. */
export const everyAnswer: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
]

/** On documents: no feature of the browser's is used, by the page or by what it might embed. */
export const permissionsPolicy = unusedFeatures.map((feature) => `${feature}=()`).join(', ')
