'use client'
import { useId, useState, type SubmitEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft } from '@/components/device/use-form-draft'
import type { TwoPeople } from '@/components/people/two-people'
import { Written } from '@/components/journal/written'
import { PartnerMark, MarkedName } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { CancelButton, FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import { hasNotes, noNotes, NOTES, sendNotes, type MonthNoteTexts, type OpenedNotes } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import type { Vault } from '@/lib/vault/vault'
import { failureOf, isStale } from './failure'
import { WithMonth, type MonthPart } from './opened-month'
import { StepAction, useIsStep, useQuietNext } from './step-footer'

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
    <NotesForm
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
          <p className="mt-1.5 measure text-small text-ink-3">{t('keptLead')}</p>
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

type NotesFormProps = Readonly<{
  monthKey: MonthKey
  vault: Vault
  mine: OpenedNotes | null
  partnerName: string
  onDone: () => void
  /** Another question on the page comes first, so the button is not the primary one. */
  quiet: boolean
}>

function NotesForm({ monthKey, vault, mine, partnerName, onDone, quiet }: NotesFormProps) {
  const t = useTranslations(monthsMessages)
  const begin = mine?.opened.is === 'text' ? mine.opened.text : noNotes
  const draft = useFormDraft(
    vault,
    { key: `${monthKey.coupleId}/${monthKey.month}/notes`, page: `/months/${monthKey.month}` },
    begin,
  )
  const [empty, setEmpty] = useState(0) // how often the empty form was submitted
  const inWords = useFailure(failureOf)
  const { run, busy, failure, clear } = useAction(
    async () => {
      try {
        const { revealed } = await sendNotes(browserDevice(), vault, monthKey, draft.fields, mine)
        await draft.done()
        showToast({ text: t(revealed ? 'notes.savedBoth' : 'notes.saved') })
      } catch (error) {
        await draft.keep()
        throw error
      }
      onDone()
    },
    (error) => {
      if (isStale(error)) onDone()
      return inWords(error, partnerName)
    },
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!hasNotes(draft.fields)) {
      clear()
      return setEmpty(empty + 1)
    }
    setEmpty(0)
    run()
  }
  const isStep = useIsStep()
  const formId = useId()
  const button = (
    <SubmitButton
      form={formId}
      variant={quiet && !isStep ? 'outline' : 'primary'}
      busy={busy}
      busyLabel={t('notes.saving')}
    >
      {t('notes.submit')}
    </SubmitButton>
  )
  return (
    <form id={formId} method="post" onSubmit={submit}>
      <ErrorSummary
        title={empty > 0 ? t('notes.empty') : failure}
        attempt={empty}
        className="mb-4"
        fields={empty > 0 ? [{ id: 'closer', text: t('notes.closer') }] : []}
      />
      <div className="grid grid-cols-1 gap-y-5">
        {NOTES.map((note) => (
          <TextArea
            key={note}
            id={note}
            label={t(`notes.${note}`)}
            rows={2}
            maxLength={20_000}
            value={draft.fields[note]}
            onChange={(event) => draft.change(note, event.target.value)}
          />
        ))}
      </div>
      <p className="mt-3.5 measure text-small text-ink-3">{t('notes.hint')}</p>
      {mine ? (
        <div className="mt-5 flex flex-wrap gap-2.5">
          {button}
          <CancelButton
            size="normal"
            isChanged={NOTES.some((note) => draft.fields[note] !== begin[note])}
            drop={draft.done}
          >
            {t('notes.leave')}
          </CancelButton>
        </div>
      ) : (
        <StepAction className="mt-5">{button}</StepAction>
      )}
    </form>
  )
}
