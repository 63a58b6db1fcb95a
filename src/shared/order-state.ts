import type { OrderState } from './order-item.ts'

/** What tells one state from another: its class and value ("OrderStatus:450"), else its bare id ("#17"). */
export type StateKey = string

export function stateKey(state: Pick<OrderState, 'id' | 'enumClass' | 'enumValue'>): StateKey {
  return state.enumClass !== null && state.enumValue !== null
    ? `${state.enumClass}:${state.enumValue}`
    : `#${state.id}`
}

/** The state's name in the user's language, else its own name, else its raw code. */
export function stateName(state: OrderState, language: string): string {
  const wanted = language.toLowerCase()
  const translated = Object.entries(state.translations).find(([locale]) =>
    locale.toLowerCase().startsWith(wanted),
  )
  return translated?.[1] || state.name || state.enumValue || `#${state.id}`
}

/** How a state is coloured. `unknown` is grey and shows the raw code. */
export type StateTone = 'waiting' | 'active' | 'packed' | 'done' | 'problem' | 'unknown'

/** Akinon's known order-status codes. Never a closed list: what is not here is `unknown`, not an error. */
const tones: Record<string, StateTone> = {
  '50': 'problem',
  '100': 'problem',
  '200': 'waiting',
  '300': 'waiting',
  '350': 'waiting',
  '400': 'active',
  '450': 'active',
  '500': 'done',
  '510': 'done',
  '520': 'packed',
  '540': 'packed',
  '544': 'waiting',
  '545': 'waiting',
  '546': 'waiting',
  '547': 'active',
  '550': 'done',
  '600': 'problem',
}

export function stateTone(state: Pick<OrderState, 'enumClass' | 'enumValue'>): StateTone {
  if (state.enumClass !== 'OrderStatus' || state.enumValue === null) return 'unknown'
  return tones[state.enumValue] ?? 'unknown'
}
