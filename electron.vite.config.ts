import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        // The worker and the keychain's process are programs of their own, started by their file.
        input: {
          index: at('src/main/index.ts'),
          'cache-worker': at('src/main/cache/worker.ts'),
          'keychain-process': at('src/main/secrets/keychain-process.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be CommonJS, in one file.
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      rolldownOptions: { input: at('src/renderer/index.html') },
      modulePreload: { polyfill: false },
      // Half the text to read and compile at the start.
      minify: true,
    },
    plugins: [vue({ features: { optionsAPI: false } })],
  },
})
