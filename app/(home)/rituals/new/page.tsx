import { redirect } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { ProposeForm } from '@/components/rituals/propose-form'
import { FlowFrame } from '@/components/shell/flow-frame'
import { weekStartFor } from '@/lib/couples/reads'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'

export default function Page() {
  return homePage(
    async (db) => weekStartFor(db),
    (weekStart, { me, partner, coupleId, locale, now }) => {
      if (!partner || !coupleId) redirect('/rituals')
      const t = translate(locale, ritualsMessages)
      return (
        <FlowFrame
          locale={locale}
          width="sides"
          className="max-rail:pb-4"
          back={{ href: '/rituals', label: t('back') }}
        >
          <header className="flex flex-wrap gap-x-2">
            {/* Small, as the sentence is what one reads first. */}
            <h1 tabIndex={-1} className="type-overline">
              {t('propose.title')}
            </h1>
            <p className="min-w-0 text-smallest wrap-anywhere text-ink-3">
              {t('propose.lead', { name: partner.name })}
            </p>
          </header>
          <ProposeForm
            me={me}
            partner={partner}
            partnerName={partner.name}
            coupleId={coupleId}
            locale={locale}
            weekStart={weekStart}
            today={dayIn(now, me.zone)}
            serverNow={now.getTime()}
          />
        </FlowFrame>
      )
    },
  )
}
