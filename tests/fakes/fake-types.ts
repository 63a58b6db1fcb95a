import type {
  EventName,
  Events,
  RequestAnswer,
  RequestInput,
  RequestName,
} from '../../src/shared/ipc-contract.ts'

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void
export type FakeHandler<N extends RequestName> = (
  input: RequestInput<N>,
) => RequestAnswer<N> | Promise<RequestAnswer<N>>
export type FakeHandlers<Prefix extends string> = {
  [N in RequestName as N extends `${Prefix}.${string}` ? N : never]: FakeHandler<N>
}
