import { redirect } from 'next/navigation'
import { Flower, Petal } from '@/components/intimacy/flower'
import { OpenFrame } from '@/components/shell/open-frame'
import { WhatHostReads } from '@/components/shell/what-host-reads'
import { BothMarks, MarkedName } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/links'
import { Rows, Statement } from '@/components/ui/rows'
import { readPageSession } from '@/lib/auth/page-session'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { welcomeMessages } from '@/lib/messages/rooms/welcome'
import { translate } from '@/lib/messages/translate'
import { WhatYouDo } from './what-you-do'

/** Made-up days fed, in thirds of a petal. */
const example = {
  emotional: [3, 3],
  physical: [1, 3],
  intellectual: [2, 1],
  experiential: [3, 2],
  spiritual: [3, 1],
} as const

/** What Fivefold is, and who can read what you write. Redirects to Today when signed in. */
export default async function Welcome() {
  if (await readPageSession()) redirect('/today')
  const t = translate(DEFAULT_LOCALE, welcomeMessages)
  return (
    <OpenFrame
      aside={
        <Link href="/sign-in" className="reach text-small font-strong text-ink-2 hover:text-ink">
          {t('signIn')}
        </Link>
      }
      className="rail:grid rail:content-center"
    >
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_420px] wide:items-center wide:gap-x-22">
        <div className="wide:self-end">
          <h1 tabIndex={-1} className="type-welcome max-w-[15em]">
            {t('title')}
          </h1>
          <p className="mt-3.5 text-ink-2">{t('lead')}</p>
          <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
            <LinkButton href="/start" variant="primary" className="px-7">
              {t('start')}
            </LinkButton>
            <LinkButton href="/join" variant="link">
              {t('join')}
            </LinkButton>
          </div>
        </div>
        <div className="mt-6 wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:mt-0">
          <figure>
            <Flower
              locale={DEFAULT_LOCALE}
              label={t('bloomLabel')}
              petal={(type) => <Petal thirds={example[type]} />}
            />
            <figcaption className="mt-2 flex flex-wrap justify-center gap-x-5.5 gap-y-2 text-small text-ink-2">
              <MarkedName slot={1}>{t('noor')}</MarkedName>
              <MarkedName slot={2}>{t('elias')}</MarkedName>
              <span className="w-full text-center text-ink-3">{t('bloomCaption')}</span>
            </figcaption>
          </figure>
        </div>
        <section aria-labelledby="private" className="mt-10 wide:row-start-2 wide:mt-9 wide:self-start">
          <h2 id="private" className="type-heading mb-3">
            {t('privateTitle')}
          </h2>
          <Rows>
            <Statement icon={<Icon icon="lock" />}>{t('own')}</Statement>
            <Statement icon={<BothMarks />}>{t('shared')}</Statement>
            <Statement icon={<Icon icon="server" />}>
              <WhatHostReads />
            </Statement>
          </Rows>
        </section>
      </div>
      <WhatYouDo />
    </OpenFrame>
  )
}
