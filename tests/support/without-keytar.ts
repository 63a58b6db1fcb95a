/** Loaded with `--import`: keytar is then as on a computer where it could not be installed. */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'keytar') return nextResolve(specifier, context)
    throw Object.assign(new Error("Cannot find module 'keytar'"), { code: 'MODULE_NOT_FOUND' })
  },
})
