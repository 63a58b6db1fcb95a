import { z } from 'zod'

export const languages = ['en', 'tr'] as const
export type Language = (typeof languages)[number]

export const exportPresets = ['excel-tr', 'excel-en', 'data'] as const
export type ExportPreset = (typeof exportPresets)[number]

/** What a person chose. `null` means: as the operating system has it. */
export const settingsSchema = z.strictObject({
  language: z.enum(languages).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** The preset used last; null before the first export. */
  exportPreset: z.enum(exportPresets).nullable(),
  /** Bytes of pictures kept on disk. */
  imageCacheBytes: z.number().int().min(50_000_000).max(100_000_000_000),
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsPatchSchema = settingsSchema.partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  exportPreset: null,
  imageCacheBytes: 1_000_000_000,
}
