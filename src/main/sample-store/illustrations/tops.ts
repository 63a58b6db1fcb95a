/** Shirts, T-shirts, hoodies, jackets, dresses: seen from the front and from the back, laid flat. */
import { dots, mirrored, type Pencil } from './pencil.ts'

export type Side = 'front' | 'back'

const longSleeved = mirrored(
  [0, 330],
  [50, 330, 86, 300, 100, 262],
  [290, 322],
  [380, 350, 420, 450, 436, 560],
  [494, 1040],
  [392, 1066],
  [302, 640],
  [290, 900, 296, 1080, 306, 1196],
  [210, 1256, 90, 1248, 0, 1248],
)

const shortSleeved = mirrored(
  [0, 350],
  [60, 350, 104, 310, 120, 270],
  [280, 312],
  [350, 340, 400, 420, 468, 600],
  [340, 672],
  [296, 580],
  [288, 820, 292, 1020, 296, 1224],
  [200, 1240, 90, 1240, 0, 1240],
)

const folds = ({ fold, palette }: Pencil) =>
  fold('M330 600 C420 720 430 900 360 1130') +
  fold('M880 600 C800 760 800 940 850 1150') +
  fold('M560 520 C540 760 570 980 540 1220', 36, '#0b0e15', 0.1) +
  fold('M440 360 C420 600 450 860 430 1160', 40, palette.pale, 0.3)

const sleeveEdges = ({ line }: Pencil) =>
  line('M302 330 C290 430 292 540 298 640', { opacity: 0.5 }) +
  line('M898 330 C910 430 908 540 902 640', { opacity: 0.5 })

export function shirt(pencil: Pencil, side: Side): string {
  const { body, line, palette } = pencil
  const cuffs = line('M118 962 L214 986', { width: 6 }) + line('M1082 962 L986 986', { width: 6 })
  const inside = folds(pencil) + sleeveEdges(pencil) + cuffs
  if (side === 'back') {
    const yoke =
      line('M300 470 C480 510 720 510 900 470', { width: 6 }) + line('M600 500 L600 1248', { opacity: 0.25 })
    const collar = body(
      'M502 268 C560 238 640 238 698 268 C690 320 650 340 600 342 C550 340 510 320 502 268Z',
      { from: palette.pale, to: palette.base, shadow: false },
    )
    return body(longSleeved, { inside: inside + yoke }) + collar
  }
  const placket = line('M570 372 L570 1250', { opacity: 0.5 }) + line('M630 372 L630 1250', { opacity: 0.5 })
  const pocket =
    line('M690 560 L830 560 L830 700 L760 740 L690 700Z', { width: 6 }) +
    line('M690 590 L830 590', { opacity: 0.5 })
  const buttons = dots(
    [440, 580, 720, 860, 1000, 1140].map((y) => [600, y]),
    13,
    palette.isLight ? '#9aa3ae' : palette.pale,
  )
  const neck = body('M502 264 C550 300 650 300 698 264 C690 330 640 380 600 392 C560 380 510 330 502 264Z', {
    from: palette.deep,
    to: palette.deep,
    shadow: false,
  })
  const collar = (outline: string) => body(outline, { from: palette.pale, to: palette.base })
  return (
    body(longSleeved, { inside: inside + placket + pocket + buttons }) +
    neck +
    collar('M502 256 C520 320 560 366 602 392 L530 474 C486 420 462 350 470 284Z') +
    collar('M698 256 C680 320 640 366 598 392 L670 474 C714 420 738 350 730 284Z')
  )
}

export function tshirt(pencil: Pencil, side: Side): string {
  const { body, line, palette } = pencil
  const depth = side === 'front' ? 402 : 330
  const neck = `M480 270 C500 ${depth} 700 ${depth} 720 270`
  const hem =
    line('M304 1190 C480 1206 720 1206 896 1190', { dash: '14 9' }) +
    line('M160 584 L282 646', { dash: '14 9' }) +
    line('M1040 584 L918 646', { dash: '14 9' })
  const collar =
    (side === 'front'
      ? `<path d="M480 270 C540 300 660 300 720 270 C700 402 500 402 480 270Z" fill="${palette.deep}"/>`
      : '') +
    line(neck, { width: 26, colour: palette.pale, opacity: 1 }) +
    line(neck, { width: 3, opacity: 0.6 })
  return body(shortSleeved, { inside: folds(pencil) + sleeveEdges(pencil) + hem }) + collar
}

export function hoodie(pencil: Pencil, side: Side): string {
  const { body, line, palette } = pencil
  const ribs = (x: number, y: number, width: number) =>
    Array.from({ length: Math.floor(width / 16) }, (_, at) =>
      line(`M${x + at * 16} ${y} l0 62`, { width: 3, opacity: 0.4 }),
    ).join('')
  const inside =
    folds(pencil) + sleeveEdges(pencil) + ribs(306, 1180, 600) + line('M300 1176 C480 1190 720 1190 900 1176')
  if (side === 'back') {
    const hood = body(
      'M470 300 C450 200 520 150 600 150 C680 150 750 200 730 300 C700 430 640 480 600 490 C560 480 500 430 470 300Z',
      { from: palette.pale, to: palette.dark },
    )
    return body(longSleeved, { inside }) + hood + line('M600 160 C606 260 606 400 600 484', { opacity: 0.5 })
  }
  const pocket = line('M430 1120 L430 960 L500 850 L700 850 L770 960 L770 1120', { width: 7 })
  const opening = `<path d="M505 282 C530 220 670 220 695 282 C690 360 640 420 600 440 C560 420 510 360 505 282Z" fill="${palette.deep}"/>`
  const hood = body(
    'M452 318 C430 190 510 140 600 140 C690 140 770 190 748 318 C730 400 660 466 600 482 C540 466 470 400 452 318Z',
    { from: palette.pale, to: palette.base },
  )
  const cords =
    line('M560 440 C556 520 552 560 556 640', { width: 12, colour: palette.pale, opacity: 1 }) +
    line('M640 440 C646 520 648 560 644 620', { width: 12, colour: palette.pale, opacity: 1 })
  return body(longSleeved, { inside: inside + pocket }) + hood + opening + cords
}

export function jacket(pencil: Pencil, side: Side): string {
  const { body, line, palette } = pencil
  const waist = line('M296 1130 C480 1150 720 1150 904 1130', { width: 6 })
  const inside = folds(pencil) + sleeveEdges(pencil) + waist
  if (side === 'back') {
    const seams =
      line('M300 480 C480 520 720 520 900 480', { width: 6 }) +
      line('M440 510 L460 1130', { opacity: 0.5 }) +
      line('M760 510 L740 1130', { opacity: 0.5 })
    const collar = body('M490 262 C550 226 650 226 710 262 L730 330 C650 356 550 356 470 330Z', {
      from: palette.pale,
      to: palette.base,
    })
    return body(longSleeved, { inside: inside + seams }) + collar
  }
  const chest = (x: number) => line(`M${x} 600 l120 0 l0 40 l-60 26 l-60 -26Z`, { width: 6 })
  const pockets =
    chest(390) +
    chest(690) +
    line('M390 960 L470 1060', { width: 9 }) +
    line('M810 960 L730 1060', { width: 9 })
  const lining = `<path d="M520 330 L680 330 L622 1260 L578 1260Z" fill="${palette.deep}"/>`
  const zip =
    line('M524 420 L577 1250', { width: 10, colour: palette.metal, dash: '5 9', opacity: 1 }) +
    line('M676 420 L623 1250', { width: 10, colour: palette.metal, dash: '5 9', opacity: 1 })
  const lapel = (outline: string) => body(outline, { from: palette.pale, to: palette.base })
  return (
    body(longSleeved, { inside: inside + pockets + lining + zip }) +
    `<path d="M500 262 C550 300 650 300 700 262 L676 340 L524 340Z" fill="${palette.deep}"/>` +
    lapel('M502 250 L452 300 L416 470 L500 480 L540 620 L574 420 C540 380 510 320 502 250Z') +
    lapel('M698 250 L748 300 L784 470 L700 480 L660 620 L626 420 C660 380 690 320 698 250Z') +
    dots([[600, 1190]], 15, palette.metal)
  )
}

export function dress(pencil: Pencil, side: Side): string {
  const { body, line, fold, palette } = pencil
  const depth = side === 'front' ? 380 : 290
  const outline = mirrored(
    [0, depth],
    [70, depth, 120, 300, 132, 214],
    [196, 214],
    [190, 330, 210, 420, 236, 470],
    [220, 560, 176, 620, 172, 690],
    [230, 860, 330, 1080, 372, 1310],
    [250, 1356, 110, 1360, 0, 1360],
  )
  const pleats = [330, 430, 520, 600, 680, 770, 870]
    .map((x, at) =>
      fold(
        `M${600 + (x - 600) * 0.42} 720 C${600 + (x - 600) * 0.6} 900 ${x} 1100 ${x} 1350`,
        30,
        at % 2 ? palette.pale : '#0b0e15',
        at % 2 ? 0.3 : 0.2,
      ),
    )
    .join('')
  const belt = body('M424 664 L776 664 L782 724 L418 724Z', {
    from: palette.pale,
    to: palette.dark,
    shadow: false,
  })
  const bow =
    side === 'front'
      ? line('M600 694 C560 760 570 860 540 930 M600 694 C640 770 630 850 652 960', {
          width: 22,
          colour: palette.light,
          opacity: 1,
        }) + dots([[600, 694]], 24, palette.light)
      : line('M600 300 L600 660', { width: 8 })
  return (
    body(outline, { inside: pleats + line('M236 1280 C480 1330 720 1330 964 1280', { dash: '14 9' }) }) +
    belt +
    bow
  )
}
