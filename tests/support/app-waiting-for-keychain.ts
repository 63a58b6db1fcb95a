/** A program that asks the keychain and waits, to be killed while it does. */
import { createKeychainClient, nodeKeychain } from '../../src/main/secrets/keychain-client.ts'

const program = new URL('../../src/main/secrets/keychain-process.ts', import.meta.url)
await createKeychainClient({ spawn: nodeKeychain(program) }).get('https://shop.akinon.net')
