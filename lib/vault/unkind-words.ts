/**
 * Words of BIP 39's list that a made phrase leaves out: a person types their phrase every day, and none of it should be
 * about harm, fear, quarrels or being unwanted. Invites keep the whole list.
 */
export const UNKIND_WORDS: ReadonlySet<string> = new Set(
  `abandon absurd abuse accident accuse afraid affair alarm alcohol alone anger angry anxiety argue arrest assault asthma
  attack avoid awful awkward battle betray bitter blame bleak blind blood bomb boring broken bullet burden cancel cannon
  chaos cheap chronic cigar clown crash crawl crazy crime critic crouch cruel crush cry damage danger debris decline
  defy demise denial deny despair destroy dirt disagree disease dismiss disorder divert divorce dizzy drama drastic dumb
  embark empty end enemy erase erode error evil exclude exhaust exile expire fade faint false fat fatal fatigue fault
  fever fire flee foil force forget fragile frown frozen furnace fury gasp ghost gloom gossip grief grunt guilt gun hard
  harsh hazard hollow horror hospital hungry hunt hurt idle ignore ill illegal illness impose inflict injury inmate insane
  isolate jealous junk kick knife lawsuit lazy leave liar limb lonely mad mean misery miss mistake mixed monster must
  naive narrow nasty negative neglect never noise nothing nuclear obey oblige obscure odor oppose orphan panic penalty
  pill pistol poverty prison problem punch push quit rebel refuse regret reject remove resist retreat rifle riot risk rude
  sad sadness satoshi scare scrap scrub shaft shock shove shrug sick siege slam slight smoke sorry spike spoil spy sting
  stomach strike struggle stuff stumble suffer surge suspect swear sword symptom tackle target term thing tired
  tobacco toilet token tool tornado toss tragic trap trash trick trigger trouble ugly unable unaware undo unfair unhappy
  upset useless vacant vague vanish vicious virus void warfare waste weapon weird whip worry wreck wrestle wrong`
    .split(/\s+/)
    .filter(Boolean),
)
