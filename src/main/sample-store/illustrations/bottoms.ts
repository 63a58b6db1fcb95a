/** Trousers, skirts, socks. */
import { dots, flipped, mirrored, type Pencil } from './pencil.ts'
import type { Side } from './tops.ts'

export function trousers({ body, line, fold, palette }: Pencil, side: Side): string {
  const outline = mirrored(
    [0, 226],
    [216, 226],
    [246, 420, 268, 560, 272, 660],
    [270, 900, 258, 1140, 250, 1356],
    [84, 1364],
    [64, 1080, 36, 860, 14, 640],
    [0, 630],
  )
  const legs =
    fold('M420 420 C400 700 430 1000 420 1340', 50, palette.pale, 0.34) +
    fold('M780 420 C800 700 770 1000 780 1340', 50, palette.pale, 0.26) +
    fold('M590 660 C540 820 560 1000 530 1340') +
    fold('M620 660 C680 840 660 1000 690 1340')
  const hems = line('M352 1312 L514 1320', { dash: '14 9' }) + line('M848 1312 L686 1320', { dash: '14 9' })
  const band = line('M378 306 L822 306', { width: 7 })
  const loops = [430, 520, 680, 770]
    .map((x) => line(`M${x} 222 l0 96`, { width: 16, colour: palette.dark, opacity: 1 }))
    .join('')
  const details =
    side === 'front'
      ? line('M600 306 L600 620') +
        line('M640 306 C642 420 640 500 600 560', { dash: '14 9' }) +
        line('M400 310 C420 400 390 440 350 460', { width: 7 }) +
        line('M800 310 C780 400 810 440 850 460', { width: 7 }) +
        dots([[600, 264]], 17, palette.metal)
      : line('M600 306 L600 630') +
        line('M372 390 C480 440 560 430 600 420 C640 430 720 440 828 390') +
        [410, 650].map((x) => line(`M${x} 470 l140 0 l0 130 l-70 40 l-70 -40Z`, { width: 7 })).join('')
  return body(outline, { inside: legs + hems + band + loops + details })
}

export function skirt({ body, line, fold, palette }: Pencil, side: Side): string {
  const outline = mirrored(
    [0, 330],
    [190, 330],
    [230, 600, 350, 900, 390, 1190],
    [270, 1240, 120, 1250, 0, 1250],
  )
  const pleats = Array.from({ length: 11 }, (_, at) => {
    const spread = (at - 5) / 5
    const path = `M${600 + spread * 180} 420 C${600 + spread * 240} 700 ${600 + spread * 330} 1000 ${600 + spread * 380} 1240`
    return (
      fold(path, 26, at % 2 ? palette.pale : '#0b0e15', at % 2 ? 0.36 : 0.24) +
      line(path, { width: 3, opacity: 0.35 })
    )
  }).join('')
  const band = body(mirrored([0, 312], [196, 312], [204, 404], [0, 416]), {
    from: palette.pale,
    to: palette.base,
    shadow: false,
  })
  const closing =
    side === 'front'
      ? dots([[600, 362]], 16, palette.metal)
      : line('M600 320 L600 640', { width: 8, colour: palette.metal, dash: '5 8', opacity: 1 })
  return body(outline, { inside: pleats }) + band + closing
}

export function socks({ body, line, fold, palette }: Pencil): string {
  const sock =
    'M430 260 L650 260 C656 520 650 700 660 860 C700 940 860 980 900 1060 C930 1150 860 1200 760 1190 C640 1180 500 1110 450 1010 C420 900 440 560 430 260Z'
  // Each sock has folds of its own: a name may be given once in a drawing.
  const inside = () =>
    `<path d="M430 250 L660 250 L660 380 L430 380Z" fill="${palette.deep}" opacity=".7"/>` +
    [284, 312, 340].map((y) => line(`M430 ${y} L660 ${y}`, { width: 4, colour: palette.pale })).join('') +
    fold('M560 400 C540 700 560 860 640 960') +
    `<ellipse cx="880" cy="1110" rx="110" ry="120" fill="${palette.pale}" opacity=".75"/><ellipse cx="470" cy="1020" rx="110" ry="100" fill="${palette.pale}" opacity=".75"/>`
  const one = body(sock, { inside: inside() })
  const other = body(sock, { inside: inside(), from: palette.base, to: palette.deep })
  return `<g transform="translate(-130 40)">${flipped(`<g transform="translate(-190 -80)">${other}</g>`)}</g><g transform="translate(-20 60)">${one}</g>`
}
