import type { ReactNode } from 'react'
import { WithoutPartner } from '@/components/couples/without-partner'
import { FormerMoments } from '@/components/moments/former-moments'
import { AppFrame } from '@/components/shell/app-frame'
import { TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'
import type { Ritual } from '@/lib/rituals/contract'
import { termsToAnswer } from '@/lib/rituals/discussion'
import { CoupleRituals } from './couple-rituals'
import { PastRituals } from './past-rituals'

type RitualListScreenProps = Readonly<{
  /** Agreed rituals and proposals of the viewer's couple. */
  rituals: readonly Ritual[]
  past: Readonly<{ rows: readonly Ritual[]; next: string | null }>
  /** Whether the newest past rituals are shown. */
  isFirstPage: boolean
  /** The ids of former couples. */
  formerCouples: readonly string[]
  people: People
  /** The couple's next plans; null where there are none. */
  agenda: ReactNode
}>

/** All rituals: the couple's, past ones, and the viewer's moments of former couples. */
export function RitualListScreen({ rituals, past, isFirstPage, formerCouples, people, agenda }: RitualListScreenProps) {
  const { me, partner, locale } = people
  const t = translate(locale, ritualsMessages)
  const hasParted = formerCouples.length > 0
  const hasToAnswer = rituals.some((ritual) => termsToAnswer(ritual, me.id) !== null)
  return (
    <AppFrame
      locale={locale}
      back={{ href: '/week', label: translate(locale, shellMessages)('back.week') }}
      quietWrite={!hasToAnswer}
    >
      <div className="max-w-240">
        {partner ? (
          <CoupleRituals rituals={rituals} people={people} partnerName={partner.name} agenda={agenda} />
        ) : (
          <>
            <PageHeading>{t(hasParted ? 'list.titleParted' : 'list.titleFirst')}</PageHeading>
            <WithoutPartner place="rituals" hasParted={hasParted} locale={locale}>
              {t('list.alone')}
            </WithoutPartner>
          </>
        )}
      </div>
      <PastRituals rituals={past.rows} next={past.next} isFirstPage={isFirstPage} people={people} />
      {hasParted ? (
        <Section id="moments" title={translate(locale, momentsMessages)('recent.former')} className="mt-12 measure">
          <FormerMoments couples={formerCouples} locale={locale} />
          <p className="mt-4">
            <TextLink alone href="/months">
              {translate(locale, monthsMessages)('list.formerMonths')}
            </TextLink>
          </p>
        </Section>
      ) : null}
    </AppFrame>
  )
}
