/**
 * The only place that registers requests: it checks who asks, checks what is asked, and turns whatever happens
 * into a `Result`, so that no error class, stack or path crosses to the renderer.
 */
import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { requests } from '../../shared/ipc-contract.ts'
import type { RequestAnswer, RequestName } from '../../shared/ipc-contract.ts'
import { fail, toAppError } from '../../shared/result.ts'
import type { AppError, Result } from '../../shared/result.ts'
import { answerRequest } from './answer-request.ts'
import type { Handlers } from './answer-request.ts'
import { isTrustedSender } from '../security/trusted-sender.ts'

export interface HandleOptions {
  handlers: Handlers
  /** Told of every failed request; the error holds no token. */
  onFailure: (name: RequestName, error: AppError) => void
}

/** Registers every request of the contract. A request without a handler does not compile. */
export function registerRequests({ handlers, onFailure }: HandleOptions): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(
      name,
      async (event: IpcMainInvokeEvent, input: unknown): Promise<Result<RequestAnswer<RequestName>>> => {
        const result = isTrustedSender(event)
          ? await answerRequest(handlers, name, input).catch((thrown: unknown) => fail(toAppError(thrown)))
          : fail({ code: 'ipc.untrusted-sender' })
        if (!result.ok) onFailure(name, result.error)
        return result
      },
    )
  }
}
