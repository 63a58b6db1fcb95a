import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  developmentSecurityPolicy,
  permissionsPolicy,
} from '../../../../src/main/security/response-headers.ts'

describe('contentSecurityPolicy', () => {
  it('is this, and a change of it is meant', () => {
    expect(contentSecurityPolicy().split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types vue',
    ])
  })

  it('is loosened in development for Vite alone, and never for scripts', () => {
    const policy = developmentSecurityPolicy('http://localhost:5173/')
    expect(policy).toContain("connect-src 'self' ws://localhost:5173;")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe-eval')
  })
})

describe('permissionsPolicy', () => {
  it('gives every feature to nobody', () => {
    for (const feature of permissionsPolicy.split(', ')) expect(feature).toMatch(/^[a-z-]+=\(\)$/)
  })
})
