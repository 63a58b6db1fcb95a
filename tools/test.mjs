/**
 * `npm test`: everything that has to hold, in one command, on a machine with nothing but Node and npm. Ends
 * with one line "N passed, N failed". Steps that are no test runner (lint, type check, build) count as one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureDebianPackages, testPackages } from './debian-packages.mjs'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'test-reports')
const report = (name) => join(reports, `${name}.json`)

const steps = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'imports', command: ['depcruise', 'src', 'tools', 'tests'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  vitest('unit'),
  vitest('integration'),
  {
    name: 'e2e',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
    count: (result) => ({
      passed: result.stats.expected + result.stats.flaky,
      failed: result.stats.unexpected,
      skipped: result.stats.skipped,
    }),
  },
]

function vitest(name) {
  const outputs = ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`]
  return {
    name,
    command: ['vitest', 'run', '--project', name, ...outputs],
    count: (result) => ({
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
    }),
  }
}

ensureDebianPackages(testPackages)
ensureKeytar()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0, skipped: 0 }
for (const step of steps) {
  const startedAt = Date.now()
  console.log(`\n── ${step.name}`)
  const status = await run(step)
  const counts = countOf(step, status)
  for (const key of Object.keys(total)) total[key] += counts[key]
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`── ${step.name}: ${counts.failed === 0 ? 'good' : 'FAILED'} (${seconds} s)`)
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: each says why above.`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

function run({ command: [program, ...args], env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
      shell: process.platform === 'win32',
    })
    child.on('error', (error) => {
      console.log(`${program}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A runner that failed without a report, or with one that shows no failure, still failed. */
function countOf({ name, count }, status) {
  const file = report(name)
  if (!count || !existsSync(file))
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  const counts = count(JSON.parse(readFileSync(file, 'utf8')))
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * keytar is an optional dependency: where neither its prebuilt binary nor libsecret was there when the packages
 * were installed, npm left it out. Now that libsecret is there, installing again compiles it.
 */
function ensureKeytar() {
  const require = createRequire(import.meta.url)
  try {
    require('keytar')
  } catch {
    console.log('Compiling keytar.')
    const { status } = spawnSync(
      'npm',
      ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      },
    )
    if (status !== 0) console.log('keytar could not be installed; the tests of the keychain will say so.')
  }
}
