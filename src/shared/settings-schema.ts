import { z } from 'zod'
import { densities, exportPresets, languages, themes } from './settings.ts'
import type { Settings } from './settings.ts'

/** What is believed of a settings file, and of the renderer. */
export const settingsSchema = z.strictObject({
  language: z.enum(languages).nullable(),
  theme: z.enum(themes),
  density: z.enum(densities),
  exportPreset: z.enum(exportPresets).nullable(),
  imageCacheBytes: z.number().int().min(50_000_000).max(100_000_000_000),
}) satisfies z.ZodType<Settings>

export const settingsPatchSchema = settingsSchema.partial()
