import { afterEach, expect, it } from 'vitest'
import { TinyApp } from './tiny-app.ts'

let tiny: TinyApp
afterEach(() => tiny.remove())

const child = `
process.parentPort.on('message', ({ data }) => {
  if (data === 'end') process.exit(7)
  process.parentPort.postMessage({ data, argv: process.argv.slice(2), said: process.env.SAID, type: process.type, pid: process.pid })
})
setTimeout(() => process.parentPort.postMessage('late'), 0)
`
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('is a Node process that is spoken to through parentPort', async () => {
  tiny = new TinyApp(
    `
    const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'), ['one', 'two'], { serviceName: 'Child' })
    const events = []
    child.on('spawn', () => events.push('spawn'))
    const messages = []
    const both = new Promise((done) => child.on('message', (message) => messages.push(message) === 2 && done()))
    child.postMessage({ map: new Map([['k', new Date(5)]]), big: 12n }) // before it runs
    await both
    const answer = messages.find((message) => message !== 'late')
    const running = child.pid === answer.pid
    let refused
    try { child.postMessage({ f: () => 1 }) } catch { refused = true }
    const ended = new Promise((done) => child.once('exit', done))
    child.postMessage('end')
    const code = await ended
    tell({ events, argv: answer.argv, said: answer.said, type: answer.type, late: messages.includes('late'), running, refused,
      date: answer.data.map.get('k').getTime(), big: String(answer.data.big), code, pid: child.pid ?? null, killed: child.kill() })
    process.exit()
    `,
    { 'child.mjs': child },
  )
  expect(await tiny.start([], { SAID: 'hello' }).next()).toEqual({
    events: ['spawn'],
    argv: ['one', 'two'],
    said: 'hello',
    type: 'utility',
    late: true,
    running: true,
    refused: true,
    date: 5,
    big: '12',
    code: 7,
    pid: null,
    killed: false,
  })
})

it('can be killed, and says so by its exit', async () => {
  tiny = new TinyApp(
    `
    const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'))
    await new Promise((done) => child.once('message', done))
    const ended = new Promise((done) => child.once('exit', done))
    const killed = child.kill()
    tell({ killed, code: await ended, again: child.kill() })
    process.exit()
    `,
    { 'child.mjs': child },
  )
  expect(await tiny.start().next()).toEqual({ killed: true, code: 15, again: false })
})

it('does not outlive the app, however that ends', async () => {
  tiny = new TinyApp(
    `
    const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'))
    child.once('message', () => tell(child.pid))
    setInterval(() => {}, 1000)
    `,
    { 'child.mjs': child },
  )
  const running = tiny.start()
  const pid = (await running.next()) as number
  expect(isAlive(pid)).toBe(true)
  await running.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})

it('does not get at Electron itself', async () => {
  tiny = new TinyApp(
    `
    const child = utilityProcess.fork(join(import.meta.dirname, 'child.mjs'), [], { stdio: 'pipe' })
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += chunk))
    const code = await new Promise((done) => child.once('exit', done))
    tell({ code, named: errors.includes('electron in a utility process is not there') })
    process.exit()
    `,
    { 'child.mjs': `import 'electron'` },
  )
  expect(await tiny.start().next()).toEqual({ code: 1, named: true })
})
