/** Shoes, seen from the side, standing. */
import { dots, type Pencil } from './pencil.ts'

export function sneaker({ body, line, fold, ground, palette }: Pencil): string {
  const upper =
    'M170 930 C170 820 190 700 230 620 C300 600 380 620 420 660 C500 700 560 640 620 600 C700 700 800 800 930 840 C1030 870 1070 920 1060 1000 L170 1000Z'
  const sole =
    'M150 960 C400 1000 800 1000 1072 946 C1090 1000 1080 1060 1040 1080 C780 1110 400 1110 190 1086 C150 1070 140 1010 150 960Z'
  const laces = Array.from({ length: 5 }, (_, at) =>
    line(`M${600 + at * 62} ${650 + at * 44} l-84 60`, { width: 18, colour: '#f5f5f2', opacity: 1 }),
  ).join('')
  const inside =
    `<path d="M860 800 C900 860 900 930 880 1000 L1100 1000 L1100 820Z" fill="${palette.pale}" opacity=".55"/>` +
    `<path d="M160 800 C260 800 320 880 330 1000 L140 1000Z" fill="${palette.deep}" opacity=".55"/>` +
    fold('M420 680 C470 800 600 900 860 960', 40) +
    line('M860 800 C900 860 900 930 880 1000', { dash: '12 8' }) +
    line('M640 760 C560 860 480 920 380 970', { width: 40, colour: palette.pale, opacity: 0.9 })
  return (
    ground(610, 1090, 560, 70, 0.6) +
    `<path d="M236 640 C300 590 400 600 424 668 C380 720 280 720 236 640Z" fill="${palette.deep}"/>` +
    body(upper, { inside, shadow: false }) +
    laces +
    body(sole, {
      from: '#ffffff',
      to: '#d9d8d2',
      shadow: false,
      inside: line('M150 1020 C400 1050 800 1050 1080 1004', { colour: '#a9a8a2', width: 4 }),
    }) +
    line('M190 1090 C400 1112 780 1112 1040 1084', { width: 14, colour: palette.deep, opacity: 0.8 })
  )
}

export function boot({ body, line, fold, ground, palette }: Pencil): string {
  const upper =
    'M310 330 C420 300 560 300 640 330 C650 520 640 640 680 740 C780 800 960 830 1010 930 C1030 990 1020 1040 1020 1060 L300 1060 C280 840 320 600 310 330Z'
  const inside =
    fold('M600 340 C600 560 560 760 660 860', 60) +
    fold('M380 340 C370 600 370 800 360 1050', 60, palette.pale, 0.35) +
    `<path d="M520 330 L640 330 C640 480 632 590 628 650 L540 650Z" fill="${palette.deep}" opacity=".8"/>` +
    Array.from({ length: 7 }, (_, at) =>
      line(`M${536 + at * 14} 334 l0 320`, { width: 3, colour: palette.light, opacity: 0.35 }),
    ).join('') +
    line('M690 750 C640 860 660 960 700 1060', { dash: '12 8' })
  const heel = body('M300 1090 L500 1090 L490 1180 L310 1180Z', {
    from: '#3c322b',
    to: '#1d1815',
    shadow: false,
  })
  const sole = body(
    'M290 1048 L1030 1040 C1050 1080 1040 1130 1000 1140 L560 1130 C520 1110 480 1100 290 1100Z',
    { from: '#5a4a3f', to: '#2a221d', shadow: false },
  )
  return (
    ground(640, 1172, 480, 56, 0.6) +
    body('M440 300 C430 230 500 230 500 300Z', { shadow: false }) +
    body(upper, { inside, shadow: false }) +
    heel +
    sole +
    `<ellipse cx="475" cy="326" rx="166" ry="24" fill="${palette.deep}"/>` +
    dots([[360, 980]], 8, palette.metal)
  )
}
