/** Phrases that everybody knows, without spaces: who guesses tries them first, with something before or after them. */
export const KNOWN_PHRASES: readonly string[] = `
  correct horse battery staple
  the quick brown fox jumps over the lazy dog
  quick brown fox
  to be or not to be that is the question
  to be or not to be
  may the force be with you
  luke i am your father
  i am your father
  to infinity and beyond
  i will always love you
  i love you to the moon and back
  to the moon and back
  all you need is love
  love is all you need
  love conquers all
  love at first sight
  roses are red violets are blue
  roses are red
  till death do us part
  until death do us part
  in sickness and in health
  for better or for worse
  happily ever after
  once upon a time
  shall i compare thee to a summers day
  romeo and juliet
  romeo romeo wherefore art thou romeo
  it was the best of times it was the worst of times
  call me ishmael
  in the beginning
  in the beginning god created the heaven and the earth
  our father who art in heaven
  the lord is my shepherd
  let there be light
  i think therefore i am
  carpe diem seize the day
  seize the day
  live laugh love
  keep calm and carry on
  winter is coming
  one ring to rule them all
  not all those who wander are lost
  you shall not pass
  elementary my dear watson
  houston we have a problem
  thats one small step for man
  i have a dream
  ask not what your country can do for you
  we the people
  four score and seven years ago
  heres looking at you kid
  frankly my dear i dont give a damn
  theres no place like home
  toto i have a feeling were not in kansas anymore
  you cant handle the truth
  ill be back
  hasta la vista baby
  life is like a box of chocolates
  just keep swimming
  hakuna matata
  let it be
  let it go
  dont stop believing
  dont worry be happy
  somewhere over the rainbow
  twinkle twinkle little star
  mary had a little lamb
  happy birthday to you
  we wish you a merry christmas
  silent night holy night
  humpty dumpty sat on a wall
  an apple a day keeps the doctor away
  a picture is worth a thousand words
  actions speak louder than words
  practice makes perfect
  better late than never
  the early bird catches the worm
  where there is a will there is a way
  good things come to those who wait
  open sesame
  let me in
  this is my password
  this is my passphrase
  my secret password
  password password
  my voice is my passport
  the cake is a lie
  all your base are belong to us
  so long and thanks for all the fish
  dont panic
  hello world
  lorem ipsum dolor sit amet
  abandon abandon abandon
`
  .split('\n')
  .map((line) => line.replaceAll(' ', ''))
  .filter(Boolean)
  .sort((a, b) => b.length - a.length)

/** Words that say nothing about whose phrase it is: the small ones, and those of two people in love. */
export const EXPECTED_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but of to in on at for with from by as is are was were be been am do does did not no yes it its this
  that these so very much more most than too all any every one two i me my mine myself you your yours we us our ours he
  him his she her hers they them their who what when where why how will would can could shall should have has had
  love loves loved loving lover lovers heart hearts forever always never together baby babe honey darling sweetheart dear
  sweet beautiful wife husband girlfriend boyfriend partner couple marry married marriage wedding anniversary birthday
  valentine miss kiss kisses hug hugs happy family home life soulmate`
    .split(/\s+/)
    .filter(Boolean),
)
