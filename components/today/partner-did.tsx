'use client'
import { useState, type ReactNode } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import { PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { TextLink } from '@/components/ui/links'
import type { Partner } from '@/lib/couples/people'
import { openedAct, type PartnerAct } from '@/lib/journal/partner-acts'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { ActWords } from './act-words'
import { useShownActs } from './use-shown-acts'

const LateActWords = latePart(async () => (await import('./act-words')).OpenActWords, { lines: 0 })

/** How many have a line under the card. */
const LINES = 4

type PartnerDidProps = Readonly<{
  acts: readonly PartnerAct[]
  more: boolean
  me: string
  partner: Partner
  coupleId: string
  locale: string
  /** The nonce of the page's scripts. */
  nonce: string
}>

/**
 * What the other did and this browser has not opened, and terms that wait for an answer: the newest as a card, the rest
 * as rows of two lines. The server sends what may be there; what was opened here is hidden before anything is painted, by a
 * script that reads this browser's marks. So nothing moves, and no request tells what was read.
 */
export function PartnerDid({ acts, more, me, partner, coupleId, locale, nonce }: PartnerDidProps) {
  const t = translate(locale, todayMessages)
  const [words, setWords] = useState<ReadonlyMap<string, ActWords>>(new Map())
  const shown = useShownActs(acts, me)?.filter((act) => words.get(act.id)?.is !== 'gone') ?? null
  // on the server and until hydration: every place there could be, hidden
  const card = shown === null ? undefined : shown[0]
  const lines: readonly (PartnerAct | undefined)[] =
    shown === null
      ? acts.slice(1).flatMap((act, place) => (place < LINES || act.is === 'terms' ? [undefined] : []))
      : shown.slice(1).filter((act, place) => place < LINES || act.is === 'terms')
  const hasRest =
    shown !== null && shown.length > 0 && (shown.length > lines.length + 1 || (more && shown.length === acts.length))
  return (
    <>
      <section
        id="did"
        aria-labelledby="did-title"
        hidden={shown === null || shown.length === 0}
        suppressHydrationWarning
        className="mb-8"
      >
        <Card act={card} words={card && words.get(card.id)} partner={partner} locale={locale}>
          <WhenOpen lines={0} className="mt-4" asks={shown !== null && shown.length > 0 ? 'yes' : 'never'}>
            {(vault) => (
              <LateActWords vault={vault} acts={acts} coupleId={coupleId} partnerId={partner.id} onWords={setWords} />
            )}
          </WhenOpen>
        </Card>
        {lines.length > 0 ? (
          <ul className="mt-2 divide-y divide-line border-b border-line empty:hidden">
            {lines.map((act, index) => (
              <Line
                key={act ? openedAct(act) : index}
                act={act}
                words={act && words.get(act.id)}
                partner={partner}
                locale={locale}
              />
            ))}
          </ul>
        ) : null}
        <p hidden={!hasRest} suppressHydrationWarning data-rest="">
          <TextLink alone href="/journal">
            {t('did.rest')}
          </TextLink>
        </p>
      </section>
      {shown === null ? (
        <script nonce={nonce} suppressHydrationWarning>
          {hidingScript(acts, more, me)}
        </script>
      ) : null}
    </>
  )
}

type ActProps = Readonly<{
  /** Undefined while it is not known which one it is. */
  act: PartnerAct | undefined
  words: ActWords | undefined
  partner: Partner
  locale: string
}>

const hrefOf = (act: PartnerAct): string =>
  act.is === 'terms' ? `/rituals/${act.id}` : `/journal/shared/${act.is === 'page' ? act.id : act.pageId}`

/** Says what was done, as far as it is sure: of a sealed row, once it was opened. `what`: what it is about. */
function sayWhat({ act, words, partner: { name }, locale }: ActProps): { text: string; what: string } {
  const t = translate(locale, todayMessages)
  if (act?.is === 'terms')
    return { text: t(act.version === 1 ? 'did.proposes' : 'did.suggests', { name }), what: act.title }
  if (words?.is === 'page') return { text: t('did.shared', { name }), what: '' }
  if (words?.is === 'reply')
    return { text: t(words.about ? 'did.repliedTo' : 'did.replied', { name }), what: words.about }
  return { text: t('did.something', { name }), what: '' }
}

/**
 * The card always has the same height: a heading, a line, two lines of words (more with large text), what can be done. The
 * words are shortened between two words, so nothing is cut here. Where the words can't come,
 * such as in a locked journal, their place is given up to what says why.
 */
function Card({ children, ...props }: ActProps & { children: ReactNode }) {
  const { act, words, partner, locale } = props
  const t = translate(locale, todayMessages)
  const { text, what } = sayWhat(props)
  const opened = words?.is === 'page' || words?.is === 'reply' ? words : null
  const isWaiting = act?.is !== 'terms' && words === undefined
  const place = isWaiting && 'place-of-words'
  return (
    <div className="panel-card relative wide:p-7">
      <h2 id="did-title" className="type-heading">
        <span className="flex min-w-0 items-baseline gap-2">
          <PartnerMark slot={partner.slot} className="relative top-px" />
          {act ? (
            <Link href={hrefOf(act)} className="min-w-0 wrap-anywhere after:absolute after:inset-0 after:rounded-panel">
              {text}
              {what ? <bdi className="sr-only"> {what}</bdi> : null}
            </Link>
          ) : (
            text
          )}
        </span>
        <span
          aria-hidden="true"
          className={classes(
            'mt-1 block min-h-12 content-center text-small font-normal wrap-anywhere text-ink-2 @xs:min-h-7',
            place,
          )}
        >
          {act?.is === 'terms' ? t('did.ritual') : opened?.under}
        </span>
      </h2>
      <div dir="auto" className={classes('type-letter did-words mt-1 content-center wrap-anywhere', place)}>
        {isWaiting ? <Waiting /> : null}
        {act?.is === 'terms' ? what : opened?.body}
        {words?.is === 'unopened' ? t('did.unopened') : null}
      </div>
      <p
        aria-hidden="true"
        className={classes('mt-2 flex min-h-6 items-center gap-1.5 text-small font-strong text-ink-2', place)}
      >
        {t(act?.is === 'terms' ? 'did.answer' : 'did.read')}
        <Icon icon="chevron-right" size={16} />
      </p>
      <div className="why-not relative">{children}</div>
    </div>
  )
}

/** Two lines that hold the place of words. */
const Waiting = () => (
  <span aria-hidden="true" className="block animate-appear pt-2">
    <span className="block h-3 w-11/12 rounded-full bg-line" />
    <span className="mt-4.5 block h-3 w-3/5 rounded-full bg-line" />
  </span>
)

function Line(props: ActProps) {
  const { act, partner, words } = props
  const opened = words?.is === 'reply' ? { ...words, about: '' } : words
  const { text, what } = sayWhat({ ...props, words: opened })
  const under = opened && 'line' in opened ? opened.line : what
  return (
    <li hidden={!act} suppressHydrationWarning>
      <Link href={act ? hrefOf(act) : '/journal'} className="flex min-h-16 items-center gap-2.5 py-2">
        <PartnerMark slot={partner.slot} size={10} />
        <span className="min-w-0 flex-1">
          <span className="block wrap-anywhere">{text}</span>{' '}
          {under || !words ? (
            <span
              dir="auto"
              className={classes(
                'block min-h-12 text-small wrap-anywhere text-ink-2 @xs:min-h-6',
                !under && 'place-of-words',
              )}
            >
              {under}
            </span>
          ) : null}
        </span>
        <Icon icon="chevron-right" className="text-ink-3" />
      </Link>
    </li>
  )
}

/** Before the first paint: shows as many places as `useShownActs` has acts, which is their order here too. */
function hidingScript(acts: readonly PartnerAct[], more: boolean, me: string): string {
  const marks = JSON.stringify(acts.map((act) => [openedAct(act), act.is === 'terms']))
  return `(function(a,u,m){var s='',e=document.getElementById('did'),v,n,c;try{s=localStorage.getItem('fivefold-marks')||''}catch(x){}
s=' '+s+' ';function o(x){return s.indexOf(' read-'+x[0]+':'+u+' ')>=0}v=a.filter(function(x){return !o(x)}).concat(a.filter(function(x){return x[1]&&o(x)}));n=v.length;c=v.filter(function(x,i){return i>0&&(i<=${LINES}||x[1])}).length;if(!e||!n)return;e.hidden=false;
e.querySelectorAll('li').forEach(function(l,i){l.hidden=i>=c});e.querySelector('[data-rest]').hidden=!(n>c+1||m&&n===a.length)})(${marks},${JSON.stringify(me)},${more})`
}
