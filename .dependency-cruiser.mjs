// Imports run downward only. A floor may import from the floors that its line names, and from nothing else of ours.
const floors = {
  '^src/shared/': [],
  '^src/preload/': ['^src/shared/'],
  '^src/renderer/src/i18n/': ['^src/shared/'],
  '^src/renderer/src/bridge\\.ts$': ['^src/shared/'],
  '^src/renderer/src/stores/': ['^src/shared/', '^src/renderer/src/(bridge\\.ts|i18n/)'],
  '^src/renderer/src/composables/': ['^src/shared/', '^src/renderer/src/(bridge\\.ts|i18n/|stores/)'],
  '^src/renderer/src/components/': ['^src/shared/', '^src/renderer/src/(i18n/|stores/|composables/)'],
  '^src/renderer/src/views/': ['^src/shared/', '^src/renderer/src/(i18n/|stores/|composables/|components/)'],
  '^src/main/oms/': ['^src/shared/'],
  '^src/main/cache/': ['^src/shared/'],
  '^src/main/secrets/': ['^src/shared/'],
  '^src/main/settings/': ['^src/shared/', '^src/main/files/'],
  '^src/main/files/': ['^src/shared/'],
  '^src/main/log/': ['^src/shared/'],
  '^src/main/sample-store/': ['^src/shared/', '^resources/'],
  '^src/main/images/': ['^src/shared/', '^src/main/files/'],
  '^src/main/export/': ['^src/shared/', '^src/main/files/'],
  '^src/main/sync/': ['^src/shared/'],
  '^src/main/security/': ['^src/shared/'],
  '^src/main/ipc/': ['^src/shared/', '^src/main/(security|cache|sync|export|settings|stores)/'],
  '^src/main/stores/': ['^src/shared/', '^src/main/(oms|cache|secrets|settings|sync|images|sample-store)/'],
}

const nothingElse = Object.entries(floors).map(([floor, below]) => ({
  name: `downward-only: ${floor}`,
  severity: 'error',
  from: { path: floor },
  to: { path: ['^src/', '^tools/', '^tests/', '^resources/'], pathNot: [floor, ...below] },
}))

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...nothingElse,
    {
      name: 'product-knows-no-tools',
      severity: 'error',
      comment: 'Product code never knows of the stand-in runtime or of tests.',
      from: { path: '^src/' },
      to: { path: '^(tools|tests)/' },
    },
    {
      name: 'shared-is-plain-typescript',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'electron-stays-at-the-edges',
      severity: 'error',
      comment: 'What Electron gives is handed in by composition.ts, so that the rest runs in plain Node too.',
      from: {
        path: '^src/main/(oms|cache|secrets|settings|files|log|sample-store|images|export|sync|stores)/',
      },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^electron$', '^keytar$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json'],
      // Packages that are ES modules or types alone say so in `exports`.
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
