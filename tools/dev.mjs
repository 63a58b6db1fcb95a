// npm run dev: the app with hot reload, on the sample store. Further flags go to the app.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { electronHost } from './electron-host.mjs'

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('There is no display here; to see Packlight without one, run the headless tour: npm run tour')
  process.exit(1)
}
const args = ['dev', '--watch', '--', '--sample-store', ...process.argv.slice(2)]
const child = spawn('electron-vite', args, {
  stdio: 'inherit',
  env: { ...process.env, ...electronHost().env },
  shell: process.platform === 'win32',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
