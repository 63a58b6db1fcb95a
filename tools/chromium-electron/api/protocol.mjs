import { schemes } from '../addresses.mjs'
import { runtime } from '../runtime.mjs'
import { missing, strict } from '../strict.mjs'

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list) {
    if (runtime.isReady)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) {
      if (!privileges?.standard) missing(`a scheme that is not standard (${scheme})`)
      schemes.set(scheme, null)
    }
  },

  handle(scheme, handler) {
    if (!runtime.isReady) throw new Error('protocol.handle: app is not ready')
    if (!schemes.has(scheme)) missing(`protocol.handle of an unregistered scheme (${scheme})`)
    schemes.set(scheme, handler)
  },

  unhandle(scheme) {
    schemes.set(scheme, null)
  },

  isProtocolHandled: (scheme) => Boolean(schemes.get(scheme)),
})
