import type { AddressPreview } from '../../shared/ipc-contract.ts'
import type { StoreService } from '../stores/store-service.ts'
import type { Handlers } from './answer-request.ts'

export interface StoreRequestsOptions {
  stores: StoreService
  readAddress: (typed: string) => AddressPreview
}

export function storeRequests({
  stores,
  readAddress,
}: StoreRequestsOptions): Pick<Handlers, `stores.${string}` & keyof Handlers> {
  return {
    'stores.get': () => stores.state(),
    'stores.previewAddress': (typed) => readAddress(typed),
    'stores.connect': (input) => stores.connect(input),
    'stores.openSample': () => stores.openSample(),
    'stores.activate': (storeKey) => stores.activate(storeKey),
    'stores.signOut': (input) => stores.signOut(input),
  }
}
