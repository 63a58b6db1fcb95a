/** Belts, caps, scarves, watches, glasses, wallets. */
import { dots, type Pencil } from './pencil.ts'
import type { Side } from './tops.ts'

export function belt({ body, line, ground, palette }: Pencil): string {
  // A rolled belt seen from above and in front: two bands of a spiral, the end with its holes, the buckle.
  const back =
    'M180 700 C180 520 380 430 610 430 C850 430 1030 530 1030 700 L1030 840 C1030 670 850 570 610 570 C380 570 180 660 180 840Z'
  const front =
    'M180 700 C180 880 380 960 610 960 C850 960 1030 880 1030 700 L1030 850 C1030 1030 850 1110 610 1110 C380 1110 180 1030 180 850Z'
  const inner =
    'M330 720 C330 620 450 560 620 560 C780 560 890 620 890 720 L890 830 C890 740 780 680 620 680 C450 680 330 740 330 830Z'
  const stitches = (path: string) => line(path, { dash: '16 12', width: 4, opacity: 0.9 })
  const holes = dots(
    [
      [820, 1000],
      [890, 968],
      [950, 920],
    ],
    12,
    palette.deep,
  )
  const buckle =
    `<rect x="360" y="900" width="200" height="240" rx="34" fill="none" stroke="#8f7436" stroke-width="34"/>` +
    `<rect x="360" y="896" width="200" height="240" rx="34" fill="none" stroke="${palette.metal}" stroke-width="26"/>` +
    `<path d="M366 902 L554 902" stroke="#f3e3b3" stroke-width="8" stroke-linecap="round"/>` +
    `<path d="M456 1016 L572 1016" stroke="#e2c987" stroke-width="22" stroke-linecap="round"/>`
  return (
    ground(610, 1080, 520, 110, 0.55) +
    body(back, { from: palette.dark, to: palette.deep, shadow: false }) +
    body(inner, { from: palette.base, to: palette.deep, shadow: false }) +
    body(front, {
      from: palette.light,
      to: palette.dark,
      inside:
        stitches('M192 740 C200 900 400 984 610 984 C850 984 1010 900 1020 740') +
        stitches('M192 826 C200 1000 400 1084 610 1084 C850 1084 1010 1000 1020 826'),
    }) +
    holes +
    buckle
  )
}

export function cap({ body, line, fold, ground, palette }: Pencil, side: Side): string {
  const crown = 'M270 850 C260 560 420 400 620 400 C830 400 950 570 946 850 C720 900 480 900 270 850Z'
  const seams =
    line('M620 404 C560 540 540 720 552 880') +
    line('M620 404 C760 500 820 700 826 876') +
    line('M620 404 C440 480 380 660 372 868')
  const inside =
    seams +
    fold('M900 600 C880 720 880 800 880 880', 90) +
    fold('M400 520 C360 620 350 740 350 850', 60, palette.pale, 0.4)
  const peak = body(
    'M262 840 C480 890 740 890 950 840 C1060 900 1110 990 1090 1050 C900 960 600 930 330 990 C270 960 250 900 262 840Z',
    {
      from: palette.light,
      to: palette.deep,
      inside: line('M300 900 C560 900 860 910 1080 1010', { dash: '14 9' }),
    },
  )
  const badge =
    side === 'front'
      ? `<rect x="560" y="640" width="150" height="110" rx="18" fill="${palette.pale}"/><path d="M590 720 L630 664 L656 700 L672 682 L690 720Z" fill="${palette.deep}"/>`
      : ''
  const strap =
    `<path d="M470 850 C500 740 740 740 770 850Z" fill="${palette.deep}"/>` +
    line('M468 846 C560 880 680 880 772 846', { width: 30, colour: palette.light, opacity: 1 })
  return (
    (side === 'front' ? ground(640, 1010, 480, 70, 0.55) : ground(610, 880, 380, 50, 0.55)) +
    body(crown, { inside: inside + badge, shadow: false }) +
    dots([[620, 402]], 18, palette.dark) +
    (side === 'front' ? peak : strap)
  )
}

export function scarf({ body, line, fold, palette }: Pencil): string {
  const stripes = (y: number) =>
    `<path d="M0 ${y} L1200 ${y + 60} L1200 ${y + 100} L0 ${y + 40}Z" fill="${palette.pale}" opacity=".5"/><path d="M0 ${y + 60} L1200 ${y + 120} L1200 ${y + 132} L0 ${y + 72}Z" fill="${palette.deep}" opacity=".7"/>`
  const fringe = (x: number, y: number) =>
    Array.from({ length: 11 }, (_, at) =>
      line(`M${x + at * 22} ${y} c4 30 -8 50 2 84`, {
        width: 9,
        colour: at % 2 ? palette.base : palette.dark,
        opacity: 1,
      }),
    ).join('')
  const tail = (outline: string) =>
    body(outline, {
      inside: [860, 1040].map(stripes).join('') + fold('M560 600 C540 800 560 1000 540 1240', 34),
    })
  const loop = body(
    'M330 420 C330 250 470 200 600 200 C740 200 880 250 880 420 C880 600 760 680 600 680 C450 680 330 600 330 420Z',
    {
      from: palette.pale,
      to: palette.dark,
      inside: stripes(300) + stripes(520) + fold('M360 500 C460 620 720 640 850 480', 50),
    },
  )
  const hole = `<path d="M450 400 C460 310 530 290 600 290 C680 290 750 310 756 400 C740 470 680 490 600 490 C530 490 460 470 450 400Z" fill="${palette.deep}"/>`
  return (
    fringe(402, 1196) +
    tail('M440 560 L660 560 L640 1210 L390 1200Z') +
    fringe(584, 1276) +
    tail('M560 560 L800 540 L830 1290 L570 1290Z') +
    loop +
    hole
  )
}

export function watch({ body, line, ground, palette }: Pencil, side: Side): string {
  const strap = (outline: string) =>
    body(outline, {
      inside: line('M520 200 L520 1300', { dash: '16 12' }) + line('M680 200 L680 1300', { dash: '16 12' }),
    })
  const holes = dots(
    [1040, 1110, 1180].map((y) => [600, y]),
    11,
    palette.deep,
  )
  const hours = Array.from(
    { length: 12 },
    (_, hour) =>
      `<rect x="594" y="556" width="12" height="${hour % 3 ? 26 : 46}" rx="5" fill="#2b313c" transform="rotate(${hour * 30} 600 750)"/>`,
  ).join('')
  const dial =
    side === 'front'
      ? `<circle cx="600" cy="750" r="206" fill="#fbfaf6"/>${hours}<path d="M600 750 L600 610" stroke="#2b313c" stroke-width="16" stroke-linecap="round"/><path d="M600 750 L712 806" stroke="#2b313c" stroke-width="12" stroke-linecap="round"/><path d="M600 790 L560 590" stroke="#b8323a" stroke-width="5" stroke-linecap="round"/><circle cx="600" cy="750" r="14" fill="#2b313c"/><path d="M450 640 A206 206 0 0 1 600 544 L700 562 A220 220 0 0 0 430 800Z" fill="#fff" opacity=".5"/>`
      : `<circle cx="600" cy="750" r="206" fill="#b9bec6"/><circle cx="600" cy="750" r="150" fill="none" stroke="#8b929c" stroke-width="8"/>${dots(
          [
            [600, 630],
            [600, 870],
            [480, 750],
            [720, 750],
          ],
          14,
          '#8b929c',
        )}`
  return (
    ground(600, 770, 420, 560, 0.25) +
    strap('M486 150 C560 130 640 130 714 150 L724 600 L476 600Z') +
    strap('M476 900 L724 900 L700 1300 C690 1370 510 1370 500 1300Z') +
    holes +
    `<rect x="838" y="716" width="46" height="68" rx="12" fill="#8f959e"/>` +
    body('M600 504 A246 246 0 1 1 599 504Z', { from: '#eef0f3', to: '#8b929c' }) +
    dial
  )
}

export function sunglasses({ body, line, ground, palette }: Pencil): string {
  const lens = (x: number) =>
    body(
      `M${x} 640 C${x + 120} 610 ${x + 300} 610 ${x + 390} 640 C${x + 410} 800 ${x + 330} 930 ${x + 200} 930 C${x + 70} 930 ${x - 20} 810 ${x} 640Z`,
      { from: palette.base, to: palette.deep },
    )
  const glass = (x: number) =>
    `<path d="M${x + 30} 668 C${x + 130} 644 ${x + 270} 644 ${x + 360} 668 C${x + 370} 790 ${x + 310} 896 ${x + 200} 896 C${x + 90} 896 ${x + 18} 800 ${x + 30} 668Z" fill="#39424e" opacity=".92"/><path d="M${x + 60} 690 C${x + 120} 672 ${x + 180} 670 ${x + 220} 672 L${x + 90} 850 C${x + 60} 810 ${x + 52} 750 ${x + 60} 690Z" fill="#fff" opacity=".22"/>`
  const arms =
    line('M170 660 C150 560 260 470 420 450', { width: 30, colour: palette.dark, opacity: 1 }) +
    line('M1030 660 C1050 560 940 470 780 450', { width: 30, colour: palette.dark, opacity: 1 })
  return (
    ground(600, 960, 500, 60, 0.5) +
    arms +
    line('M540 680 C570 640 630 640 660 680', { width: 34, colour: palette.base, opacity: 1 }) +
    lens(155) +
    lens(655) +
    glass(155) +
    glass(655) +
    dots(
      [
        [176, 664],
        [1024, 664],
      ],
      9,
      palette.metal,
    )
  )
}

export function wallet({ body, line, fold, palette }: Pencil, side: Side): string {
  const card = (x: number, colour: string, turn: number) =>
    `<g transform="rotate(${turn} 600 700)"><rect x="${x}" y="380" width="560" height="360" rx="30" fill="${colour}"/><rect x="${x + 50}" y="440" width="90" height="66" rx="12" fill="#e3c987"/></g>`
  const inside =
    fold('M250 620 C500 660 800 640 960 600', 60, palette.pale, 0.4) +
    line('M236 1036 L964 1036', { dash: '16 11' }) +
    line('M236 596 L964 596', { dash: '16 11' }) +
    line('M236 596 L236 1036', { dash: '16 11' }) +
    line('M964 596 L964 1036', { dash: '16 11' })
  const front = body(
    'M240 560 L960 560 C990 560 1004 580 1004 610 L1004 1030 C1004 1060 990 1076 960 1076 L240 1076 C210 1076 196 1060 196 1030 L196 610 C196 580 210 560 240 560Z',
    { inside },
  )
  const detail =
    side === 'front'
      ? `<circle cx="900" cy="820" r="40" fill="${palette.metal}" stroke="#8f7436" stroke-width="6"/><circle cx="892" cy="810" r="16" fill="#f3e3b3"/>`
      : line('M330 700 L870 700 M330 800 L870 800 M330 900 L870 900', { width: 8 })
  return card(300, '#3f6f9f', -4) + card(330, '#c8553d', 3) + front + detail
}
