import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { gridColumn } from '../../../shared/grid-columns.ts'
import type { GridColumn } from '../../../shared/grid-columns.ts'
import { useViews } from '../stores/views.ts'
import { cellKinds, fixedCells } from './grid-cells.ts'
import type { CellId, CellKind } from './grid-cells.ts'

/** The product takes the room that the others leave, but no less than this, px. */
const narrowestProduct = 180

export interface ShownColumn extends Pick<GridColumn, 'id' | 'align'> {
  kind: CellKind
  /** From 1, the fixed ones counted. */
  number: number
  /** Px; null: what is left. */
  width: number | null
}

export interface GridLayout {
  columns: ComputedRef<ShownColumn[]>
  /** Every cell of a row, in its order. */
  cells: ComputedRef<CellId[]>
  /** CSS variables for the grid: its columns, and the least width at which nothing is hidden. */
  style: ComputedRef<Record<string, string>>
}

/** How the columns stand on the screen. */
export function useGridLayout(): GridLayout {
  const views = useViews()

  const columns = computed(() =>
    views.columns.map(({ id, width }, at): ShownColumn => {
      const column = gridColumn(id)
      return {
        ...{ id, align: column.align, kind: cellKinds[id], number: at + 1 + fixedCells.length },
        width: width ?? (id === 'product' ? null : column.width),
      }
    }),
  )
  const cells = computed<CellId[]>(() => [...fixedCells, ...columns.value.map(({ id }) => id)])
  const style = computed(() => {
    const tracks = columns.value.map(({ width }) =>
      width === null ? `minmax(${narrowestProduct}px, 1fr)` : `${width}px`,
    )
    const least = columns.value.reduce((sum, { width }) => sum + (width ?? narrowestProduct), 0)
    return {
      '--grid-tracks': tracks.join(' '),
      '--grid-least': `calc(var(--grid-lead) + var(--grid-padding) + ${least}px + ${columns.value.length} * var(--grid-gap))`,
    }
  })

  return { columns, cells, style }
}
