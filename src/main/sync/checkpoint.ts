import type { JsonObject } from '../../shared/json.ts'

/** Where a walk stands: stored with each page, so that a kill at any instant loses the page in flight alone. */
export interface Checkpoint {
  /** 1 for the first walk over the list; more where a gap had to be walked again. */
  pass: number
  /** The last page committed; 0 before the first. */
  page: number
  /** Rows met in this pass: unique ids, and those set aside. */
  heldInPass: number
  /** Rows of this pass that had no id: they are part of `count`, and can never be held. */
  rejectedInPass: number
  /** The OMS's latest `count`. */
  count: number | null
  /** Whether `count` went down within this pass: rows may have slipped through. */
  shrank: boolean
  /**
   * Whether the pass before this one shrank. An id that went away is still counted as seen and hides one that
   * slipped through, so this pass proves completeness only by itself, and only when it is walked to its end.
   */
  whole: boolean
}

/** Before the first page of pass number `pass`. */
export function beginning(pass = 1, whole = false): Checkpoint {
  return { pass, page: 0, heldInPass: 0, rejectedInPass: 0, count: null, shrank: false, whole }
}

export function toJson(checkpoint: Checkpoint): JsonObject {
  return { ...checkpoint }
}

/** What was stored, or the beginning where it is not readable: walking again does no harm. */
export function fromJson(json: JsonObject | null): Checkpoint {
  if (json === null) return beginning()
  const { pass, page, heldInPass, rejectedInPass, count, shrank, whole } = json
  const readable =
    typeof pass === 'number' &&
    typeof page === 'number' &&
    typeof heldInPass === 'number' &&
    typeof rejectedInPass === 'number' &&
    (count === null || typeof count === 'number') &&
    typeof shrank === 'boolean' &&
    typeof whole === 'boolean'
  return readable ? { pass, page, heldInPass, rejectedInPass, count, shrank, whole } : beginning()
}
