import type { Plugin } from 'vite'
import { fakeColours } from '../../fakes/fake-catalogue.ts'

const shirt =
  'M300 250 L230 290 L140 400 L190 470 L250 430 L250 760 L550 760 L550 430 L610 470 L660 400 L570 290 L500 250 Q400 340 300 250 Z'

/** Draws a shirt in the colour that the id holds (its tens); its last digit turns the light. */
function draw(imageId: number): string {
  const colour = fakeColours[Math.floor(imageId / 10) % 10]?.[1] ?? '#8a919c'
  const angle = (imageId % 10) * 40
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000" viewBox="0 0 800 1000">
<defs><linearGradient id="g" gradientTransform="rotate(${angle} .5 .5)"><stop stop-color="#eef0f3"/><stop offset="1" stop-color="#d5d9e0"/></linearGradient></defs>
<rect width="800" height="1000" fill="url(#g)"/>
<path d="${shirt}" fill="${colour}" stroke="#0003" stroke-width="4"/><path d="M400 300 V760" stroke="#0002" stroke-width="4"/>
</svg>`
}

/** Serves what main serves as pictures; one in twelve is missing, as offline. */
export const pictures: Plugin = {
  name: 'preview-pictures',
  configureServer(server) {
    server.middlewares.use('/images', (request, response) => {
      const imageId = Number(/\/(\d+)\?/.exec(request.url ?? '')?.[1] ?? 0)
      response.statusCode = Math.floor(imageId / 1000) % 12 === 5 ? 404 : 200
      response.setHeader('Content-Type', 'image/svg+xml')
      response.end(response.statusCode === 200 ? draw(imageId) : '')
    })
  },
}
