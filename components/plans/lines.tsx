'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { EarlierRows } from '@/components/accounts/earlier-rows'
import { WhenOpen } from '@/components/accounts/when-open'
import { Who } from '@/components/shell/partner-mark'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/text-area'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/accounts/browser-device'
import type { Partner } from '@/lib/couples/people'
import { keepLine, openKeeping, type OpenedLine } from '@/lib/plans/line'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError } from '@/lib/vault/vault-error'
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
export const Lines = (props: LinesProps) => <WhenOpen lines={4}>{(vault) => <Opened vault={vault} {...props} />}</WhenOpen>

type Found = Readonly<{ is: 'read'; lines: readonly OpenedLine[] }> | Readonly<{ is: 'failed'; error: unknown }>

function Opened({ vault, plan: { id, coupleId }, people, me, partnerName, writable }: LinesProps & { vault: Vault }) {
  const t = useTranslations('plans')
  const [found, setFound] = useState<Found | null>(null)
  const [reading, setReading] = useState(0)
  useEffect(() => {
    let here = true
    openKeeping(browserDevice(), vault, id, coupleId).then(
      ({ lines }) => { if (here) setFound({ is: 'read', lines }) },
      (error: unknown) => { if (here) setFound({ is: 'failed', error }) },
    )
    return () => { here = false }
  }, [vault, id, coupleId, reading])
  if (!found) return <Skeleton lines={4} />
  const again = () => setReading((times) => times + 1)
  if (found.is === 'failed') {
    return found.error instanceof EarlierState ? <EarlierRows error={found.error} onAccepted={again} /> : <p className="text-small text-ink-2">{t(`failure.${failureOf(found.error)}`)}</p>
  }
  const of = (person: Partner) => found.lines.find(({ personId }) => personId === person.id)
  const said = people.flatMap((person) => { const line = of(person); return line && !isEmpty(line) ? [{ person, line }] : [] })
  const mine = of(me)
  return (
    <>
      <div className="grid gap-5">
        {said.map(({ person, line: { opened } }) => (
          <figure key={person.id}>
            <figcaption className="mb-1 text-small text-ink-3"><Who slot={person.slot}>{person.id === me.id ? t('felt.you') : person.name}</Who></figcaption>
            {opened.is === 'text' ? <blockquote className="type-letter-small whitespace-pre-wrap wrap-anywhere">{opened.text}</blockquote> : <p className="text-small text-ink-2">{t('line.unreadable')}</p>}
          </figure>
        ))}
      </div>
      {writable ? <LineForm key={mine?.rev ?? 0} vault={vault} plan={{ id, coupleId }} standing={mine ?? null} partnerName={partnerName} onKept={again} /> : said.length === 0 ? <p className="text-ink-2">{t('line.none')}</p> : null}
    </>
  )
}

const isEmpty = ({ opened }: OpenedLine): boolean => opened.is === 'text' && opened.text === ''

type LineFormProps = Readonly<{ vault: Vault; plan: LinesProps['plan']; standing: OpenedLine | null; partnerName: string; onKept: () => void }>

function LineForm({ vault, plan, standing, partnerName, onKept }: LineFormProps) {
  const t = useTranslations('plans')
  const stands = standing?.opened.is === 'text' ? standing.opened.text : ''
  const [open, setOpen] = useState(stands === '')
  const [text, setText] = useState(stands)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ title: string } | null>(null)
  if (!open) return <Button variant="link" className="mt-2" onClick={() => setOpen(true)}>{t('line.change')}</Button>
  const save = async () => {
    setBusy(true)
    setFailed(null)
    try {
      await keepLine(browserDevice(), vault, plan, text.trim(), standing)
      onKept()
    } catch (error) {
      const code = error instanceof VaultError ? error.code : null
      setFailed({ title: code === 'no-pinned-partner' ? t('line.notPinned', { name: partnerName }) : code === 'too-long' ? t('line.tooLong') : t(`failure.${failureOf(error)}`) })
    }
    setBusy(false)
  }
  return (
    <div className="mt-4 first:mt-0">
      <ErrorSummary title={failed?.title ?? null} attempt={failed} className="mb-4" />
      <TextArea id="line" label={t('line.label')} hint={t('line.hint', { name: partnerName })} rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      <p className="mt-3 flex flex-wrap gap-2">
        <Button size="small" busy={busy} busyLabel={t('edit.saving')} disabled={text.trim() === stands} onClick={() => void save()}>{t('edit.save')}</Button>
        {stands === '' ? null : <Button size="small" variant="quiet" onClick={() => { setText(stands); setOpen(false) }}>{t('edit.cancel')}</Button>}
      </p>
    </div>
  )
}
