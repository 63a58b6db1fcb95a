import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { AppError } from '../../../shared/result.ts'

export interface Toast {
  id: number
  kind: 'done' | 'problem'
  text: string
  /** With it, the toast shows the error's own words. */
  error: AppError | null
}

/** Short messages: seen as toasts, heard through the live region. */
export const useNotices = defineStore('notices', () => {
  const toasts = ref<Toast[]>([])
  const announcement = ref('')
  let lastId = 0

  /** Says `text` to screen readers alone. */
  function announce(text: string): void {
    // The same words again are a change too: a no-break space makes them one.
    announcement.value = announcement.value === text ? `${text}\u00a0` : text
  }

  function add(kind: Toast['kind'], text: string, error: AppError | null): void {
    toasts.value = [...toasts.value.slice(-2), { id: ++lastId, kind, text, error }]
  }

  /** Says that something is done. */
  const say = (text: string): void => add('done', text, null)

  /** Says that something cannot be done so. */
  const warn = (text: string): void => add('problem', text, null)

  /** Shows a failure that has no place of its own on the screen. */
  const tell = (error: AppError): void => add('problem', '', error)

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  return { toasts, announcement, announce, say, warn, tell, dismiss }
})
