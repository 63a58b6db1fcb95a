/**
 * All that the page can reach: named methods of the contract and subscriptions without the event object. The
 * page can name no channel, and gets nothing of Electron or Node.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { Bridge, EventName, Events, RequestAnswer, RequestName } from '../shared/ipc-contract.ts'
import type { Result } from '../shared/result.ts'

const call =
  <N extends RequestName>(name: N) =>
  (input?: unknown): Promise<Result<RequestAnswer<N>>> =>
    ipcRenderer.invoke(name, input) as Promise<Result<RequestAnswer<N>>>

const on =
  <E extends EventName>(name: E) =>
  (listener: (payload: Events[E]) => void): (() => void) => {
    const heard = (_event: IpcRendererEvent, payload: Events[E]) => listener(payload)
    ipcRenderer.on(name, heard)
    return () => {
      ipcRenderer.off(name, heard)
    }
  }

const bridge = {
  app: {
    info: call('app.info'),
    copyText: call('app.copyText'),
    openExternal: call('app.openExternal'),
  },
  settings: {
    get: call('settings.get'),
    update: call('settings.update'),
  },
  stores: {
    get: call('stores.get'),
    previewAddress: call('stores.previewAddress'),
    connect: call('stores.connect'),
    openSample: call('stores.openSample'),
    activate: call('stores.activate'),
    signOut: call('stores.signOut'),
  },
  items: {
    summary: call('items.summary'),
    query: call('items.query'),
    window: call('items.window'),
    position: call('items.position'),
    detail: call('items.detail'),
    raw: call('items.raw'),
    ofOrder: call('items.ofOrder'),
    facets: call('items.facets'),
    count: call('items.count'),
  },
  selection: {
    choose: call('selection.choose'),
    chooseRows: call('selection.chooseRows'),
    clear: call('selection.clear'),
    rows: call('selection.rows'),
  },
  views: {
    get: call('views.get'),
    save: call('views.save'),
  },
  sync: {
    status: call('sync.status'),
    start: call('sync.start'),
    pause: call('sync.pause'),
    cancel: call('sync.cancel'),
    history: call('sync.history'),
  },
  export: {
    plan: call('export.plan'),
    start: call('export.start'),
    cancel: call('export.cancel'),
    reveal: call('export.reveal'),
  },
  on: {
    'settings.changed': on('settings.changed'),
    'stores.changed': on('stores.changed'),
    'items.changed': on('items.changed'),
    'sync.changed': on('sync.changed'),
    'export.progressed': on('export.progressed'),
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('packlight', bridge)
