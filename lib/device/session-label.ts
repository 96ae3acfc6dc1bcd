// The name by which a person recognises a device. Coarse on purpose: no version and no model, so that it fingerprints
// nobody.

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const named = (list: readonly (readonly [RegExp, string])[], userAgent: string) =>
  list.find(([sign]) => sign.test(userAgent))?.[1]

/** Names a browser from its user agent, as "Firefox on Linux"; "A browser" if it is unknown. */
export function describeBrowser(userAgent: string): string {
  const browser = named(browsers, userAgent) ?? 'A browser'
  const system = named(systems, userAgent)
  return system ? `${browser} on ${system}` : browser
}
