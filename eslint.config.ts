import { defineConfig } from 'eslint/config'
import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const forbid = (selector: string, message: string) => ({ selector, message })

/** Raw Electron names that only one wrapper may touch: everything else goes through it. */
const rawNames = {
  ipcMain: 'Register requests in src/main/ipc/handle.ts: it checks the sender and the input.',
  ipcRenderer: 'Only the preload talks to Electron; the renderer uses src/renderer/src/bridge.ts.',
  shell: 'Open outside pages through src/main/security/open-external.ts: it checks the address.',
}
const rawImports = (allowed: (keyof typeof rawNames)[] = []) =>
  Object.entries(rawNames)
    .filter(([name]) => !allowed.includes(name as keyof typeof rawNames))
    .map(([name, message]) => ({ name: 'electron', importNames: [name], message }))
const keytarOnly = { name: 'keytar', message: 'Only src/main/secrets/keychain-process.ts loads keytar.' }

export default defineConfig(
  { ignores: ['out/**', 'dist/**', 'release/**', 'node_modules/**', 'tour/**', '.cache/**'] },
  tseslint.configs.strictTypeChecked,
  ...pluginVue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.main.json',
          './tsconfig.preload.json',
          './tsconfig.renderer.json',
          './tsconfig.tests.json',
        ],
        tsconfigRootDir: import.meta.dirname,
        parser: tseslint.parser,
        extraFileExtensions: ['.vue'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [...rawImports(), keytarOnly] }],
      'no-restricted-syntax': [
        'error',
        forbid('ExportDefaultDeclaration', 'Named exports only, so that a thing has one name.'),
      ],
      // Formatting is Prettier's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['**/*.vue', '*.config.ts', '.*.mjs', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/main/ipc/handle.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...rawImports(['ipcMain']), keytarOnly] },
      ],
    },
  },
  {
    files: ['src/preload/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: rawImports(['ipcRenderer']) }] },
  },
  {
    files: ['src/main/security/open-external.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...rawImports(['shell']), keytarOnly] },
      ],
    },
  },
  {
    files: ['src/main/secrets/keychain-process.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: rawImports() }] },
  },
  {
    // Command-line programs speak through the console.
    files: ['tools/**', 'tests/bench/**', 'src/main/sample-store/cli.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
)
