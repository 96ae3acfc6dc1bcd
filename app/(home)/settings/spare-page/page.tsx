import { homePage } from '@/app/(home)/home-page'
import { SparePage } from '@/components/accounts/spare-page'
import { AppFrame } from '@/components/shell/app-frame'
import { readMe } from '@/lib/accounts/reads'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'

type SparePagePageProps = { searchParams: Promise<{ from?: string | string[] }> }

/** The spare page, which opens the journal when the phrase is lost: to print or to save. */
export default async function SparePagePage({ searchParams }: SparePagePageProps) {
  const { from } = await searchParams
  const place = (['write', 'journal', 'today'] as const).find((known) => known === from)
  return homePage(readMe, ({ name, sparePageSavedOn }, { me, locale, now }) => {
    const t = translate(locale, shellMessages)
    const back = place ? { href: `/${place}`, label: t(place) } : { href: '/settings', label: t('settings') }
    return (
      <AppFrame locale={locale} back={back} quietWrite>
        <SparePage
          name={name}
          today={formatFullDay(dayIn(now, me.zone), locale)}
          savedOn={sparePageSavedOn && formatFullDay(sparePageSavedOn, locale)}
          back={back}
        />
      </AppFrame>
    )
  })
}
