'use client'
import { use, useEffect, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { CancelButton, FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { PagePerson } from '@/components/ui/page-person'
import { PageHeading } from '@/components/ui/page-heading'
import type { CheckIn, Closeness } from '@/lib/check-ins/contract'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { noteAnswered } from './answered-mark'
import { CheckInForm } from './check-in-form'
import { ChosenCircles } from './chosen-circles'
import { FocusHeading } from './focus-heading'
import { MyAnswer } from './my-answer'

type KeptAnswerProps = Readonly<{
  week: CheckIn['week']
  mine: Closeness
  partnerName: string
  overline: string
  /** The heading above the form while the answer is being changed. */
  question: string
  /** Says until when the answer can change. */
  lead: string
  /** Links below the answer. */
  links: ReactNode
}>

/** My saved answer, which I can still change. It shows the same whether or not the partner has answered. */
export function KeptAnswer({ week, mine, partnerName, overline, question, lead, links }: KeptAnswerProps) {
  const locale = useLocale()
  const t = useTranslations(checkInsMessages, 'mine')
  const form = useFormInPlace()
  const changing = form.openAt !== null
  // The answer just saved, until the refreshed page brings the server's.
  const [changed, setChanged] = useState<{ was: Closeness; now: Closeness } | null>(null)
  const me = use(PagePerson)
  useEffect(() => noteAnswered(week, me), [week, me])
  const shown = changed?.was === mine ? changed.now : mine
  return (
    <FocusHeading on={changing ? 'changing' : 'kept'}>
      {changing ? null : (
        <div className="rail:grid rail:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] rail:items-start rail:gap-x-16">
          <div className="min-w-0">
            <PageHeading overline={overline} lead={lead}>
              {t('kept')}
            </PageHeading>
            <MyAnswer answer={shown} locale={locale} beside />
            <Button className="mt-7" onClick={() => form.open()}>
              {t('change')}
            </Button>
            {links}
          </div>
          {/* the picture that was there while one chose */}
          <div className="hidden rail:block">
            <ChosenCircles now={shown.now} wish={shown.wish} className="rail:mt-3" />
          </div>
        </div>
      )}
      <FormInPlace form={form}>
        <PageHeading overline={overline}>{question}</PageHeading>
        <CheckInForm
          week={week}
          mine={shown}
          partnerName={partnerName}
          onKept={(now) => {
            setChanged({ was: mine, now })
            form.close()
          }}
          cancel={<CancelButton size="normal">{t('leave')}</CancelButton>}
        />
      </FormInPlace>
    </FocusHeading>
  )
}
