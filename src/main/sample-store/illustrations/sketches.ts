import { belt, cap, scarf, sunglasses, wallet, watch } from './accessories.ts'
import { backpack, handbag, tote } from './bags.ts'
import { skirt, socks, trousers } from './bottoms.ts'
import { boot, sneaker } from './footwear.ts'
import { bowl, candle, cushion, lamp, mug, towel, vase } from './home.ts'
import { flipped, type Pencil } from './pencil.ts'
import { dress, hoodie, jacket, shirt, tshirt, type Side } from './tops.ts'

/** Draws a product from one side. */
export type Sketch = (pencil: Pencil, side: Side) => string

/** What has no back of its own is seen from the other side. */
const turned =
  (draw: Sketch): Sketch =>
  (pencil, side) =>
    side === 'front' ? draw(pencil, side) : flipped(draw(pencil, side))

const sketches: Partial<Record<string, Sketch>> = {
  shirt,
  tshirt,
  hoodie,
  jacket,
  dress,
  trousers,
  skirt,
  socks: turned(socks),
  sneaker: turned(sneaker),
  boot: turned(boot),
  belt: turned(belt),
  handbag,
  tote,
  backpack,
  cap,
  scarf: turned(scarf),
  watch,
  sunglasses: turned(sunglasses),
  wallet,
  mug: turned(mug),
  towel: turned(towel),
  lamp: turned(lamp),
  cushion: turned(cushion),
  vase: turned(vase),
  bowl: turned(bowl),
  candle: turned(candle),
}

/** The sketch of a kind of product in the catalogue. */
export function sketchOf(kind: string): Sketch {
  const sketch = sketches[kind]
  if (!sketch) throw new RangeError(`nobody has drawn a "${kind}"`)
  return sketch
}
