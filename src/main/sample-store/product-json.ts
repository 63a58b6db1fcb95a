import type { JsonObject } from '../../shared/json.ts'
import { createDie } from './dice.ts'
import { day, hour, microsecondDate } from './dates.ts'
import type { ProductRange, SampleProduct } from './product-range.ts'
import { picturePath, pictureCount, type PictureView } from './picture-paths.ts'

/** Products as the OMS nests them into items. */
export interface ProductJson {
  productJson: (index: number) => JsonObject
}

/** The OMS numbers products from 1. */
export const productId = (index: number): number => index + 1

/**
 * @param imageOrigin where the pictures are, e.g. "http://127.0.0.1:8123"; null: no product has any
 * @param now the moment that all dates end at, in milliseconds
 */
export function createProductJson(
  range: ProductRange,
  seed: number,
  imageOrigin: string | null,
  now: number,
): ProductJson {
  const age = createDie(seed, 'product age')
  const micros = createDie(seed, 'product microseconds')

  return {
    productJson(index) {
      const product = range.product(index)
      const id = productId(index)
      const created = now - 120 * day - Math.floor(age(index) * 700 * day)
      const modified = created + Math.floor(age(index + 1) * 100 * day)
      const tail = Math.floor(micros(index) * 1000)
      const labelled = attributesOf(product)
      return {
        id,
        productimage_set: imageOrigin === null ? [] : picturesOf(index, imageOrigin),
        created_date: microsecondDate(created, tail),
        modified_date: microsecondDate(modified, (tail * 7) % 1000),
        omnitron_id: 500_000 + id,
        name: product.name,
        base_code: product.baseCode,
        sku: product.sku,
        barcode: product.barcode,
        attributes: Object.fromEntries(labelled.map(([key, , value]) => [key, value])),
        attributes_kwargs: Object.fromEntries(
          labelled.map(([key, label, value, type]) => [key, { label, value, data_type: type }]),
        ),
        extra_attributes: product.bundle ? { bundle_parts: String(product.bundle.parts.length) } : {},
        remote_modified_date: microsecondDate(modified - hour, (tail * 3) % 1000),
      }
    },
  }
}

const gallery: PictureView[] = ['front', 'back', 'detail', 'label', 'parcel']

function picturesOf(index: number, origin: string): JsonObject[] {
  const shown = gallery.slice(0, pictureCount(index))
  const images = shown.map((view, order) => ({
    order: order + 1,
    id: index * 8 + order + 1,
    url: origin + picturePath(index, view),
    product: productId(index),
  }))
  // The OMS does not promise an order of the entries: `order` decides.
  return index % 5 === 2 ? images.reverse() : images
}

type Attribute = [key: string, label: string, value: string, type: string]

function attributesOf({ colour, size, family, bundle }: SampleProduct): Attribute[] {
  if (bundle) {
    return [
      ['renk', colour.tr, colour.tr, 'dropdown'],
      ['parca_sayisi', `${bundle.parts.length} parça`, String(bundle.parts.length), 'integer'],
    ]
  }
  const isTurkish = family?.language !== 'en'
  const value = size?.value ?? 'STD'
  return [
    [isTurkish ? 'renk' : 'color', isTurkish ? colour.tr : titleCase(colour.en), colour.tr, 'dropdown'],
    [isTurkish ? 'beden' : 'size', size?.label ?? 'Standart', value, 'dropdown'],
    [isTurkish ? 'malzeme' : 'material', family?.material ?? '', family?.material ?? '', 'text'],
    ['integration_size', value, value, 'dropdown'],
    ['integration_color', colour.en, colour.tr, 'dropdown'],
    ['integration_SizeId', value, value, 'dropdown'],
    ['integration_ColorId', colour.tr, colour.tr, 'dropdown'],
  ]
}

const titleCase = (text: string) => text.charAt(0) + text.slice(1).toLowerCase()
