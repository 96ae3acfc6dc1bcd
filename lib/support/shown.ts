import all, { type SupportRegion, type SupportResource } from './resources'

export type ShownResource = Readonly<{
  name: string
  about: SupportResource['about'] | null
  url: string
  /** Only where the number itself was checked. */
  number: string | null
  checkedOn: string
}>

const toShown = ({ name, about, site, number }: SupportResource): ShownResource | null =>
  site.checkedOn === null
    ? null // a number never stands without its own site beside it
    : {
        name,
        about: about ?? null,
        url: site.url,
        number: number && number.checkedOn !== null ? number.text : null,
        checkedOn: site.checkedOn,
      }

/** What a reader gets to see, by place: rows whose site a person has checked, with a number where that was checked too. */
export function shownResources(
  places: typeof all = all,
): readonly Readonly<{ place: SupportRegion; resources: readonly ShownResource[] }>[] {
  return places
    .map(({ place, resources }) => ({ place, resources: resources.map(toShown).filter((row) => row !== null) }))
    .filter(({ resources }) => resources.length > 0)
}
