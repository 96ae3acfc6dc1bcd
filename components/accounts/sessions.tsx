'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Row, Rows } from '@/components/ui/rows'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import { endOtherSessions, endSession } from '@/lib/accounts/contract'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { orNull } from '@/lib/http/or-null'

export type ShownSession = Readonly<{ id: string; label: string; current: boolean; detail: string }>

/** The viewer's sessions. Every other one can be ended, one by one or all at once. */
export function Sessions({ sessions }: { sessions: readonly ShownSession[] }) {
  const t = useTranslations(accountsMessages)
  const router = useRouter()
  const inWords = useFailure()
  const { run, busy, failure } = useAction(async (id: string) => {
    const { call } = browserDevice()
    // one that ended meanwhile counts as ended
    await orNull(id === 'all' ? call(endOtherSessions, {}) : call(endSession, { sessionId: id }))
    showToast({ text: t('settings.ended') })
    router.refresh()
  }, inWords)
  // One at a time: while one runs, every button shows that it does nothing.
  return (
    <>
      <ErrorSummary className="mb-4" title={failure} />
      <Rows label={t('settings.sessions')}>
        {sessions.map(({ id, label, current, detail }) => (
          <Row
            key={id}
            title={current ? t('settings.sessionThis', { label }) : label}
            detail={detail}
            trailing={
              current ? null : (
                <Button variant="link" busy={busy} aria-label={t('settings.endOf', { label })} onClick={() => run(id)}>
                  {t('settings.end')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {sessions.length > 1 ? (
        <Button size="small" className="mt-4" busy={busy} onClick={() => run('all')}>
          {t('settings.endOthers')}
        </Button>
      ) : null}
    </>
  )
}
