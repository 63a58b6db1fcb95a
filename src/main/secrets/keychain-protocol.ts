/** What main and the keychain's process say to each other. A secret travels in these messages and nowhere else. */
import { z } from 'zod'

/** The name under which the operating system's keychain lists our entries. */
export const keychainService = 'Packlight'

export const keychainErrorCodes = [
  'keychain.service-missing', // no session bus, or nothing on it that keeps secrets
  'keychain.locked', // it is there but was not unlocked, or the user refused
  'keychain.binding-missing', // the native module is not there or does not load
  'keychain.timeout', // no answer
  'keychain.failed', // anything else
] as const
export type KeychainErrorCode = (typeof keychainErrorCodes)[number]

const account = z.string().min(1)
const id = z.number().int()

const getSchema = z.strictObject({ id, method: z.literal('get'), account })
const setSchema = z.strictObject({ id, method: z.literal('set'), account, secret: z.string().min(1) })
const deleteSchema = z.strictObject({ id, method: z.literal('delete'), account })

/** `account` is a store's origin. */
export const keychainRequestSchema = z.discriminatedUnion('method', [getSchema, setSchema, deleteSchema])
export type KeychainRequest = z.infer<typeof keychainRequestSchema>

/** `value`: what `get` found or null; whether `delete` removed something; null for `set`. */
export const keychainAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ id, ok: z.literal(true), value: z.union([z.string(), z.boolean(), z.null()]) }),
  z.strictObject({
    id,
    ok: z.literal(false),
    code: z.enum(keychainErrorCodes),
    details: z.string(),
  }),
])
export type KeychainAnswer = z.infer<typeof keychainAnswerSchema>
