import { OnlyYouRead } from '@/components/journal/only-you-read'
import { twoPeople } from '@/components/people/two-people'
import { TextLink } from '@/components/ui/links'
import { Section } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'
import { Memory } from './memory'
import { OwnNewest } from './own-newest'
import { QuietLines } from './quiet-lines'
import { TodayFrame, WriteRows } from './today-frame'

type AloneTodayProps = Readonly<{
  people: People
  spareSaved: boolean
  newest: number
  /** The viewer had a partner before. */
  parted: boolean
  /** The nonce of the page's scripts. */
  nonce: string
}>

/**
 * Today of a person without a partner: what can be written, their own pages, what was left for later, a memory. The
 * invitation is here and on no other page.
 */
export function AloneToday({ people, spareSaved, newest, parted, nonce }: AloneTodayProps) {
  const { me, locale } = people
  const t = translate(locale, ownPagesMessages)
  return (
    <TodayFrame
      people={people}
      nonce={nonce}
      aside={
        <>
          <QuietLines uid={me.id} locale={locale} spareSaved={spareSaved} asked={null} parted={parted} />
          {/* It is known only once the journal is open, so nothing is below it. */}
          <Memory people={twoPeople(people)} startedOn={null} />
        </>
      }
    >
      <WriteRows locale={locale} note="rememberAlone" />
      <Section
        id="own-pages"
        title={t('title')}
        aside={
          <TextLink alone href="/journal">
            {t('all')}
          </TextLink>
        }
      >
        <OnlyYouRead locale={locale} className="-mt-2 mb-2" />
        <OwnNewest pages={newest} locale={locale} />
      </Section>
    </TodayFrame>
  )
}
