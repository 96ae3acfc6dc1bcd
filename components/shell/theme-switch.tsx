'use client'
import { useSyncExternalStore } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'
import { changes } from '@/lib/observable'
import { themeOf, themes, type Theme } from './theme'

const YEAR = 31_536_000

const { subscribe, notify } = changes()

const currentTheme = () => themeOf(document.documentElement.dataset['theme'])

/** Saves the theme in a cookie, so that the server renders the next page with it. */
function choose(theme: Theme) {
  document.documentElement.dataset['theme'] = theme
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${secure}`
  notify()
}

/** Light, dark, or the device's setting. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useTranslations(shellMessages)
  const theme = useSyncExternalStore<Theme>(subscribe, currentTheme, () => 'auto')
  const label = { auto: t('themeAuto'), light: t('themeLight'), dark: t('themeDark') }
  return (
    <Segmented
      label={t('theme')}
      name="theme"
      value={theme}
      options={themes.map((value) => ({ value, label: label[value] }))}
      onChange={choose}
      className={className}
    />
  )
}
