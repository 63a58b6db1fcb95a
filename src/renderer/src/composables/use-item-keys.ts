import { onBeforeUnmount, onMounted } from 'vue'

export interface ItemKeyActions {
  search: () => void
  export: () => void
  showKeys: () => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select')

/** Keys of the Items screen that work wherever the focus is, but not behind an open dialog. */
export function useItemKeys(actions: ItemKeyActions): void {
  function actionOf(event: KeyboardEvent): (() => void) | null {
    if (event.altKey || event.defaultPrevented) return null
    if (event.key === '?' && !isTyping(event.target)) return actions.showKeys
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return null
    const key = event.key.toLowerCase()
    return key === 'k' ? actions.search : key === 'e' ? actions.export : null
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = actionOf(event)
    if (!action || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    action()
  }

  onMounted(() => window.addEventListener('keydown', onKeyDown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeyDown))
}
