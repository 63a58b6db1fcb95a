import { useI18n } from 'vue-i18n'
import type { AppError } from '../../../shared/result.ts'
import { useSettings } from '../stores/settings.ts'
import { useFormat } from './use-format.ts'

export interface ErrorWords {
  /** What happened. */
  title: string
  /** What it means for the person. */
  meaning: string
  /** What to do next. */
  action: string
}

export interface ErrorTexts {
  wordsOf: (error: AppError) => ErrorWords
  /** For support: the code, the values and the technical line. Main never puts a token into them. */
  detailsOf: (error: AppError) => string
}

/** The words of an error in the language shown. Numbers among its values are written as that language does. */
export function useErrorWords(): ErrorTexts {
  const { t } = useI18n()
  const settings = useSettings()
  const format = useFormat()

  function wordsOf(error: AppError): ErrorWords {
    const values: Record<string, string> = {}
    for (const [name, value] of Object.entries(error.params ?? {}))
      values[name] =
        typeof value === 'number' && name !== 'status' ? format.value.number(value) : String(value)
    return {
      title: t(`errors.${error.code}.title`, values),
      meaning: t(`errors.${error.code}.meaning`, values),
      action: t(`errors.${error.code}.action`, values),
    }
  }

  function detailsOf(error: AppError): string {
    const values = Object.entries(error.params ?? {}).map(([name, value]) => `${name}: ${value}`)
    const { version, platform } = settings.info
    return [
      `Packlight ${version} (${platform})`,
      `code: ${error.code}`,
      ...values,
      ...(error.details === undefined ? [] : [`details: ${error.details}`]),
    ].join('\n')
  }

  return { wordsOf, detailsOf }
}
