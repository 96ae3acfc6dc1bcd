'use client'
import { useState } from 'react'
import { EarlierRows } from '@/components/device/earlier-rows'
import { WhenOpen } from '@/components/device/when-open'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SaidBy } from '@/components/people/said-by'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/text-area'
import { useAction } from '@/components/ui/use-action'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import type { PersonalText } from '@/lib/device/personal-text'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchKeeping, sendLine } from '@/lib/plans/line'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import { failureOf } from './failure'

type LinesProps = Readonly<{
  plan: Readonly<{ id: string; coupleId: string }>
  /** The two in the order of pairing; of a former couple oneself alone. */
  people: readonly Partner[]
  me: Partner
  partnerName: string
  /** Whether one's own line can be written here. */
  writable: boolean
}>

/** The lines that the two remember a plan by, opened on this device, and one's own to write or change. */
export const Lines = (props: LinesProps) => (
  <WhenOpen lines={4}>{(vault) => <Opened vault={vault} {...props} />}</WhenOpen>
)

function Opened({ vault, plan: { id, coupleId }, people, me, partnerName, writable }: LinesProps & { vault: Vault }) {
  const t = useTranslations(plansMessages)
  const inWords = useFailure()
  const { value, error, again } = useLoaded(
    `${coupleId} ${id}`,
    () => fetchKeeping(browserDevice(), vault, id, coupleId),
    vault,
  )
  if (error)
    return error instanceof EarlierState ? (
      <EarlierRows error={error} onAccepted={again} />
    ) : (
      <p className="text-small text-ink-2">{inWords(error, partnerName)}</p>
    )
  if (!value) return <Skeleton lines={4} />
  const of = (person: Partner) => value.lines.find(({ personId }) => personId === person.id)
  const said = people.flatMap((person) => {
    const line = of(person)
    return line && !isEmpty(line) ? [{ person, line }] : []
  })
  const mine = of(me)
  return (
    <>
      <div className="grid gap-5">
        {said.map(({ person, line: { opened } }) => (
          <SaidBy
            key={person.id}
            slot={person.slot}
            by={person.id === me.id ? t('felt.you') : person.name}
            opened={opened}
            unreadable={t('line.unreadable')}
          />
        ))}
      </div>
      {writable ? (
        <LineForm
          key={mine?.rev ?? 0}
          vault={vault}
          plan={{ id, coupleId }}
          standing={mine ?? null}
          partnerName={partnerName}
          onKept={again}
        />
      ) : said.length === 0 ? (
        <p className="text-ink-2">{t('line.none')}</p>
      ) : null}
    </>
  )
}

const isEmpty = ({ opened }: PersonalText): boolean => opened.is === 'text' && opened.text === ''

type LineFormProps = Readonly<{
  vault: Vault
  plan: LinesProps['plan']
  standing: PersonalText | null
  partnerName: string
  onKept: () => void
}>

function LineForm(props: LineFormProps) {
  const t = useTranslations(plansMessages)
  const stands = props.standing?.opened.is === 'text' ? props.standing.opened.text : ''
  const [open, setOpen] = useState(stands === '')
  if (!open)
    return (
      <Button variant="link" className="mt-2" onClick={() => setOpen(true)}>
        {t('line.change')}
      </Button>
    )
  return <OpenLineForm {...props} stands={stands} onLeave={() => setOpen(false)} />
}

function OpenLineForm({
  vault,
  plan,
  standing,
  partnerName,
  onKept,
  stands,
  onLeave,
}: LineFormProps & Readonly<{ stands: string; onLeave: () => void }>) {
  const t = useTranslations(plansMessages)
  const draft = useFormDraft(
    vault,
    { key: `${plan.coupleId}/${plan.id}/line`, page: `/plans/${plan.id}` },
    { line: stands },
  )
  const text = draft.fields.line
  const leave = async () => {
    await draft.done()
    onLeave()
  }
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async () => {
      try {
        await sendLine(browserDevice(), vault, plan, text.trim(), standing)
        await draft.done()
      } catch (error) {
        await draft.keep()
        throw error
      }
      onKept()
    },
    (error) => inWords(error, partnerName),
  )
  return (
    <div className="mt-4 first:mt-0">
      <ErrorSummary title={failure} className="mb-4" />
      <TextArea
        id="line"
        label={t('line.label')}
        hint={t('line.hint', { name: partnerName })}
        rows={2}
        value={text}
        onChange={(event) => draft.change('line', event.target.value)}
      />
      <p className="mt-3 flex flex-wrap gap-2">
        <Button size="small" busy={busy} busyLabel={t('edit.saving')} disabled={text.trim() === stands} onClick={run}>
          {t('edit.save')}
        </Button>
        {stands === '' ? null : (
          <Button size="small" variant="quiet" onClick={() => void leave()}>
            {t('edit.cancel')}
          </Button>
        )}
      </p>
    </div>
  )
}
