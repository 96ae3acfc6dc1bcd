import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/**
 * The class that gives `text-hue-text`, `bg-hue-tint` and `bg-hue` the type's colours. Written out, so that Tailwind
 * finds them.
 */
export const hueOf: Readonly<Record<IntimacyType, string>> = {
  emotional: 'hue-emotional',
  physical: 'hue-physical',
  intellectual: 'hue-intellectual',
  experiential: 'hue-experiential',
  spiritual: 'hue-spiritual',
}
