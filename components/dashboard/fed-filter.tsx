'use client'
import { useEffect } from 'react'
import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { Input } from '@/components/ui/native'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'
import { filterId } from './fed-ids'
import { useFedRows } from './what-fed-rows'

const OPTION =
  'ring-within relative flex min-h-11 min-w-11 items-center justify-center gap-1.5 px-2.5 @min-[44rem]/page:px-3.5 rounded-full text-small font-strong text-ink-3 transition-colors duration-160 hover:text-ink'

/** Narrows what fed to one of the five types. */
export function FedFilter() {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const name = useTranslations(intimacyMessages)
  const { type, choose, takesFocusRef } = useFedRows()
  // a type was chosen before the list had loaded
  useEffect(() => {
    const waiting = takesFocusRef.current
    takesFocusRef.current = null
    if (waiting) document.getElementById(filterId(waiting))?.focus({ preventScroll: true })
  }, [takesFocusRef])
  return (
    <fieldset className="min-w-0 wide:w-fit">
      <legend className="sr-only">{t('filter')}</legend>
      <div className="-ms-2.5 flex flex-wrap @min-[44rem]/page:ms-0">
        <label
          className={`${OPTION} has-checked:bg-sunken has-checked:font-bold dark:has-checked:bg-line has-checked:text-ink`}
        >
          <Input
            type="radio"
            name="fed-by"
            id={filterId('all')}
            className="over-input"
            checked={type === null}
            onChange={() => choose(null)}
          />
          {t('all')}
        </label>
        {INTIMACY_TYPES.map((each) => (
          <label key={each} className={`${OPTION} ${hueOf[each]} has-checked:bg-hue-tint has-checked:text-hue-text`}>
            <Input
              type="radio"
              name="fed-by"
              id={filterId(each)}
              className="over-input"
              checked={type === each}
              onChange={() => choose(each)}
            />
            <TypeIcon type={each} size={18} />
            {name(each)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
