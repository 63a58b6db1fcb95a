import { expect, it } from 'vitest'
import { refusalOf } from '../../../../src/main/sample-store/authorization.ts'

it.each([
  ['Token right', null],
  ['token right', null],
  ['Token wrong', 'Invalid token.'],
  ['Token righ', 'Invalid token.'],
  ['Token', 'Invalid token header. No credentials provided.'],
  ['Token right wrong', 'Invalid token header. Token string should not contain spaces.'],
  ['Bearer right', 'Authentication credentials were not provided.'],
  ['', 'Authentication credentials were not provided.'],
  [undefined, 'Authentication credentials were not provided.'],
])('%s', (header, refusal) => expect(refusalOf(header, 'right')).toBe(refusal))
