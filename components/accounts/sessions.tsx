'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Row, Rows } from '@/components/ui/rows'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { endOtherSessions, endSession } from '@/lib/accounts/contract'
import { Problem } from '@/lib/http/problem'
import { failureOf, type Failure } from '@/components/device/failure'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

export type ShownSession = Readonly<{ id: string; label: string; current: boolean; detail: string }>

/** Where I am signed in; every other place can be signed out of, one by one or all at once. */
export function Sessions({ sessions }: { sessions: readonly ShownSession[] }) {
  const t = useTranslations(accountsMessages)
  const router = useRouter()
  const [ending, setEnding] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const end = async (id: string) => {
    setEnding(id)
    setFailure(null)
    const { call } = browserDevice()
    try {
      // one that ended meanwhile is ended too
      await (id === 'all' ? call(endOtherSessions, {}) : call(endSession, { sessionId: id }).catch(unlessGone))
      showToast({ text: t('settings.ended') })
      router.refresh()
    } catch (error) {
      setFailure(failureOf(error))
    }
    setEnding(null)
  }
  return (
    <>
      <ErrorSummary className="mb-4" title={failure ? t(`failure.${failure.key}`, { wait: failure.wait }) : null} />
      <Rows label={t('settings.sessions')}>
        {sessions.map(({ id, label, current, detail }) => (
          <Row
            key={id}
            title={current ? t('settings.sessionThis', { label }) : label}
            detail={detail}
            trailing={
              current ? null : (
                <Button
                  size="small"
                  variant="quiet"
                  busy={ending === id}
                  aria-label={t('settings.endOf', { label })}
                  onClick={() => void end(id)}
                >
                  {t('settings.end')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {sessions.length > 1 ? (
        <Button size="small" className="mt-4" busy={ending === 'all'} onClick={() => void end('all')}>
          {t('settings.endOthers')}
        </Button>
      ) : null}
    </>
  )
}

function unlessGone(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'not-found') return undefined
  throw error
}
