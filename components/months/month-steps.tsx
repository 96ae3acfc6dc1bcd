'use client'
import { useCallback, useMemo } from 'react'
import { AppFrame } from '@/components/shell/app-frame'
import { Steps } from '@/components/ui/steps'
import { placesBeside, stepsOf, type FlowPlace } from '@/lib/months/places'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { fedTitle, keptTitle } from '@/lib/months/in-words'
import type { ShownMonth } from './shown-month'
import { MonthNotOpen } from './opened-month'
import { goToPlace, PlaceLink } from './place-link'
import { latePart } from '@/components/device/late-part'
import { StepFooter } from './step-footer'
import { stepParts } from './step-parts'

const LateGlance = latePart(async () => (await import('./month-glance')).MonthGlance, { lines: 0 })

/**
 * A month as a sitting-down: short steps, each at one's own pace, with the way on below. Nothing tells where the other is.
 */
export function MonthSteps({ place, shown }: { place: FlowPlace; shown: ShownMonth }) {
  const { locale, names, asks, current, closed } = shown
  const t = translate(locale, monthsMessages)
  const { before, after } = placesBeside(place, asks)
  const steps = stepsOf(asks)
  const step = steps.indexOf(place) + 1
  const label = t(current && !closed ? 'flow.soFar' : 'flow.back', { month: names.month })
  // the whole month is in the head of every step
  const ways = useMemo(
    () =>
      [before, after].map((to, order) =>
        to && to !== 'whole' ? (
          <PlaceLink key={to} place={to} variant="quiet">
            {order === 0 ? t('flow.before') : t(`flow.next.${to}`)}
          </PlaceLink>
        ) : null,
      ),
    [before, after, t],
  )
  const goOn = useCallback(() => goToPlace(after), [after])
  const { lead, main, aside, below, needsJournal } = stepParts(place, shown)
  return (
    <AppFrame locale={locale} back={{ href: '/months', label: t('flow.leave'), keepsLabel: true }} quietWrite>
      <StepFooter
        back={
          before ? (
            <PlaceLink place={before} variant="quiet" className="rail:-ms-5">
              {t('flow.before')}
            </PlaceLink>
          ) : null
        }
        next={
          <PlaceLink place={after} variant="primary" className="flex-[1_1_8rem] rail:flex-none">
            {t(`flow.next.${after}`)}
          </PlaceLink>
        }
        quietNext={
          after === 'whole' ? null : (
            <PlaceLink place={after} variant="link">
              {t(`flow.next.${after}`)}
            </PlaceLink>
          )
        }
        ways={ways}
        goOn={goOn}
        note={t('flow.kept')}
      >
        {(footer) => (
          <>
            <Steps
              current={step}
              total={steps.length}
              label={t('flow.at', { label, step, steps: steps.length })}
              aside={
                <PlaceLink place="whole" variant="link" className="no-print beside:-mt-2 beside:-mb-3">
                  {t('flow.whole')}
                </PlaceLink>
              }
            />
            <h1 id="step" tabIndex={-1} className="type-title">
              {titleOf(place, shown)}
            </h1>
            <div className="mt-3 grid grid-cols-1 gap-x-14 gap-y-6 wide:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
              <section aria-labelledby="step" {...idOf(place)} className="min-w-0">
                {lead ? <p className="mb-4 text-ink-2">{lead}</p> : null}
                {needsJournal ? <MonthNotOpen /> : null}
                {main}
              </section>
              <div className="min-w-0 wide:sticky wide:top-20 wide:self-start">
                {aside}
                {footer}
                {below}
              </div>
            </div>
            <div className="no-print hidden wide:block">
              <LateGlance place={place} shown={shown} />
            </div>
          </>
        )}
      </StepFooter>
    </AppFrame>
  )
}

/** A step's heading: what is so, where the server can say it. */
const titleOf = (place: FlowPlace, { facts, names, locale }: ShownMonth): string =>
  place === 'fed'
    ? fedTitle(facts.fed, locale)
    : place === 'kept'
      ? keptTitle(facts, facts.month, locale)
      : translate(locale, monthsMessages)(`flow.title.${place}`, { month: names.month })

/** The parts that can't be read before the journal opens have the ids that they have on the whole month's page. */
const idOf = (place: FlowPlace) => (place === 'notes' ? { id: 'notes' } : place === 'take' ? { id: 'close' } : {})
