import {
  byId,
  catalogueData,
  type BundleKind,
  type Colour,
  type Family,
  type Size,
} from './catalogue-data.ts'
import { createDie, pick } from './dice.ts'

/** One thing that is sold: a colour and a size of a model, or a bundle. */
export interface SampleProduct {
  index: number
  name: string
  /** Shared by all colours and sizes of a model: what makes look-alikes. */
  baseCode: string
  sku: string
  barcode: string | null
  colour: Colour
  size: Size | null
  family: Family | null
  bundle: BundleKind | null
  /** Retail price in hundredths; 0 for a bundle, whose price is that of its parts. */
  retail: number
}

/** All products by number, computed when asked for. */
export interface ProductRange {
  readonly count: number
  product: (index: number) => SampleProduct
  /** A product of a family, chosen by a roll in [0, 1); popular ones come up more often. */
  ofFamily(id: string, roll: number): number
  /** Any product that is not a bundle. */
  anySingle(roll: number): number
  /** A product that is the given bundle. */
  ofBundle(bundle: number, roll: number): number
}

const coloursOfModel = 3
const sizesOfModel = 4
const variantsOfModel = coloursOfModel * sizesOfModel
const { families, bundles, colours, sizes, oddNames } = catalogueData
const everyOddName = 47
const skuParts = new Map(Object.values(sizes).flatMap((scale) => scale.map((size) => [size, skuPart(size)])))

export function createProductRange(count: number, seed: number): ProductRange {
  // One in twenty-five is a bundle; they come last.
  const bundleCount = Math.max(bundles.length, Math.floor(count / 25))
  const singleCount = count - bundleCount
  if (singleCount < 1) throw new RangeError(`the sample store needs more than ${bundles.length} products`)
  const price = createDie(seed, 'retail price')
  const name = createDie(seed, 'model name')
  const scale = createDie(seed, 'size scale')
  const barcode = createDie(seed, 'barcode')

  function single(index: number): SampleProduct {
    const model = Math.floor(index / variantsOfModel)
    const variant = index % variantsOfModel
    const family = pick(families, (model % families.length) / families.length)
    const modelNumber = 38 + Math.floor(model / families.length)
    const colourAt = Math.floor(variant / sizesOfModel)
    const colour = byId(colours, family.colours[(modelNumber + colourAt) % family.colours.length] ?? '')
    const all = sizes[family.sizes] ?? []
    const first = Math.floor(scale(model) * (all.length - sizesOfModel + 1))
    const size = all[first + (variant % sizesOfModel)] ?? null
    const baseCode = `${family.code}-${String(modelNumber).padStart(3, '0')}`
    const isOdd = index % everyOddName === 3
    const [low = 0, high = 0] = family.retail
    return {
      index,
      name: isOdd
        ? pick(oddNames, ((index / everyOddName) % oddNames.length) / oddNames.length)
        : pick(family.names, name(model)),
      baseCode,
      sku: `${baseCode}${colourAt}-${(size && skuParts.get(size)) ?? 'STD'}`,
      barcode: barcode(index) < 0.03 ? null : ean13(index, barcode(index)),
      colour,
      size,
      family,
      bundle: null,
      retail: Math.round((low + price(model) * (high - low)) / 1000) * 1000 - 10,
    }
  }

  function set(index: number): SampleProduct {
    const number = index - singleCount
    const bundle = pick(bundles, (number % bundles.length) / bundles.length)
    const look = families.find((family) => family.id === bundle.parts[0])
    return {
      index,
      name: bundle.name,
      baseCode: `SET-${String(93 + number).padStart(4, '0')}`,
      sku: `SET-${String(93 + number).padStart(4, '0')}`,
      barcode: barcode(index) < 0.3 ? null : ean13(index, barcode(index)),
      colour: byId(colours, look?.colours[number % look.colours.length] ?? 'gri'),
      size: null,
      family: null,
      bundle,
      retail: 0,
    }
  }

  return {
    count,
    product: (index) => (index < singleCount ? single(index) : set(index)),
    anySingle: (roll) => Math.floor(roll ** 1.6 * singleCount),
    ofFamily(id, roll) {
      const family = families.findIndex((entry) => entry.id === id)
      const models = Math.floor(singleCount / variantsOfModel)
      const ofThisFamily = Math.floor((models - family - 1) / families.length) + 1
      if (family === -1 || ofThisFamily < 1) return Math.floor(roll * singleCount)
      const variant = Math.floor(roll * ofThisFamily * variantsOfModel)
      const model = family + Math.floor(variant / variantsOfModel) * families.length
      return model * variantsOfModel + (variant % variantsOfModel)
    },
    ofBundle(bundle, roll) {
      const ofThisKind = Math.floor((bundleCount - bundle - 1) / bundles.length) + 1
      return singleCount + bundle + Math.floor(roll * ofThisKind) * bundles.length
    },
  }
}

/** "L" -> "L", "28/32" -> "2832", "Ø 18 cm" -> "18", "8 yaş" -> "8". */
function skuPart(size: Size): string {
  const [first = ''] = size.value.replace('Ø ', '').split(' ')
  return first.replace(/[^0-9A-Z]+/gi, '').toUpperCase()
}

/** A 13-digit barcode with its check digit. Some begin with zeros, as US codes do: a number would lose them. */
function ean13(index: number, roll: number): string {
  const prefix = roll > 0.9 ? '00' : '8680'
  const digits = prefix + String(index * 7 + 1_004_200).padStart(12 - prefix.length, '0')
  let sum = 0
  for (let place = 0; place < 12; place += 1) sum += Number(digits[place]) * (place % 2 === 0 ? 1 : 3)
  return digits + String((10 - (sum % 10)) % 10)
}
