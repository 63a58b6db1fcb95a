// Says what to do where Node is too old. Plain old JavaScript, so that an old Node can read it.
import { readFileSync } from 'node:fs'

/** @returns {string} '' where `version` ("v24.11.0") will do for `range` (">=24.11"), else what to tell the user */
export function nodeComplaint(version, range) {
  const wanted = range.replace('>=', '').split('.').map(Number)
  const found = version.replace('v', '').split('.').map(Number)
  for (let i = 0; i < wanted.length; i++) {
    if (found[i] > wanted[i]) return ''
    if (found[i] < wanted[i]) {
      return (
        'Packlight needs Node ' +
        wanted.join('.') +
        ' or later, and this is ' +
        version +
        '.\n' +
        'On 64-bit Linux "npm ci" brings the right one along: use "npm start" and "npm run ...".\n' +
        'Elsewhere install it from https://nodejs.org or with a version manager, and try again.'
      )
    }
  }
  return ''
}

const description = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const complaint = nodeComplaint(process.version, description.engines.node)
if (complaint !== '') {
  console.error(complaint)
  process.exit(1)
}
