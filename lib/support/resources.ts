/**
 * The day (YYYY-MM-DD) on which a person opened the site, or called the number, and found it right; null if nobody has.
 */
type CheckedOn = `${number}-${number}-${number}` | null

export type SupportResource = Readonly<{
  name: string
  /** The key of a description in the catalogue of /support; left out where the name says enough. */
  about?: 'directory' | 'day' | 'tech'
  site: Readonly<{ url: string; checkedOn: CheckedOn }>
  number?: Readonly<{ text: string; checkedOn: CheckedOn }>
}>

export type SupportRegion = 'world' | 'us' | 'uk' | 'au' | 'de' | 'fr' | 'es' | 'it' | 'ie' | 'nl' | 'ca' | 'nz'

const CHECKED = '2026-11-23' as const

// Help for people who feel afraid, controlled or watched. A wrong number is dangerous, so a row that no person has
// checked has null and is not shown. A person who runs a server can check a row and fill in the day. Dates are never
// invented: the test lists those that a person checked.
const supportPlaces: readonly Readonly<{ place: SupportRegion; resources: readonly SupportResource[] }>[] = [
  {
    place: 'world',
    resources: [
      { name: 'Lila.help', about: 'directory', site: { url: 'https://lila.help', checkedOn: CHECKED } },
      { name: 'Find A Helpline', site: { url: 'https://findahelpline.com', checkedOn: null } },
      { name: 'NO MORE Global Directory', site: { url: 'https://nomoredirectory.org', checkedOn: null } },
    ],
  },
  {
    place: 'us',
    resources: [
      {
        name: 'National Domestic Violence Hotline',
        site: { url: 'https://www.thehotline.org', checkedOn: CHECKED },
        number: { text: '1-800-799-7233', checkedOn: CHECKED },
      },
      { name: 'NNEDV Safety Net', about: 'tech', site: { url: 'https://www.techsafety.org', checkedOn: CHECKED } },
    ],
  },
  {
    place: 'uk',
    resources: [
      {
        name: 'National Domestic Abuse Helpline',
        about: 'day',
        site: { url: 'https://www.nationaldahelpline.org.uk', checkedOn: CHECKED },
        number: { text: '0808 2000 247', checkedOn: CHECKED },
      },
      {
        name: 'Men’s Advice Line',
        site: { url: 'https://mensadviceline.org.uk', checkedOn: null },
        number: { text: '0808 801 0327', checkedOn: CHECKED },
      },
      { name: 'Refuge Tech Safety', about: 'tech', site: { url: 'https://refugetechsafety.org', checkedOn: CHECKED } },
    ],
  },
  {
    place: 'au',
    resources: [
      {
        name: '1800RESPECT',
        site: { url: 'https://www.1800respect.org.au', checkedOn: CHECKED },
        number: { text: '1800 737 732', checkedOn: null },
      },
    ],
  },
  { place: 'de', resources: [{ name: 'Hilfetelefon', site: { url: 'https://www.hilfetelefon.de', checkedOn: null } }] },
  {
    place: 'fr',
    resources: [{ name: '3919', site: { url: 'https://arretonslesviolences.gouv.fr', checkedOn: null } }],
  },
  {
    place: 'es',
    resources: [{ name: '016', site: { url: 'https://violenciagenero.igualdad.gob.es', checkedOn: null } }],
  },
  { place: 'it', resources: [{ name: '1522', site: { url: 'https://www.1522.eu', checkedOn: null } }] },
  { place: 'ie', resources: [{ name: 'Women’s Aid', site: { url: 'https://www.womensaid.ie', checkedOn: null } }] },
  { place: 'nl', resources: [{ name: 'Veilig Thuis', site: { url: 'https://veiligthuis.nl', checkedOn: null } }] },
  { place: 'ca', resources: [{ name: 'ShelterSafe', site: { url: 'https://sheltersafe.ca', checkedOn: null } }] },
  { place: 'nz', resources: [{ name: 'Are You OK', site: { url: 'https://www.areyouok.org.nz', checkedOn: null } }] },
]

export default supportPlaces
