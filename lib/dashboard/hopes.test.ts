import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPicture, type Hopes } from '@/lib/dashboard/hopes'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'

const arbitraryHopes: fc.Arbitrary<Hopes> = fc
  .tuple(...INTIMACY_TYPES.map(() => fc.constantFrom('fed', 'more', 'nothing')))
  .map((marks) => {
    const marked = (mark: string): IntimacyType[] => INTIMACY_TYPES.filter((_, index) => marks[index] === mark)
    return { fed: marked('fed'), more: marked('more') }
  })

test('each half of a petal shows that person’s mark, and both lists hold what both marked', () => {
  const noor: Hopes = { fed: ['emotional', 'experiential'], more: ['physical', 'spiritual'] }
  const elias: Hopes = { fed: ['emotional', 'spiritual'], more: ['physical', 'intellectual'] }
  expect(firstPicture([noor, elias])).toEqual({
    types: [
      { type: 'emotional', hopes: ['fed', 'fed'] },
      { type: 'physical', hopes: ['more', 'more'] },
      { type: 'intellectual', hopes: ['nothing', 'more'] },
      { type: 'experiential', hopes: ['fed', 'nothing'] },
      { type: 'spiritual', hopes: ['more', 'fed'] },
    ],
    bothMore: ['physical'],
    bothFed: ['emotional'],
  })
})

test('each mark is shown once, and exchanging the two people exchanges only the halves', () => {
  fc.assert(
    fc.property(arbitraryHopes, arbitraryHopes, (noor, elias) => {
      const picture = firstPicture([noor, elias])
      const turned = firstPicture([elias, noor])
      expect(picture.types.filter(({ hopes }) => hopes[0] === 'more').map(({ type }) => type)).toEqual(noor.more)
      expect(picture.types.filter(({ hopes }) => hopes[1] === 'fed').map(({ type }) => type)).toEqual(elias.fed)
      expect(turned.types.map(({ hopes: [first, second] }) => [second, first])).toEqual(
        picture.types.map(({ hopes }) => hopes),
      )
      expect([turned.bothMore, turned.bothFed]).toEqual([picture.bothMore, picture.bothFed])
    }),
  )
})
