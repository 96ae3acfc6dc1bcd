'use client'
import { useSyncExternalStore } from 'react'
import { PageHeading } from '@/components/ui/page-heading'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'

const never = () => () => undefined

/** Whether the page came over plain http, where the browser offers nothing to keep a journal with; localhost is safe. */
export const useInsecure = (): boolean =>
  useSyncExternalStore(
    never,
    () => globalThis.crypto?.subtle === undefined,
    () => false,
  )

/** The hard stop there, with its cause and the way out: nothing can be typed. */
export function InsecureStop() {
  const t = useTranslations(deviceMessages, 'insecure')
  return (
    <div role="alert">
      <PageHeading lead={t('cause')}>{t('title')}</PageHeading>
      <p className="mt-3.5 measure text-ink-2">{t('way')}</p>
    </div>
  )
}
