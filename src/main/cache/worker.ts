/** The cache's thread: opens the database it is started with, then answers one request after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { createCacheService } from './cache-service.ts'
import type { CacheService } from './cache-service.ts'
import { openingId } from './protocol.ts'
import type { CacheCalls, Request, Response, WorkerStart } from './protocol.ts'
import { toCacheError } from './sqlite-errors.ts'

if (!parentPort) throw new Error('the cache runs in a worker thread')
const port = parentPort
const respond = (response: Response) => port.postMessage(response)

function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (thrown) {
    return fail(toCacheError(thrown).toAppError())
  }
}

/** `Request` pairs each name with its own input, which TypeScript cannot follow through a lookup by name. */
function call(calls: CacheCalls, { name, input }: Request): unknown {
  const method = calls[name] as (...values: unknown[]) => unknown
  return method(...input)
}

/** After these there is something to prepare. */
const preparedFor: readonly Request['name'][] = ['query', 'finishRun']
/** Milliseconds in which the page draws an answer: until then the processor is its own. */
const drawing = 300

/** Between two requests there is time to fill the engine, piece by piece. */
function prepareWhenIdle(service: CacheService, whenDone: () => void): void {
  setImmediate(() => {
    const prepared = attempt(() => service.prepare())
    // A failure shows again, and is told, when somebody asks for what could not be prepared.
    if (prepared.ok && !prepared.value) prepareWhenIdle(service, whenDone)
    else whenDone()
  })
}

const opened = attempt(() => createCacheService(workerData as WorkerStart))
if (opened.ok) {
  const service = opened.value
  let preparing = false
  port.on('message', (request: Request) => {
    respond({ id: request.id, result: attempt(() => call(service.calls, request)) })
    if (request.name === 'close') port.close()
    else if (preparedFor.includes(request.name) && !preparing) {
      preparing = true
      setTimeout(() => prepareWhenIdle(service, () => (preparing = false)), drawing).unref()
    }
  })
}
respond({ id: openingId, result: opened.ok ? ok(null) : opened })
