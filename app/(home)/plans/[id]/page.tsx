import { notFound } from 'next/navigation'
import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { PlanScreen } from '@/components/plans/plan-screen'
import type { Scope } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { readRememberedPlan } from '@/lib/plans/remembered-plan-reads'
import { orNull } from '@/lib/http/or-null'

type PageProps = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

export default async function Page({ params, searchParams }: PageProps) {
  const id = uuid.safeParse((await params).id)
  const couple = z.optional(uuid).safeParse((await searchParams)['coupleId'])
  const read = async (scope: Scope) => {
    if (!id.success || !couple.success) return null
    const { onlyMe, weekStart, startedOn } = scope.viewer
    const remembered = await orNull(readRememberedPlan(scope, { id: id.data, coupleId: couple.data }))
    return remembered && { remembered, onlyMe, weekStart, startedOn }
  }
  return homePage(read, (found, people) => (found ? <PlanScreen {...found} people={people} /> : notFound()))
}
