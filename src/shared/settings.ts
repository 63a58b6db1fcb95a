export const languages = ['en', 'tr'] as const
export type Language = (typeof languages)[number]

export const exportPresets = ['excel-tr', 'excel-en', 'data'] as const
export type ExportPreset = (typeof exportPresets)[number]

export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const

/** What a person chose. `null` means: as the operating system has it. */
export interface Settings {
  language: Language | null
  theme: (typeof themes)[number]
  density: (typeof densities)[number]
  /** The preset used last; null before the first export. */
  exportPreset: ExportPreset | null
  /** Bytes of pictures kept on disk. */
  imageCacheBytes: number
}

/** What changes; what is undefined stays. */
export type SettingsPatch = { [Key in keyof Settings]?: Settings[Key] | undefined }

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  exportPreset: null,
  imageCacheBytes: 1_000_000_000,
}
