'use client'
import { useSyncExternalStore } from 'react'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

const never = () => () => undefined

/** Whether an address leads each device to itself. */
const isLocal = (address: string): boolean => /\/\/(localhost|127)/.test(address)

type WrongAddressProps = Readonly<{
  /** The address at which this server accepts changes, such as https://fivefold.example. */
  address: string
}>

/**
 * Says on every page that it is open at an address where nothing can be saved (127.0.0.1 for localhost, http behind a
 * proxy), with the right one; on another device than localhost is, there is none. The server can't know which address a
 * browser shows, so the page compares.
 */
export function WrongAddress({ address }: WrongAddressProps) {
  const t = useTranslations(shellMessages)
  const here = useSyncExternalStore(
    never,
    () => location.origin,
    () => address,
  )
  if (here === address) return null
  return (
    <div role="alert" className="no-print sticky bottom-0 z-30 border-t border-line bg-surface px-5 py-3.5">
      <p className="mx-auto">
        {t('wrongAddress', { here })}{' '}
        {isLocal(address) && !isLocal(here)
          ? null
          : t.rich('rightAddress', {
              address,
              link: (words) => (
                <a className="underline underline-offset-4" href={address + location.pathname + location.search}>
                  {words}
                </a>
              ),
            })}
      </p>
    </div>
  )
}
