// The shapes of the types at the boundary, as the contracts speak them.
import * as z from 'zod/mini'
import { INTIMACY_TYPES, inProductOrder } from './intimacy-type'

export const intimacyTypeSchema = z.enum(INTIMACY_TYPES)

/**
 * A list of types, each known, none twice, in product order: a sealed text names them byte for byte, so there is one way to write
 * a list. It may be empty.
 */
export const intimacyTypesSchema = z.array(intimacyTypeSchema).check(
  z.maxLength(INTIMACY_TYPES.length),
  z.refine((types) => types.join() === inProductOrder(types).join(), 'Name each type once, in their order.'),
)
