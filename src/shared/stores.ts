/** The OMS installations that this computer knows. */
import type { AppError } from './result.ts'

/** Names a store in file names, image paths and events: "shop.akinon.net", "127.0.0.1_8123", "sample". */
export type StoreKey = string

export interface Store {
  key: StoreKey
  /** "https://shop.akinon.net"; plain http for loopback alone. */
  origin: string
  /** What people call it: the host, or the sample store's name. */
  name: string
  isSample: boolean
}

/** Where the token of a store is. `session`: in memory until the app ends, because there is no keychain. */
export type TokenPlace = 'keychain' | 'session' | 'nowhere'

export interface StoreState extends Store {
  token: TokenPlace
}

export interface StoresState {
  stores: StoreState[]
  active: StoreKey | null
}

/** How the active store answers. */
export type Connection =
  | { kind: 'unknown' }
  | { kind: 'online'; since: string }
  | { kind: 'offline'; since: string; error: AppError }
  | { kind: 'signed-out'; since: string; error: AppError }
  | { kind: 'trouble'; since: string; error: AppError }

export interface ConnectInput {
  /** In any form: "shop.akinon.net", "https://shop.akinon.net/login". */
  address: string
  token: string
  /** Hold the token in memory alone: the way on when the keychain cannot be used. */
  sessionOnly: boolean
}
