import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import { toAppError } from '../../../shared/result.ts'
import type { AppError } from '../../../shared/result.ts'
import { useStores } from '../stores/stores.ts'

export interface AddressPreviewState {
  /** "https://shop.akinon.net"; empty while nothing is typed or what is typed is no address. */
  origin: Ref<string>
  error: Ref<AppError | null>
}

/** What main makes of a typed domain, letter by letter. An answer to an older text is not shown. */
export function useAddressPreview(typed: Ref<string>): AddressPreviewState {
  const stores = useStores()
  const origin = ref('')
  const error = ref<AppError | null>(null)

  watch(
    typed,
    async (address) => {
      const isLatest = () => typed.value === address
      if (address.trim() === '') {
        origin.value = ''
        error.value = null
        return
      }
      try {
        const preview = await stores.previewAddress(address)
        if (!isLatest()) return
        origin.value = preview.origin
        error.value = null
      } catch (thrown) {
        if (!isLatest()) return
        origin.value = ''
        error.value = toAppError(thrown)
      }
    },
    { immediate: true },
  )
  return { origin, error }
}
