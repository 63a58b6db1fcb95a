/** Lets the rest of a start wait until the page has its first rows: a person waits for those, not for the network. */
export interface FirstLook {
  /** The page was given rows; only the first time counts. */
  answered: () => void
  /** When the rest may begin. */
  over: Promise<void>
}

/** Milliseconds that the page needs to draw what it was given. */
const drawing = 300
/** A page that never asks (it shows Settings, or nothing at all) keeps nothing from being done. */
const patience = 5000

export function createFirstLook(): FirstLook {
  let answered = (): void => undefined
  const over = new Promise<void>((resolve) => {
    setTimeout(resolve, patience).unref()
    answered = () => void setTimeout(resolve, drawing).unref()
  })
  return { over, answered: () => answered() }
}
