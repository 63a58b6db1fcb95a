import type { AppInfo } from '../../shared/ipc-contract.ts'
import { openExternal } from '../security/open-external.ts'
import type { Handlers } from './answer-request.ts'

export interface AppRequestsOptions {
  info: () => AppInfo
  copyText: (text: string) => Promise<void>
}

export function appRequests({
  info,
  copyText,
}: AppRequestsOptions): Pick<Handlers, `app.${string}` & keyof Handlers> {
  return {
    'app.info': info,
    'app.copyText': async (text) => {
      await copyText(text)
      return null
    },
    'app.openExternal': async (url) => {
      await openExternal(url)
      return null
    },
  }
}
