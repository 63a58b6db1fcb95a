import { requests } from '../../shared/ipc-contract.ts'
import type { RequestAnswer, RequestInput, RequestName } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

type Handler<N extends RequestName> = (input: RequestInput<N>) => RequestAnswer<N> | Promise<RequestAnswer<N>>

/** One function for each request of the contract. */
export type Handlers = { readonly [N in RequestName]: Handler<N> }

/** Checks `input` by the contract's schema and calls the handler. Throws only what the handler throws. */
export async function answerRequest<N extends RequestName>(
  handlers: Handlers,
  name: N,
  input: unknown,
): Promise<Result<RequestAnswer<N>>> {
  const parsed = requests[name].input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    // The path and the kind of the fault, never the value: it may be a token.
    const where = issue?.path.join('.') ?? ''
    return fail({
      code: 'ipc.invalid-arguments',
      details: `${name}: ${where || 'input'} (${issue?.code ?? '?'})`,
    })
  }
  return ok(await handlers[name](parsed.data as RequestInput<N>))
}
