/**
 * What became of hostile requests. `answers`: how many of each, `422` of the API and `page 200` of a page, which reads no body.
 * `unanswered`: the connection was closed without an answer.
 */
export type HostileTally = { sent: number; answers: Record<string, number>; unanswered: number }
