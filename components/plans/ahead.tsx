'use client'
import type { ZonedPeople } from '@/components/people/two-times'
import { Button } from '@/components/ui/button'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/links'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { dayAheadInWords, distanceInWords } from '@/lib/plans/in-words'
import { formatFullDay } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { LateAddPlan } from './late-plan-parts'
import type { LiveWeek } from './use-week'

type AheadProps = ZonedPeople & Readonly<{ live: LiveWeek; coupleId: string; weekStart: WeekStart; now: Date }>

/** One-offs after this week, months ahead too, and how far away they are. Each links to its own week. */
export function Ahead({ live: { week, change }, coupleId, weekStart, now, ...people }: AheadProps) {
  const t = useTranslations(plansMessages)
  const adding = useFormInPlace()
  const reader = { locale: people.locale, zone: people.me.zone }
  return (
    <Section id="ahead" title={t('ahead.title')}>
      {week.ahead.length === 0 ? (
        <p className="text-small text-ink-3">{t('ahead.none')}</p>
      ) : (
        <Rows>
          {week.ahead.map((plan) => (
            <Row
              key={plan.id}
              href={`/week/${weekOf(plan.plannedOn, weekStart).id}#plan-${plan.id}`}
              isPlan
              title={plan.title}
              detail={dayAheadInWords(plan, reader)}
              trailing={distanceInWords(plan, now, reader)}
            />
          ))}
        </Rows>
      )}
      {week.aheadFrom === null ? null : (
        <p className="mt-3">
          <TextLink alone href={`/week/${weekOf(week.aheadFrom, weekStart).id}`}>
            {t('ahead.more', { day: formatFullDay(week.aheadFrom, people.locale) })}
          </TextLink>
        </p>
      )}
      <FormInPlace form={adding}>
        <div className="mt-3">
          <LateAddPlan coupleId={coupleId} on={null} change={change} close={adding.close} {...people} />
        </div>
      </FormInPlace>
      {adding.openAt === null ? (
        <Button variant="link" icon={<Icon icon="plus" size={16} />} onClick={() => adding.open()}>
          {t('add.ahead')}
        </Button>
      ) : null}
    </Section>
  )
}
