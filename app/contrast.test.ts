import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'

const css = readFileSync('app/tokens.css', 'utf8')

type Linear = readonly [number, number, number]
type Lab = readonly [number, number, number]

/** Reads the tokens of a block as OKLab. */
function readTokens(selector: string): Map<string, Lab> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name = '', l, c, h]) => {
      const [chroma, angle] = [Number(c), (Number(h) * Math.PI) / 180]
      return [name, [Number(l), chroma * Math.cos(angle), chroma * Math.sin(angle)]]
    }),
  )
}

/** Linear sRGB of an OKLab colour (B. Ottosson, "A perceptual color space for image processing", 2020). */
function linear([L, a, b]: Lab): Linear {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** WCAG 2.2, "contrast ratio": 1 to 21. */
function contrast(a: Lab, b: Lab): number {
  const [light = 0, dark = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const mix = (a: Lab, share: number, b: Lab): Lab => [
  a[0] * share + b[0] * (1 - share),
  a[1] * share + b[1] * (1 - share),
  a[2] * share + b[2] * (1 - share),
]

const grounds = ['bg', 'surface', 'sunken']
const tints = INTIMACY_TYPES.map((type) => `${type}-tint`)

/** Each colour, its ground and the contrast that they need (WCAG 1.4.3 and 1.4.11; 7 for long texts). */
const needs: readonly (readonly [on: string, ground: string, need: number])[] = [
  ...grounds.map((ground) => ['ink', ground, 7] as const),
  ...tints.map((ground) => ['ink', ground, 7] as const),
  ...[...grounds, ...tints].flatMap((ground) => [['ink-2', ground, 4.5] as const, ['ink-3', ground, 4.5] as const]),
  ...[...grounds, ...tints].map((ground) => ['line-strong', ground, 3] as const),
  ...[...grounds, ...tints].map((ground) => ['focus', ground, 3] as const),
  ...grounds.map((ground) => ['danger-text', ground, 4.5] as const),
  ['on-primary', 'primary', 7],
  ...INTIMACY_TYPES.flatMap((type) => [
    [`${type}-text`, 'bg', 4.5] as const,
    [`${type}-text`, 'surface', 4.5] as const,
    [`${type}-text`, `${type}-tint`, 4.5] as const,
    ['surface', `${type}-text`, 4.5] as const, // a number inside a filled mark
    [type, 'bg', 3] as const,
    [type, 'surface', 3] as const,
  ]),
]

const dark = ":root[data-theme='dark']"
const device = ":root:not([data-theme='light'])"

describe.each([
  ['light', ':root'],
  ['dark', dark],
])('%s', (_, selector) => {
  const colours = readTokens(selector)
  const colorOf = (name: string): Lab => {
    const colour = colours.get(name)
    if (!colour) throw new Error(`No colour is called ${name}.`)
    return colour
  }

  test.each(needs)('%s on %s reaches %f', (on, ground, need) => {
    expect(contrast(colorOf(on), colorOf(ground))).toBeGreaterThanOrEqual(need)
  })

  test.each([...INTIMACY_TYPES])('a number in an outlined mark of %s reaches 4.5', (type) => {
    expect(contrast(colorOf(`${type}-text`), mix(colorOf(type), 0.26, colorOf('surface')))).toBeGreaterThanOrEqual(4.5)
  })

  test('every colour is in sRGB', () => {
    const outside = [...colours]
      .filter(([, lab]) => linear(lab).some((part) => part < -0.001 || part > 1.001))
      .map(([name]) => name)
    expect(outside).toEqual([])
  })
})

test('the dark theme of the device and the chosen one have the same colours', () => {
  expect(readTokens(device)).toEqual(readTokens(dark))
  expect([...readTokens(dark).keys()]).toEqual([...readTokens(':root').keys()])
})
