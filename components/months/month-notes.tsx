'use client'
import { latePart } from '@/components/device/late-part'
import type { TwoPeople } from '@/components/people/two-people'
import { Written } from '@/components/journal/written'
import { PartnerMark, MarkedName } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import type { Partner } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import { NOTES, type MonthNoteTexts, type OpenedNotes } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import { WithMonth, type MonthPart } from './opened-month'
import { useQuietNext } from './step-footer'

const LateNotesForm = latePart(async () => (await import('./notes-form')).NotesForm, { lines: 14 })

type MonthNotesProps = Readonly<{ monthKey: MonthKey; both: readonly [Partner, Partner]; people: TwoPeople }>

/** Three notes from each person: blind until both are in. What it shows never depends on what only the partner did. */
export const MonthNotes = (props: MonthNotesProps) => (
  <WithMonth lines={18}>{(part) => <NotesSteps {...props} {...part} />}</WithMonth>
)

function NotesSteps({ monthKey, both, people, vault, opened, again }: MonthNotesProps & MonthPart) {
  const t = useTranslations(monthsMessages, 'notes')
  const form = useFormInPlace()
  const mine = opened.notes.find(({ personId: person }) => person === people.me.id) ?? null
  useQuietNext(form.openAt !== null)
  if (opened.revealed) return <BothNotes both={both} notes={opened.notes} />
  const done = () => {
    form.close()
    again()
  }
  const fields = (
    <LateNotesForm
      monthKey={monthKey}
      vault={vault}
      mine={mine}
      partnerName={people.partner?.name ?? ''}
      onDone={done}
      quiet={opened.before !== null && opened.before.mine === null}
    />
  )
  if (!mine) return fields
  return (
    <>
      <FormInPlace form={form}>{fields}</FormInPlace>
      {form.openAt === null ? (
        <>
          <p className="type-lede">{t('kept')}</p>
          <p className="mt-1.5 text-small text-ink-3">{t('keptLead')}</p>
          <MyNotes notes={mine} />
          <Button size="small" className="mt-5" onClick={() => form.open()}>
            {t('change')}
          </Button>
        </>
      ) : null}
    </>
  )
}

/** Both people's notes beside the last step, once they are revealed. */
export const NotesBeside = ({ both }: Pick<MonthNotesProps, 'both'>) => (
  <WithMonth lines={0} quiet>
    {({ opened }) => (opened.revealed ? <BothNotes both={both} notes={opened.notes} /> : null)}
  </WithMonth>
)

/** Both people's notes, side by side under each question. */
function BothNotes({ both, notes }: { both: readonly [Partner, Partner]; notes: readonly OpenedNotes[] }) {
  const t = useTranslations(monthsMessages, 'notes')
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small text-ink-2">
        {both.map(({ id, slot, name }) => (
          <MarkedName key={id} slot={slot} className="wrap-anywhere">
            {name}
          </MarkedName>
        ))}
        <span className="text-ink-3">{t('shown')}</span>
      </p>
      <div className="mt-4 lined">
        {NOTES.map((note) => (
          <div key={note} className="py-4.5">
            <h3 className="text-small font-medium text-ink-3">{t(note)}</h3>
            <ul className="mt-2 grid grid-cols-1 gap-x-4 gap-y-3 beside:grid-cols-2 wide:gap-x-8">
              {both.map(({ id, slot, name }) => (
                <li key={id} className="grid min-w-0 grid-cols-[1.375rem_minmax(0,1fr)] wrap-anywhere">
                  <span className="pt-2">
                    <PartnerMark slot={slot} />
                    <bdi className="sr-only">{name}</bdi>
                  </span>
                  <NoteText notes={notes.find(({ personId: person }) => person === id)} note={note} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  )
}

/** My own notes, each under its question. */
export const MyNotes = ({ notes }: { notes: OpenedNotes }) => {
  const t = useTranslations(monthsMessages, 'notes')
  return (
    <dl className="mt-4 lined">
      {NOTES.map((note) => (
        <div key={note} className="py-3.5">
          <dt className="text-small font-medium text-ink-3">{t(note)}</dt>
          <dd className="mt-1">
            <NoteText notes={notes} note={note} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function NoteText({ notes, note }: { notes: OpenedNotes | undefined; note: keyof MonthNoteTexts }) {
  const t = useTranslations(monthsMessages, 'notes')
  if (notes?.opened.is !== 'text') return <p className="text-small text-ink-2">{t('unread')}</p>
  const text = notes.opened.text[note]
  return text === '' ? <p className="pt-1 text-small text-ink-3">{t('left')}</p> : <Written small>{text}</Written>
}
