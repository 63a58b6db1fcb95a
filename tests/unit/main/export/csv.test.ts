import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell } from '../../../../src/main/export/csv-cell.ts'
import { dialects, presetForRegion } from '../../../../src/main/export/csv-dialect.ts'
import { csvHead } from '../../../../src/main/export/csv-lines.ts'

const { 'excel-tr': turkish, 'excel-en': english, data } = dialects

/** Reads one line of CSV as RFC 4180 has it. */
function parseFields(line: string, delimiter: string): string[] {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (line[at] === '"') {
      let field = ''
      for (at++; ; at++) {
        if (line[at] === '"' && line[at + 1] === '"') at++
        else if (line[at] === '"') break
        field += line.charAt(at)
      }
      fields.push(field)
      at++
    } else {
      const end = line.indexOf(delimiter, at)
      fields.push(line.slice(at, end < 0 ? undefined : end))
      at = end < 0 ? line.length : end
    }
    if (at >= line.length) return fields
    at++
  }
}

describe('csvCell', () => {
  it('writes decimals exactly, in the mark of the preset', () => {
    expect(csvCell('12345678901234567.89', 'decimal', turkish)).toBe('12345678901234567,89')
    expect(csvCell('599.99', 'decimal', english)).toBe('599.99')
    expect(csvCell('599,99', 'decimal', english)).toBe('"599,99"')
  })

  it('lets no text become a formula, and leaves validated numbers alone', () => {
    expect(csvCell('-5.00', 'decimal', turkish)).toBe('-5,00')
    expect(csvCell('-5', 'integer', english)).toBe('-5')
    expect(csvCell('-5+cmd', 'decimal', english)).toBe("'-5+cmd")
    for (const start of ['=', '+', '-', '@', '\t', '\0']) {
      expect(csvCell(`${start}1`, 'text', english)).toBe(`'${start}1`)
    }
    expect(csvCell('\r1', 'text', english)).toBe(`"'\r1"`)
  })

  it('quotes what needs it', () => {
    expect(csvCell('a;b', 'text', turkish)).toBe('"a;b"')
    expect(csvCell('a;b', 'text', english)).toBe('a;b')
    expect(csvCell('say "x"\nline', 'text', english)).toBe('"say ""x""\nline"')
  })

  it('writes dates in local time for Excel and untouched for data', () => {
    const sent = '2021-07-07T08:42:21.265143Z'
    expect(csvCell(sent, 'date', data)).toBe(sent)
    const local = new Date(sent)
    const hour = String(local.getHours()).padStart(2, '0')
    expect(csvCell(sent, 'date', turkish)).toMatch(new RegExp(`^2021-07-0[678] ${hour}:\\d2$`))
    expect(csvCell('=soon', 'date', data)).toBe("'=soon")
  })

  it('leaves an empty field for null', () => {
    expect(csvCell(null, 'text', data)).toBe('')
  })

  it('gives every text back, in both delimiters', () => {
    const wild = fc.array(
      fc.string({ unit: fc.constantFrom('"', ';', ',', '\r', '\n', 'a', 'İ', '=', ' ') }),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(wild, fc.constantFrom(turkish, english, data), (texts, dialect) => {
        const line = texts.map((text) => csvCell(text, 'text', dialect)).join(dialect.delimiter)
        const back = parseFields(line, dialect.delimiter)
        expect(
          back.map((field, index) => (field === `'${texts[index] ?? ''}` ? field.slice(1) : field)),
        ).toEqual(texts)
      }),
    )
  })
})

describe('csvHead', () => {
  const table = { columns: [], language: 'en' }
  it('begins with the mark that Excel needs, and only there', () => {
    expect(csvHead(['A', 'B'], { ...table, dialect: turkish })).toBe('\uFEFFA;B\r\n')
    expect(csvHead(['A', 'B'], { ...table, dialect: data })).toBe('A,B\r\n')
  })
})

describe('presetForRegion', () => {
  it('follows the region, not the language', () => {
    expect(presetForRegion('tr-TR')).toBe('excel-tr')
    expect(presetForRegion('en-TR')).toBe('excel-tr')
    expect(presetForRegion('tr')).toBe('excel-tr')
    expect(presetForRegion('tr-DE')).toBe('excel-en')
    expect(presetForRegion('en-GB')).toBe('excel-en')
  })
})
