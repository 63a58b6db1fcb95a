const paperSizes = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}
const same = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]

/** Electron's options of printToPDF as DevTools names them. Sizes are inches in both. */
export function pdfOptions(options) {
  const { pageSize = 'Letter', margins = {} } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? paperSizes[pageSize] : [pageSize.width, pageSize.height]
  const out = { paperWidth, paperHeight }
  for (const name of same) if (options[name] !== undefined) out[name] = options[name]
  for (const side of ['top', 'bottom', 'left', 'right']) {
    if (margins[side] !== undefined) out[`margin${side[0].toUpperCase()}${side.slice(1)}`] = margins[side]
  }
  return out
}
