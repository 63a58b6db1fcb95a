/// <reference types="vite/client" />

// For tools that do not read .vue files; vue-tsc does, and knows the real type of each.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
