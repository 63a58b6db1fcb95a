import { exportedIds, standardColumns } from '../../src/shared/grid-columns.ts'
import { itemColumns } from '../../src/shared/item-columns.ts'
import { PacklightError } from '../../src/shared/result.ts'
import type { StoreState } from '../../src/shared/stores.ts'
import type { Emit, FakeHandlers } from './fake-types.ts'
import type { FakeWorld } from './fake-world.ts'
import { idleStatus } from './fake-sync.ts'

const sampleStore: StoreState = {
  key: 'sample',
  origin: 'http://127.0.0.1:41230',
  name: 'Sample store',
  isSample: true,
  token: 'session',
}

export const appHandlers = (world: FakeWorld): FakeHandlers<'app'> => ({
  'app.info': () => ({ ...world.info, language: world.settings.language ?? world.info.language }),
  'app.copyText': (text) => {
    world.copied.push(text)
    return null
  },
  'app.openExternal': () => null,
})

export const settingsHandlers = (world: FakeWorld, emit: Emit): FakeHandlers<'settings'> => ({
  'settings.get': () => world.settings,
  'settings.update': (patch) => {
    world.settings = { ...world.settings, ...(patch as Partial<typeof world.settings>) }
    emit('settings.changed', world.settings)
    return world.settings
  },
})

function preview(typed: string): { origin: string; storeKey: string } {
  const text = typed.trim()
  const isLoopback = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1)/.test(text)
  if (/^http:/.test(text) && !isLoopback) throw new PacklightError({ code: 'oms.insecure' })
  try {
    const url = new URL(/^https?:\/\//.test(text) ? text : `https://${text}`)
    if (!isLoopback && !url.hostname.includes('.')) throw new TypeError('no domain')
    return { origin: url.origin, storeKey: url.host.replace(':', '_') }
  } catch (cause) {
    throw new PacklightError({ code: 'oms.bad-address' }, cause)
  }
}

export function storeHandlers(world: FakeWorld, emit: Emit): FakeHandlers<'stores'> {
  function open(store: StoreState) {
    const others = world.stores.stores.filter(({ key }) => key !== store.key)
    world.stores = { stores: [...others, store], active: store.key }
    world.sync = idleStatus(store.key)
    emit('stores.changed', world.stores)
    return world.stores
  }
  return {
    'stores.get': () => world.stores,
    'stores.previewAddress': preview,
    'stores.connect': ({ address, sessionOnly }) => {
      const { origin, storeKey } = preview(address)
      const name = new URL(origin).host
      return open({
        key: storeKey,
        origin,
        name,
        isSample: false,
        token: sessionOnly ? 'session' : 'keychain',
      })
    },
    'stores.openSample': () => open(sampleStore),
    'stores.activate': (key) => {
      world.stores = { ...world.stores, active: key }
      world.sync = idleStatus(key)
      emit('stores.changed', world.stores)
      return world.stores
    },
    'stores.signOut': ({ storeKey, deleteCache }) => {
      const stores = deleteCache
        ? world.stores.stores.filter(({ key }) => key !== storeKey)
        : world.stores.stores.map((store) =>
            store.key === storeKey ? { ...store, token: 'nowhere' as const } : store,
          )
      const active = stores.some(({ key }) => key === world.stores.active)
        ? world.stores.active
        : (stores[0]?.key ?? null)
      world.stores = { stores, active }
      emit('stores.changed', world.stores)
      return world.stores
    },
  }
}

export const viewHandlers = (world: FakeWorld): FakeHandlers<'views'> => {
  return {
    'views.get': (key) => (world.views[key] ??= { columns: [...standardColumns], views: [] }),
    'views.save': ({ storeKey, ...views }) => (world.views[storeKey] = views),
  }
}

export function exportHandlers(world: FakeWorld, emit: Emit): FakeHandlers<'export'> {
  return {
    'export.plan': ({ query, shownColumns }) => ({
      rows: world.items.matching(query).length,
      shownColumns: exportedIds(shownColumns),
      allColumns: itemColumns.map(({ id }) => id),
      damagedByExcel: ['product.barcode'],
      preset: world.settings.exportPreset ?? 'excel-tr',
      asOf: world.sync?.asOf ?? null,
    }),
    'export.start': ({ query, columns, shownColumns }) => {
      const rows = world.items.matching(query).length
      emit('export.progressed', { done: rows, total: rows })
      return {
        kind: 'saved',
        fileName: 'packlight-items.csv',
        rows,
        columns: columns === 'all' ? itemColumns.length : exportedIds(shownColumns).length,
        bytes: rows * 210,
        milliseconds: 84,
      }
    },
    'export.cancel': () => null,
    'export.reveal': () => null,
  }
}
