import { extname, join, resolve, sep } from 'node:path'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
}

/** The content type of a file of the built page, by its name. What is not known is never run nor shown. */
export function contentTypeOf(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/** What no file of the page has in its name, and what means something to one file system or another. */
const suspicious = /[\\:\u0000-\u001f\u007f]/

/**
 * The file of `folder` that a URL's path names ("/" is its index.html), or null where the path is malformed or
 * tries to leave the folder: by "..", also encoded once or twice, by backslashes, a drive letter, a stream, a NUL.
 */
export function fileInside(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || suspicious.test(decoded) || decoded.includes('%')) return null
  const segments = decoded === '/' ? ['index.html'] : decoded.slice(1).split('/')
  // Windows drops dots and spaces at the end of a name: "..." and ".. " may become "..".
  if (segments.some((segment) => /^$|^\.|[. ]$/.test(segment))) return null
  const path = join(resolve(folder), ...segments)
  return path.startsWith(resolve(folder) + sep) ? path : null
}
