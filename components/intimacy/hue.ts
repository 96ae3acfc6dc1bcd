import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** The class under which `text-hue-text`, `bg-hue-tint` and `bg-hue` are those of the type. Written out, so that Tailwind finds them. */
export const hueOf: Readonly<Record<IntimacyType, string>> = {
  emotional: 'hue-emotional',
  physical: 'hue-physical',
  intellectual: 'hue-intellectual',
  experiential: 'hue-experiential',
  spiritual: 'hue-spiritual',
}
