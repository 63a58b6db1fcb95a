import type { OrderItemDetail } from '../../../shared/item-query.ts'
import type { AttributeValue } from '../../../shared/order-item.ts'

export interface TellingAttribute {
  key: string
  /** The key as a person reads it: "Renk". */
  name: string
  /** The label, else the value. */
  text: string
  /** The value, where the label says it in other words. */
  value: string | null
}

/** Written by the OMS's integrations for themselves, and said again by another attribute. */
const technical = /^(integration_|remote_|erp_|hash|url)|(_id|Id)$/

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

function nameOf(key: string): string {
  const words = key.replaceAll('_', ' ').trim()
  return words.charAt(0).toLocaleUpperCase('tr-TR') + words.slice(1)
}

function telling([key, attribute]: [string, AttributeValue]): TellingAttribute | null {
  const value = textOf(attribute.value)
  const text = attribute.label?.trim() || value
  if (text === '' || technical.test(key)) return null
  return { key, name: nameOf(key), text, value: value !== '' && value !== text ? value : null }
}

/** The attributes that tell a person what this is: the item's own before its product's, each name once. */
export function tellingAttributes({ item }: OrderItemDetail): TellingAttribute[] {
  const all = { ...item.product?.attributesKwargs, ...item.attributesKwargs }
  return Object.entries(all)
    .map(telling)
    .filter((one) => one !== null)
}
