'use client'
import { useSyncExternalStore } from 'react'
import { PageHeading } from '@/components/ui/page-heading'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'

const never = () => () => undefined

/** Whether the page came over plain http, where browsers offer no WebCrypto; localhost is secure. */
export const useInsecure = (): boolean =>
  useSyncExternalStore(
    never,
    () => globalThis.crypto?.subtle === undefined,
    () => false,
  )

/** Shown instead of every form on an insecure page: the cause and what to do. */
export function InsecureStop() {
  const t = useTranslations(deviceMessages, 'insecure')
  return (
    <div role="alert">
      <PageHeading lead={t('cause')}>{t('title')}</PageHeading>
      <p className="mt-3.5 text-ink-2">{t('way')}</p>
    </div>
  )
}
