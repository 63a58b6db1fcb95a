/** Handbags, cloth bags, backpacks. */
import { dots, mirrored, type Pencil } from './pencil.ts'
import type { Side } from './tops.ts'

export function handbag({ body, line, fold, ground, palette }: Pencil, side: Side): string {
  const outline = mirrored(
    [0, 620],
    [300, 620],
    [350, 640, 372, 700, 384, 800],
    [400, 1120],
    [404, 1180, 370, 1210, 310, 1210],
    [0, 1210],
  )
  const handle =
    line('M392 650 C392 300 480 220 600 220 C720 220 808 300 808 650', {
      width: 40,
      colour: palette.dark,
      opacity: 1,
    }) +
    line('M392 650 C392 300 480 220 600 220 C720 220 808 300 808 650', {
      width: 8,
      colour: palette.pale,
      opacity: 0.6,
    })
  const inside =
    fold('M260 700 C300 900 280 1050 300 1200', 60, palette.pale, 0.35) +
    fold('M920 700 C900 900 930 1050 900 1200', 70) +
    line('M246 1150 L954 1150', { dash: '14 10' })
  const flap = body(
    mirrored([0, 600], [310, 600], [364, 640, 370, 760, 330, 850], [200, 930, 80, 950, 0, 950]),
    {
      from: palette.pale,
      to: palette.base,
      inside: line('M290 840 C440 930 760 930 910 840', { dash: '14 10' }),
    },
  )
  const clasp = `<rect x="552" y="892" width="96" height="84" rx="16" fill="${palette.metal}" stroke="#8f7436" stroke-width="5"/><rect x="584" y="916" width="32" height="36" rx="10" fill="#8f7436"/>`
  const rings = dots(
    [
      [392, 652],
      [808, 652],
    ],
    26,
    palette.metal,
    '#8f7436',
  )
  return (
    ground(600, 1208, 470, 60, 0.6) +
    handle +
    body(outline, { inside, shadow: false }) +
    (side === 'front' ? flap + clasp : line('M330 760 L870 760 L870 800 L330 800Z', { width: 6 })) +
    rings
  )
}

export function tote({ body, line, fold, ground, palette }: Pencil, side: Side): string {
  const strap = (dy: number, colour: string) =>
    line(
      `M440 ${600 + dy} C440 ${240 + dy} 500 ${200 + dy} 600 ${200 + dy} C700 ${200 + dy} 760 ${240 + dy} 760 ${600 + dy}`,
      { width: 44, colour, opacity: 1 },
    )
  const outline = mirrored([0, 560], [320, 560], [350, 1230], [0, 1246])
  const print =
    side === 'front'
      ? `<circle cx="600" cy="880" r="150" fill="${palette.deep}" opacity=".85"/><path d="M470 900 C540 820 620 980 740 860 A150 150 0 0 1 470 940Z" fill="${palette.pale}" opacity=".9"/>`
      : ''
  const inside =
    fold('M380 600 C420 850 380 1000 420 1230') +
    fold('M820 620 C780 850 830 1050 800 1230') +
    line('M280 618 L920 618', { dash: '14 10' }) +
    print
  return (
    ground(600, 1236, 430, 56, 0.55) +
    strap(-26, palette.deep) +
    body(outline, { inside, shadow: false }) +
    strap(10, palette.dark) +
    `<rect x="414" y="560" width="52" height="110" fill="${palette.dark}"/><rect x="734" y="560" width="52" height="110" fill="${palette.dark}"/>`
  )
}

export function backpack({ body, line, fold, ground, palette }: Pencil, side: Side): string {
  const outline = mirrored(
    [0, 300],
    [170, 300, 270, 380, 290, 520],
    [330, 1120],
    [330, 1200, 290, 1226, 230, 1226],
    [0, 1226],
  )
  const loop = line('M530 312 C530 220 670 220 670 312', { width: 30, colour: palette.deep, opacity: 1 })
  const inside =
    fold('M360 440 C380 700 340 1000 360 1220', 60, palette.pale, 0.35) +
    fold('M860 500 C840 760 880 1000 850 1220', 80)
  if (side === 'back') {
    const straps = [460, 740]
      .map((x) =>
        line(`M${x} 400 C${x - (600 - x) * 0.2} 640 ${x - (600 - x) * 0.5} 900 ${x - (600 - x) * 0.8} 1150`, {
          width: 70,
          colour: palette.deep,
          opacity: 1,
        }),
      )
      .join('')
    return ground(600, 1220, 400, 56, 0.6) + loop + body(outline, { inside: inside + straps, shadow: false })
  }
  const zip =
    line('M330 640 C380 500 500 440 600 440 C700 440 820 500 870 640', {
      width: 12,
      colour: palette.deep,
      opacity: 1,
    }) +
    line('M330 640 C380 500 500 440 600 440 C700 440 820 500 870 640', {
      width: 5,
      colour: palette.metal,
      dash: '6 8',
      opacity: 1,
    })
  const pocket = body(
    mirrored(
      [0, 780],
      [200, 780],
      [236, 790, 250, 830, 254, 880],
      [260, 1120],
      [250, 1150, 230, 1160, 200, 1160],
      [0, 1160],
    ),
    {
      from: palette.pale,
      to: palette.base,
      inside: line('M380 850 L820 850', { width: 10, colour: palette.metal, dash: '6 8', opacity: 1 }),
    },
  )
  const tag = `<rect x="548" y="920" width="104" height="70" rx="8" fill="#a5713d"/><rect x="556" y="928" width="88" height="54" rx="4" fill="none" stroke="#6b4520" stroke-width="3" stroke-dasharray="8 6"/>`
  return (
    ground(600, 1220, 400, 56, 0.6) +
    loop +
    body(outline, { inside: inside + zip, shadow: false }) +
    pocket +
    tag
  )
}
