'use client'
import { TextLink } from '@/components/ui/links'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

/**
 * Says what whoever runs this server can read: one sentence, the same everywhere, from the table of /privacy
 * (lib/privacy/host-sentence.test.ts). With a link to that table.
 */
export function WhatHostReads() {
  const t = useTranslations(shellMessages)
  return t.rich('host', {
    link: (words) => (
      <TextLink href="/privacy" referrerPolicy="no-referrer" className="whitespace-nowrap">
        {words}
      </TextLink>
    ),
  })
}
