import { computed, nextTick, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'

const smallest = 0.1
const largest = 8
/** One notch of the wheel. */
const notch = 1.15

export interface PictureScale {
  /** 1: one pixel of the picture is one of the page. */
  scale: Ref<number>
  /** Width to draw the picture at, px. */
  width: ComputedRef<number>
  fit: () => void
  scaleTo: (wanted: number, at?: { clientX: number; clientY: number }) => void
  scaleBy: (factor: number) => void
  onLoad: (event: Event) => void
  onWheel: (event: WheelEvent) => void
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
}

/** Scaling and moving of one picture in a scrolling stage; what is under the pointer stays there. */
export function usePictureScale(stage: Readonly<Ref<HTMLElement | null>>): PictureScale {
  const natural = ref({ width: 0, height: 0 })
  const scale = ref(1)
  const width = computed(() => natural.value.width * scale.value)

  function fit(): void {
    const box = stage.value
    if (!box || natural.value.width === 0) return
    scale.value = Math.min(box.clientWidth / natural.value.width, box.clientHeight / natural.value.height)
  }

  function scaleTo(wanted: number, at?: { clientX: number; clientY: number }): void {
    const box = stage.value
    if (!box) return
    const next = Math.min(largest, Math.max(smallest, wanted))
    const rect = box.getBoundingClientRect()
    const x = at ? at.clientX - rect.left : box.clientWidth / 2
    const y = at ? at.clientY - rect.top : box.clientHeight / 2
    const ratio = next / scale.value
    const left = (box.scrollLeft + x) * ratio - x
    const top = (box.scrollTop + y) * ratio - y
    scale.value = next
    void nextTick(() => box.scrollTo(left, top))
  }

  function onLoad(event: Event): void {
    const image = event.currentTarget
    if (!(image instanceof HTMLImageElement)) return
    natural.value = { width: image.naturalWidth, height: image.naturalHeight }
    fit()
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button === 0) stage.value?.setPointerCapture(event.pointerId)
  }

  function onPointerMove(event: PointerEvent): void {
    if (stage.value?.hasPointerCapture(event.pointerId))
      stage.value.scrollBy(-event.movementX, -event.movementY)
  }

  return {
    scale,
    width,
    fit,
    scaleTo,
    scaleBy: (factor) => scaleTo(scale.value * factor),
    onLoad,
    onWheel: (event) => scaleTo(scale.value * (event.deltaY < 0 ? notch : 1 / notch), event),
    onPointerDown,
    onPointerMove,
  }
}
