/** Serves the preview: `node tests/support/preview/serve.ts [port]` says where. */
import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import { pictures } from './pictures.ts'

/** Starts it on a free port; `server.resolvedUrls` has the address. The caller closes it. */
export async function servePreview(port = 0): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir: resolve(import.meta.dirname, '../../../.cache/preview'),
    logLevel: 'error',
    plugins: [vue(), pictures],
    server: {
      host: '127.0.0.1',
      port,
      hmr: false,
      fs: { allow: [resolve(import.meta.dirname, '../../..')] },
    },
    optimizeDeps: { include: ['vue', 'pinia', 'vue-router', 'vue-i18n', 'zod', '@lucide/vue'] },
  })
  return server.listen()
}

if (import.meta.main) {
  const server = await servePreview(Number(process.argv[2] ?? 0))
  process.stdout.write(`${server.resolvedUrls?.local[0] ?? ''}\n`)
}
