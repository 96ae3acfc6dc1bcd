'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { SealedPage } from '@/components/device/sealed-page'
import { WhenOpen } from '@/components/device/when-open'
import { ExamplePages } from '@/components/people/example-pages'
import { Beside } from '@/components/shell/beside'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { showToast } from '@/components/ui/toast'
import { Skeleton } from '@/components/ui/waiting'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import { makeInvitation, fetchOpenInvitations, settlePairing, revokeInvitation } from '@/lib/couples/device'
import type { Invitation } from '@/lib/couples/invitation'
import { setMark } from '@/lib/local-marks'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Zone } from '@/lib/time/zone'
import type { Vault } from '@/lib/vault/vault'
import { orNull } from '@/lib/http/or-null'
import { invitedMark } from './invited-mark'
import { InviteWords } from './invite-words'
import { LeavingTerms } from './leaving-terms'
import { OpenInvite } from './open-invite'

/** How often a visible page with an open invitation checks whether it was accepted, in ms. */
const LOOK_EVERY = 4000

type InvitePanelProps = Readonly<{ locale: string; zone: Zone }>

/** Invites a partner: the viewer's words, a QR code, a link, twelve words, and the terms of leaving. */
export function InvitePanel(where: InvitePanelProps) {
  const t = useTranslations(couplesMessages, 'pair')
  const [words, setWords] = useState(t('words'))
  const [isOpen, setIsOpen] = useState(false)
  return (
    <SealedPage>
      <Beside picture={<ExamplePages locale={where.locale} />}>
        <PageHeading size="title" overline={t('invite')}>
          {t(isOpen ? 'titleOpen' : 'title')}
        </PageHeading>
        <WhenOpen lines={8} className="mt-6">
          {(vault) => <InviteForm vault={vault} words={words} onWords={setWords} onOpen={setIsOpen} {...where} />}
        </WhenOpen>
        <LeavingTerms className="mt-5 border-t border-line pt-4" />
      </Beside>
    </SealedPage>
  )
}

type InviteFormProps = InvitePanelProps &
  Readonly<{
    vault: Vault
    words: string
    onWords: (words: string) => void
    /** Called with whether an invitation is open. */
    onOpen: (isOpen: boolean) => void
  }>

function InviteForm({ vault, words, onWords, onOpen, locale, zone }: InviteFormProps) {
  const t = useTranslations(couplesMessages, 'pair')
  const router = useRouter()
  const [open, setOpen] = useState<Invitation | null | undefined>(undefined)
  const [lookFailure, setLookFailure] = useState<string | null>(null) // of the first look only
  const inWords = useFailure()
  const isInvited = open !== null && open !== undefined
  useEffect(() => onOpen(isInvited), [onOpen, isInvited])
  useEffect(() => {
    if (isInvited) setMark(invitedMark(vault.uid), true)
  }, [isInvited, vault.uid])
  const acts = useRef(0) // goes up as an invitation is made or taken back here, before and after
  const { run, busy, failure } = useAction(async (work: () => Promise<void>) => {
    setLookFailure(null)
    acts.current += 1
    await work()
  }, inWords)

  /** Shows the newest open invitation, or reloads the page if the last one was accepted. */
  const look = async () => {
    const device = browserDevice()
    const held = device.journal.vault()
    if (!held) return
    const before = acts.current
    const [newest] = await fetchOpenInvitations(device, held)
    if (!newest) {
      const invitations = await settlePairing(device, held)
      if (invitations.is !== 'alone') {
        router.refresh()
        return
      }
    }
    if (acts.current !== before) return // this answer may be from before the act
    setOpen((shown) => (shown && newest && shown.pairId === newest.pairId ? shown : (newest ?? null)))
  }
  useRepeatedLook(look, { repeats: open !== null, onFailed: (error) => setLookFailure(inWords(error)) })

  const make = () =>
    run(async () => {
      const made = await makeInvitation(browserDevice(), vault)
      acts.current += 1
      setOpen(made)
    })
  const withdraw = ({ pairId }: Invitation) =>
    run(async () => {
      // null: it was just accepted, and `look` finds the couple
      if (await orNull(revokeInvitation(browserDevice(), vault, pairId))) {
        setMark(invitedMark(vault.uid), false)
        showToast({ text: t('tookBack') })
      }
      acts.current += 1
      await look()
    })

  if (open === undefined)
    return lookFailure ? <ErrorSummary className="mt-5" title={lookFailure} /> : <Skeleton lines={8} className="mt-6" />
  return (
    <>
      <ErrorSummary className="mt-5" title={failure ?? lookFailure} />
      {open ? (
        <>
          <InviteWords words={words} onChange={onWords} />
          <OpenInvite key={open.pairId} invitation={open} words={words} locale={locale} zone={zone} />
          <Button variant="link" className="mt-2" busy={busy} onClick={() => withdraw(open)}>
            {t('takeBack')}
          </Button>
        </>
      ) : (
        <>
          <p className="mt-3.5 text-ink-2">{t('lead')}</p>
          <Button variant="primary" wide className="mt-6" busy={busy} busyLabel={t('making')} onClick={make}>
            {t('make')}
          </Button>
        </>
      )}
    </>
  )
}

type InviteWatch = Readonly<{ repeats: boolean; onFailed: (error: unknown) => void }>

/** Calls `look` at once, when the page becomes visible, and every few seconds while `repeats`. */
function useRepeatedLook(look: () => Promise<void>, { repeats, onFailed }: InviteWatch) {
  const [round, next] = useState(0)
  const lookNow = useEffectEvent(async (isMounted: () => boolean) => {
    if (document.visibilityState !== 'visible') return
    // Only a failure of the first look is shown; later ones retry on their own.
    await look().catch((error: unknown) => {
      if (isMounted() && round === 0) onFailed(error)
    })
  })
  useEffect(() => {
    let mounted = true
    void lookNow(() => mounted)
    const again = () => {
      if (mounted) next((n) => n + 1)
    }
    document.addEventListener('visibilitychange', again)
    return () => {
      mounted = false
      document.removeEventListener('visibilitychange', again)
    }
  }, [round])
  useEffect(() => {
    if (!repeats) return
    const timer = setInterval(() => next((n) => n + 1), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [repeats])
}
