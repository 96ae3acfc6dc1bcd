import supportPlaces, { type SupportRegion, type SupportResource } from './resources'

export type ShownResource = Readonly<{
  name: string
  about: SupportResource['about'] | null
  url: string
  /** Null unless the number itself was checked. */
  number: string | null
  checkedOn: string
}>

const toShown = ({ name, about, site, number }: SupportResource): ShownResource | null =>
  site.checkedOn === null
    ? null // a number is never shown without its site
    : {
        name,
        about: about ?? null,
        url: site.url,
        number: number && number.checkedOn !== null ? number.text : null,
        checkedOn: site.checkedOn,
      }

/** The resources to show, by place: those whose site a person has checked, with the number if that was checked too. */
export function shownResources(
  places: typeof supportPlaces = supportPlaces,
): readonly Readonly<{ place: SupportRegion; resources: readonly ShownResource[] }>[] {
  return places
    .map(({ place, resources }) => ({ place, resources: resources.map(toShown).filter((row) => row !== null) }))
    .filter(({ resources }) => resources.length > 0)
}
