'use client'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import type { CheckIn, Closeness } from '@/lib/check-ins/contract'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { CheckInForm } from './check-in-form'
import { FocusHeading } from './focus-heading'
import { MyAnswer } from './my-answer'

type KeptAnswerProps = Readonly<{
  week: CheckIn['week']
  mine: Closeness
  partnerName: string
  overline: string
  /** The question, over the form when it is changed. */
  question: string
  /** Until when it can be changed, in words. */
  lead: string
  /** Where one can go from here. */
  ways: ReactNode
}>

/** My answer, kept: mine alone, and mine to change. What the page says depends on nothing else. */
export function KeptAnswer({ week, mine, partnerName, overline, question, lead, ways }: KeptAnswerProps) {
  const locale = useLocale()
  const t = useTranslations(checkInsMessages, 'mine')
  const [changing, setChanging] = useState(false)
  // What was kept last, until the server's own answer comes with the page.
  const [changed, setChanged] = useState<{ was: Closeness; now: Closeness } | null>(null)
  const shown = changed?.was === mine ? changed.now : mine
  return (
    <FocusHeading on={changing ? 'changing' : 'kept'}>
      {changing ? (
        <>
          <PageHeading overline={overline}>{question}</PageHeading>
          <CheckInForm
            week={week}
            mine={shown}
            partnerName={partnerName}
            onKept={(now) => {
              setChanged({ was: mine, now })
              setChanging(false)
            }}
            out={
              <Button variant="quiet" onClick={() => setChanging(false)}>
                {t('leave')}
              </Button>
            }
          />
        </>
      ) : (
        <>
          <PageHeading overline={overline} lead={lead}>
            {t('kept')}
          </PageHeading>
          <MyAnswer answer={shown} locale={locale} />
          <Button className="mt-7" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
          {ways}
        </>
      )}
    </FocusHeading>
  )
}
