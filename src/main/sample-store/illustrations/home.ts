/** Mugs, towels, lamps, cushions, vases, bowls, candles. They look alike from both sides. */
import { dots, mirrored, type Pencil } from './pencil.ts'

export function mug({ body, line, fold, ground, palette }: Pencil): string {
  const outline =
    'M270 480 L830 480 C834 700 826 900 800 1060 C790 1110 750 1130 700 1130 L400 1130 C350 1130 310 1110 300 1060 C274 900 266 700 270 480Z'
  const handle =
    line('M812 600 C1010 560 1040 900 796 930', { width: 84, colour: palette.dark, opacity: 1 }) +
    line('M812 590 C1000 550 1030 890 796 920', { width: 30, colour: palette.light, opacity: 0.7 })
  const speckles = dots(
    Array.from({ length: 46 }, (_, at) => [290 + ((at * 197) % 520), 720 + ((at * 131) % 400)]),
    5,
    palette.deep,
    'none',
  )
  const inside =
    `<path d="M250 470 L850 470 L850 660 C700 700 560 640 440 680 C370 700 300 690 250 670Z" fill="${palette.pale}" opacity=".7"/>` +
    fold('M340 520 C330 760 350 950 380 1110', 54, '#ffffff', 0.4) +
    fold('M780 520 C790 760 770 950 740 1110', 90) +
    speckles
  return (
    ground(580, 1130, 420, 56, 0.6) +
    handle +
    body(outline, { inside, shadow: false }) +
    `<ellipse cx="550" cy="480" rx="280" ry="62" fill="${palette.pale}"/><ellipse cx="550" cy="488" rx="250" ry="48" fill="${palette.deep}"/><ellipse cx="550" cy="500" rx="228" ry="36" fill="#4b2e1c"/><path d="M380 500 C440 476 520 470 600 474" stroke="#8a5a39" stroke-width="9" fill="none" stroke-linecap="round"/>`
  )
}

export function towel({ body, line, fold, ground, palette }: Pencil): string {
  const layer = (y: number, height: number, tone: [string, string], inset: number) =>
    body(
      `M${220 + inset} ${y} L${960 - inset} ${y} C${1030 - inset} ${y} ${1030 - inset} ${y + height} ${960 - inset} ${y + height} L${220 + inset} ${y + height} C${200 + inset} ${y + height * 0.7} ${200 + inset} ${y + height * 0.3} ${220 + inset} ${y}Z`,
      {
        from: tone[0],
        to: tone[1],
        inside:
          fold(`M120 ${y + height - 4} L1110 ${y + height - 16}`, 50) +
          line(`M220 ${y + height / 2} L930 ${y + height / 2}`, { width: 4, opacity: 0.4 }) +
          `<rect x="${300 + inset}" y="${y}" width="34" height="${height}" fill="${palette.pale}" opacity=".7"/><rect x="${350 + inset}" y="${y}" width="12" height="${height}" fill="${palette.pale}" opacity=".7"/>`,
      },
    )
  return (
    ground(600, 1120, 470, 60, 0.6) +
    layer(950, 170, [palette.base, palette.deep], 0) +
    layer(780, 170, [palette.light, palette.dark], 12) +
    layer(610, 170, [palette.base, palette.deep], 4) +
    layer(440, 170, [palette.pale, palette.dark], 20)
  )
}

export function lamp({ body, fold, ground, palette }: Pencil): string {
  const shade = mirrored([0, 250], [200, 250], [330, 690], [0, 710])
  const foot = body(
    mirrored([0, 700], [30, 700], [34, 820, 110, 900, 118, 1010], [120, 1090, 80, 1140, 0, 1140]),
    { from: '#e8e2d6', to: '#9c8f7c', shadow: false },
  )
  return (
    `<ellipse cx="600" cy="720" rx="560" ry="460" fill="url(#glow)"/>` +
    ground(600, 1180, 330, 46, 0.6) +
    `<rect x="588" y="640" width="24" height="100" fill="#8f7436"/>` +
    foot +
    body('M420 1140 L780 1140 C810 1140 810 1190 780 1190 L420 1190 C390 1190 390 1140 420 1140Z', {
      from: palette.metal,
      to: '#7d6430',
      shadow: false,
    }) +
    body(shade, {
      from: palette.pale,
      to: palette.base,
      inside:
        `<ellipse cx="600" cy="560" rx="260" ry="230" fill="url(#glow)" opacity=".9"/>` +
        [430, 520, 680, 770]
          .map((x) =>
            fold(`M${600 + (x - 600) * 0.6} 250 L${600 + (x - 600) * 1.2} 700`, 18, palette.deep, 0.2),
          )
          .join(''),
    }) +
    `<ellipse cx="600" cy="700" rx="328" ry="22" fill="#fff0bf" opacity=".9"/>`
  )
}

export function cushion({ body, line, fold, palette }: Pencil): string {
  const outline = mirrored(
    [0, 350],
    [160, 340, 300, 316, 410, 290],
    [440, 286, 456, 310, 450, 340],
    [420, 500, 420, 960, 450, 1120],
    [456, 1150, 440, 1176, 410, 1170],
    [300, 1146, 160, 1120, 0, 1114],
  )
  const weave = Array.from({ length: 9 }, (_, at) =>
    line(`M${180 + at * 105} 300 C${200 + at * 100} 600 ${200 + at * 100} 860 ${180 + at * 105} 1180`, {
      width: 7,
      colour: palette.pale,
      opacity: 0.28,
    }),
  ).join('')
  const inside =
    weave +
    fold('M170 310 C300 420 360 480 420 560', 40) +
    fold('M1030 310 C920 420 860 480 800 560', 40) +
    fold('M170 1150 C300 1040 340 1000 400 920', 44) +
    fold('M1030 1150 C920 1040 860 1000 800 920', 44) +
    fold('M480 620 C560 560 660 560 730 620', 90, palette.pale, 0.3)
  return (
    body(outline, { inside }) +
    line('M180 312 C340 350 860 350 1020 312', { opacity: 0.4 }) +
    dots([[600, 730]], 22, palette.dark)
  )
}

export function vase({ body, fold, line, ground, palette }: Pencil): string {
  const outline = mirrored(
    [0, 560],
    [84, 560],
    [92, 640, 70, 690, 96, 740],
    [220, 800, 270, 920, 250, 1040],
    [236, 1140, 180, 1220, 120, 1230],
    [0, 1234],
  )
  const ribs = [-190, -120, -56, 0, 56, 120, 190]
    .map((dx, at) =>
      fold(
        `M${600 + dx * 0.35} 700 C${600 + dx * 1.2} 860 ${600 + dx * 1.3} 1040 ${600 + dx * 0.6} 1230`,
        22,
        at % 2 ? palette.pale : '#0b0e15',
        at % 2 ? 0.4 : 0.18,
      ),
    )
    .join('')
  const leaf = (x: number, y: number, turn: number, size: number) =>
    `<path d="M0 0 C${size * 0.5} ${-size * 0.3} ${size * 0.5} ${-size * 0.8} 0 ${-size} C${-size * 0.5} ${-size * 0.8} ${-size * 0.5} ${-size * 0.3} 0 0Z" fill="#6d8f6a" transform="translate(${x} ${y}) rotate(${turn})"/>`
  const stem = (path: string) => line(path, { width: 9, colour: '#557552', opacity: 1 })
  const twig =
    stem('M600 580 C590 420 560 320 500 210') +
    stem('M604 580 C620 440 660 340 740 270') +
    [
      [572, 400, -60, 110],
      [578, 420, 40, 100],
      [545, 310, -70, 110],
      [552, 330, 30, 110],
      [500, 220, -30, 130],
      [640, 410, 80, 110],
      [634, 420, -20, 100],
      [690, 320, 90, 110],
      [684, 330, 0, 100],
      [738, 274, 50, 120],
    ]
      .map(([x = 0, y = 0, turn = 0, size = 0]) => leaf(x, y, turn, size))
      .join('')
  return (
    ground(600, 1228, 300, 46, 0.6) +
    twig +
    body(outline, { inside: ribs + fold('M790 860 C800 1000 760 1130 700 1220', 90), shadow: false }) +
    `<ellipse cx="600" cy="562" rx="84" ry="16" fill="${palette.deep}"/>`
  )
}

export function bowl({ body, fold, line, ground, palette }: Pencil): string {
  const outline = 'M170 700 L1030 700 C1020 900 880 1080 740 1100 L460 1100 C320 1080 180 900 170 700Z'
  const inside =
    fold('M260 740 C300 900 380 1000 470 1080', 60, '#ffffff', 0.35) +
    fold('M960 740 C920 920 820 1030 720 1090', 90) +
    line('M190 790 C420 840 780 840 1010 790', { width: 16, colour: palette.pale, opacity: 0.8 }) +
    line('M206 836 C420 886 780 886 994 836', { width: 6, colour: palette.pale, opacity: 0.8 })
  return (
    ground(600, 1140, 420, 54, 0.6) +
    body('M450 1090 L750 1090 L730 1150 L470 1150Z', {
      from: palette.dark,
      to: palette.deep,
      shadow: false,
    }) +
    body(outline, { inside, shadow: false }) +
    `<ellipse cx="600" cy="700" rx="430" ry="120" fill="${palette.pale}"/><ellipse cx="600" cy="708" rx="398" ry="102" fill="${palette.dark}"/><ellipse cx="600" cy="742" rx="320" ry="62" fill="${palette.base}"/>`
  )
}

export function candle({ body, line, fold, ground, palette }: Pencil): string {
  const glass =
    'M330 560 L870 560 L850 1120 C848 1150 830 1160 800 1160 L400 1160 C370 1160 352 1150 350 1120Z'
  const inside =
    `<rect x="300" y="640" width="600" height="540" fill="${palette.base}" opacity=".75"/>` +
    fold('M400 580 L412 1140', 40, '#ffffff', 0.6) +
    fold('M830 600 L812 1140', 60)
  const label =
    `<rect x="450" y="790" width="300" height="230" rx="10" fill="#fbf8f1"/><rect x="466" y="806" width="268" height="198" rx="6" fill="none" stroke="#8f7436" stroke-width="4"/>` +
    line('M540 870 C560 840 640 840 660 870 M530 920 L670 920 M560 954 L640 954', {
      width: 7,
      colour: '#8f7436',
    })
  return (
    `<ellipse cx="600" cy="430" rx="420" ry="340" fill="url(#glow)"/>` +
    ground(600, 1160, 380, 52, 0.6) +
    body(glass, { from: palette.pale, to: palette.base, inside, shadow: false }) +
    `<ellipse cx="600" cy="560" rx="270" ry="46" fill="#fffaf0" opacity=".85"/><ellipse cx="600" cy="570" rx="240" ry="34" fill="${palette.light}"/>` +
    line('M600 566 L600 500', { width: 10, colour: '#3a2d22', opacity: 1 }) +
    `<path d="M600 500 C550 450 572 390 600 320 C632 390 650 450 600 500Z" fill="#f2a93b"/><path d="M600 496 C576 466 588 430 600 396 C614 430 624 466 600 496Z" fill="#fff3c4"/>` +
    label
  )
}
