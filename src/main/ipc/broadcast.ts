import type { WebContents } from 'electron'
import type { EventName, Events } from '../../shared/ipc-contract.ts'

export type Broadcast = <E extends EventName>(name: E, payload: Events[E]) => void

/** Tells every open window. `windows` is asked each time, because windows come and go. */
export function createBroadcast(windows: () => readonly WebContents[]): Broadcast {
  return (name, payload) => {
    for (const contents of windows()) {
      if (!contents.isDestroyed()) contents.send(name, payload)
    }
  }
}
