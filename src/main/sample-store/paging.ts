/** Pages as Django REST Framework's `PageNumberPagination` cuts them. */
export interface Page {
  number: number
  /** Rows a page. */
  size: number
  /** The number of the last page; at least 1. */
  last: number
}

const defaultSize = 20

/**
 * The page that a query asks for; null where there is no such page.
 *
 * A bad `limit` is ignored and a large one is cut; a bad `page` is an error. That is how the OMS does it.
 */
export function pageOf(query: URLSearchParams, count: number, maxLimit: number): Page | null {
  const size = Math.min(positive(query.get('limit')) ?? Math.min(defaultSize, maxLimit), maxLimit)
  const last = Math.max(1, Math.ceil(count / size))
  const asked = query.get('page') ?? '1'
  const number = asked === 'last' ? last : positive(asked)
  return number === null || number > last ? null : { number, size, last }
}

function positive(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

/** The addresses of the pages before and behind, with the rest of the query as it was asked. */
export function neighboursOf(page: Page, url: URL): { next: string | null; previous: string | null } {
  const at = (number: number) => {
    const there = new URL(url)
    if (number === 1) there.searchParams.delete('page')
    else there.searchParams.set('page', String(number))
    there.searchParams.sort()
    return there.href
  }
  return {
    next: page.number < page.last ? at(page.number + 1) : null,
    previous: page.number > 1 ? at(page.number - 1) : null,
  }
}
