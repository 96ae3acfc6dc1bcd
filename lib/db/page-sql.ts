import 'server-only'
import { asWeb } from './clients'
import type { CoupleScope, Scope } from './with-viewer'

// The small reads of the most frequent pages. Through Prisma, each took several times the CPU of its statement (bench/README.md).
// `rows` runs in the transaction of the request; a scope is demanded because only an entered transaction has one.

/** A person as the database returns them. */
export type PersonRecord = { id: string; name: string; zone: string }

/** The viewer, and the partner of their active couple: policies show no one else. In no order. One statement. */
export const selectPeople = (_scope: Scope): Promise<PersonRecord[]> =>
  asWeb().rows<PersonRecord>('select id, name, zone from person', [])

/** Which of these subjects the viewer has answered, and whether both see each: blind rows, and closed months. One statement. */
export const selectAnswered = (
  { viewer: { coupleId, personId } }: CoupleScope,
  subjects: readonly string[],
): Promise<{ subject: string; revealed: boolean }[]> =>
  asWeb().rows(
    `select subject, revealed_at is not null as revealed from answered
     where couple_id = $1 and person_id = $2 and subject = any($3::text[])`,
    [coupleId, personId, subjects],
  )

/** Whether the viewer's spare page was saved. One statement. */
export async function selectSparePageSaved({ viewer: { personId } }: Scope): Promise<boolean> {
  const [account] = await asWeb().rows<{ saved: boolean }>(
    'select spare_page_saved_on is not null as saved from account where person_id = $1',
    [personId],
  )
  if (!account) throw new Error('The policies hid the viewer’s own account.')
  return account.saved
}

/** A person's account as the database returns it. `sealedBytes`: what they store, as digits. */
type AccountRecord = {
  name: string
  zone: string
  email: string
  locale: string
  sparePageSavedOn: string | null
  sealedBytes: string
}

/** The viewer's account, and how much they store. One statement. */
export async function selectAccount({ viewer: { personId } }: Scope): Promise<AccountRecord> {
  const [account] = await asWeb().rows<AccountRecord>(
    `select p.name, p.zone, a.email, a.locale, a.spare_page_saved_on::text as "sparePageSavedOn",
       (select coalesce(sum(u.bytes), 0)::text from sealed_use u where u.owner_id = a.person_id) as "sealedBytes"
     from account a join person p on p.id = a.person_id where a.person_id = $1`,
    [personId],
  )
  if (!account) throw new Error('The policies hid the viewer’s own account.')
  return account
}
