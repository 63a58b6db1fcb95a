// Menus can be built and read; none is shown, and no accelerator works: Chromium's window has no place for them.
import { EventEmitter } from 'node:events'
import { BrowserWindow } from './browser-window.mjs'

export class MenuItem {
  #act

  constructor(options) {
    const { click, ...shown } = options
    const type = options.submenu ? 'submenu' : 'normal'
    Object.assign(this, { enabled: true, visible: true, checked: false, type }, shown)
    if (Array.isArray(options.submenu)) this.submenu = Menu.buildFromTemplate(options.submenu)
    this.#act = click
  }

  /** As if the user had chosen it. */
  click(...args) {
    this.#act?.(this, BrowserWindow.getFocusedWindow(), ...args)
  }
}

export class Menu extends EventEmitter {
  static #ofApp = null

  static setApplicationMenu(menu) {
    Menu.#ofApp = menu
  }

  static getApplicationMenu() {
    return Menu.#ofApp
  }

  static buildFromTemplate(template) {
    const menu = new Menu()
    menu.items = template.map((options) => (options instanceof MenuItem ? options : new MenuItem(options)))
    return menu
  }

  items = []

  append(item) {
    this.items.push(item)
  }

  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup() {}
  closePopup() {}
}
