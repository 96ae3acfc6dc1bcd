'use client'
import { latePart } from '@/components/device/late-part'

/** As `AddPlan`, its code loaded when it is opened. */
export const LateAddPlan = latePart(async () => (await import('./add-plan')).AddPlan, { lines: 8 })

/** As `PlanEditor`, its code loaded when it is opened. */
export const LatePlanEditor = latePart(async () => (await import('./plan-editor')).PlanEditor, { lines: 8 })

/** As `ItemForm`, its code loaded when it is opened. */
export const LateItemForm = latePart(async () => (await import('./item-form')).ItemForm, { lines: 6 })
