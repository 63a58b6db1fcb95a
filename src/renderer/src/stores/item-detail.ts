import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { OrderItemDetail, OrderItemRow } from '../../../shared/item-query.ts'
import type { JsonObject } from '../../../shared/json.ts'
import { toAppError } from '../../../shared/result.ts'
import type { AppError } from '../../../shared/result.ts'
import { ask } from '../bridge.ts'
import { useItems } from './items.ts'

/** Everything about the item that is looked at. What was shown stays until the next is here. */
export const useItemDetail = defineStore('item-detail', () => {
  const items = useItems()
  const detail = shallowRef<OrderItemDetail | null>(null)
  const error = shallowRef<AppError | null>(null)
  /** Another item of the order or bundle than the grid's, while it is looked at. */
  const shownId = ref<number | null>(null)
  let newest = 0

  async function load(id: number | null): Promise<void> {
    const turn = ++newest
    error.value = null
    if (id === null) {
      detail.value = null
      return
    }
    try {
      const loaded = await ask('items.detail', id)
      if (turn === newest) detail.value = loaded
    } catch (thrown) {
      if (turn !== newest) return
      detail.value = null
      error.value = toAppError(thrown)
    }
  }

  /** Shows an item, in the grid's answer or not. */
  function show(id: number | null): void {
    shownId.value = id
    void load(id)
  }

  const reload = (): void => void load(shownId.value)

  /** The item's JSON as the OMS sent it. Throws `PacklightError`. */
  const raw = (id: number): Promise<JsonObject | null> => ask('items.raw', id)

  /** All items of an order. Throws `PacklightError`. */
  const ofOrder = (order: number): Promise<OrderItemRow[]> => ask('items.ofOrder', order)

  watch(() => items.activeId, show, { immediate: true })
  watch(() => items.revision, reload)

  return { detail, error, shownId, show, reload, raw, ofOrder }
})
