// Weeks 17 to 21. Little is written, and little has to be. The chapter becomes rarer, as both agreed.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const quietWeeks: readonly StoryAct[] = [
  vera.answersTheVoice(
    [17, 'Mon', '21:35'],
    {
      voice: `It was a holiday. Anyone is good for eleven nights. Wait till he remembers how quiet you are.`,
      answer: `He filed a gate back to B flat for me. He has heard me be quiet for nine years, and asks for it at a fixed time.`,
      effect: `I had begun a list of topics for the call. I have burned it in the sink.`,
      step: `Ring with nothing to say.`,
      before: 50,
      after: 30,
    },
    { types: ['emotional'] },
  ),
  vera.did([17, 'Wed', '19:30'], ['emotional'], 'Rang with nothing to say. Eleven minutes.'),
  ...kept(
    ['aloud', 17, 'Thu'],
    [17, 'Thu', '23:00'],
    [5],
    [4, 'I was tired and read a whole page in my father’s voice by mistake.'],
  ),
  ...kept(
    ['pot', 17, 'Sun'],
    [17, 'Sun', '22:30'],
    [5, 'Soup from the freezer. His from the freezer too. Nobody confessed first.'],
    [5],
  ),

  vera.skips([18, 'Thu', '19:00'], ['aloud', 18, 'Thu']),
  ...kept(
    ['stairs', 18, 'Sat'],
    [18, 'Sat', '19:15'],
    [5],
    [6, 'Wind. You held the receiver up and it was the same wind, I’m nearly sure.'],
  ),
  simon.skips([18, 'Sun', '10:00'], ['pot', 18, 'Sun']),

  vera.suggests([19, 'Mon', '20:10'], 'aloud', {
    ...{ title: 'One chapter aloud', types: ['intellectual'] },
    ...{ weekdays: [4], from: [20, 'Thu'], everyWeeks: 2, time: '21:00', minutes: 50 },
  }),
  vera.writes(
    [19, 'Mon', '20:15'],
    `Early turn for ten weeks, because of the course. I am no use after nine. I would rather have one chapter awake than two
    with my mouth open. Asked for every second week, a bit longer.`,
    { shares: 'nothing', types: ['intellectual'], named: 'every-second' },
  ),
  simon.agrees([19, 'Tue', '09:00'], 'aloud'),
  simon.replies(
    [19, 'Tue', '09:02'],
    'every-second',
    'Yes. And I shall have a week in between to wonder about the horse, which is half of reading.',
  ),
  simon.skips([19, 'Thu', '12:00'], ['aloud', 19, 'Thu']),
  simon.writes(
    [19, 'Fri', '22:30'],
    `Benicio’s shoulders came down today. It was in the left hand, four bars of nothing, an accompaniment, and for once he
    wasn’t being listened to, so he listened. I said nothing at all. I have been learning that from somebody.`,
    { types: ['intellectual'], shares: 'nothing', named: 'shoulders' },
  ),
  vera.replies([19, 'Sat', '11:30'], 'shoulders', 'You’re welcome.'),
  ...kept(['pot', 19, 'Sun'], [19, 'Sun', '22:25'], [5, 'Fish. We agreed that it was fish.'], [5]),

  vera.did(
    [20, 'Wed', '05:20'],
    ['emotional'],
    'Left him the sound of the first tram of the day going out, for when he wakes.',
  ),
  ...kept(
    ['aloud', 20, 'Thu'],
    [20, 'Thu', '22:10'],
    [6, 'Awake for all of it. The fortnight works.'],
    [6, 'There was a whole storm, and you did it without raising your voice.'],
  ),
  ...kept(['stairs', 20, 'Sat'], [20, 'Sat', '19:00'], [6], [5]),

  simon.writes(
    [20, 'Sun', '22:40'],
    `You asked on the stairs why it takes me four hours to put right what was only wrong by a hair, and I had no breath and
    said “because”. So here is the because.

    If one tunes so that every fifth is true, which is what the ear would like, and goes round by fifths from a low A until
    one comes to an A again, one doesn’t get home. One arrives a little above one’s own front door. It is a small amount,
    you would hear it as a sourness, and nobody has ever found anyone to blame for it. It is in the numbers. In the old
    days they put all of it in one place. They had eleven fifths like water and a twelfth that howled, they called it the
    wolf, and they took care never to walk past its house.

    What I do for four hours is to give the wolf away. A little to each. I make every fifth a shade too narrow, all twelve,
    so that none is quite true and none howls, and to do that one has to listen to the wrongness itself. It beats. It has a
    speed, and I count it: seven beats in ten seconds here, a bit quicker there. So when you see me with my head under the
    lid and think that I’m looking for the pure note, I am not. I am counting how false it is, and then leaving it so, on
    purpose, and evenly.

    At the end I play a chord, and whoever is paying says, ah, now it’s right. And I put my tools away and say nothing,
    because it would take another four hours.

    I thought of it because of the clocks, and the bed, and the money. I believe I had been trying to get each of those to
    where nothing beats.`,
    { types: ['intellectual', 'spiritual'], shares: 'nothing', named: 'wolf' },
  ),
  vera.replies(
    [21, 'Mon', '19:20'],
    'wolf',
    `So you distribute the play. We have a page on it in the manual. Nobody thanks us either.

    Leave the bed a little false.`,
  ),
  simon.writes(
    [21, 'Tue', '21:40'],
    `Nothing happened today, and I want to write it down, for it did so at such a good pace. Porridge. Tuned for the
    widow on the corner, who stays in the room and knits in the wrong metre. My father, the tree, the gate, and, since it
    was there, the street, as far as the shade went. He bought a newspaper. He has not read one since the hip. He read me
    the price of copper the whole way back, as though it were mine.`,
    { types: ['spiritual'], shares: 'nothing', named: 'copper' },
  ),
  vera.replies([21, 'Wed', '19:50'], 'copper', 'It is partly mine. What was it.'),
  vera.answersTheVoice(
    [21, 'Thu', '20:40'],
    {
      voice: `You talked for six hours and they were being polite.`,
      origin: `School. The teacher who said that some people are better with objects.`,
      answer: `Three of them stayed behind to put a hand on the motor. Politeness goes home at four.`,
      before: 40,
      after: 20,
    },
    { types: ['intellectual'], shares: 'nothing', parts: ['answer'], named: 'politeness' },
  ),
  simon.replies(
    [21, 'Thu', '19:00'],
    'politeness',
    'I should have stayed behind too. I’d have put up my hand and asked about dead sections.',
  ),
  simon.changes([21, 'Sat', '10:00'], ['pot', 21, 'Sun'], { to: [21, 'Sat'], time: '16:30' }),
  ...kept(['pot', 21, 'Sun'], [21, 'Sat', '22:40'], [5, 'A day early. The pot did not know.'], [6]),
]
