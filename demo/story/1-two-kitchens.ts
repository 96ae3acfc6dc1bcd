// Weeks 0 to 3. Simón has been in Valparaíso for two months, with his father and the father's hip. Vera is in Porto, with the trams.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const twoKitchens: readonly StoryAct[] = [
  vera.marks([0, 'Mon', '21:05'], ['intellectual', 'emotional'], ['physical', 'experiential']),
  simon.marks([0, 'Tue', '08:40'], ['emotional', 'intellectual'], ['physical', 'spiritual']),

  vera.writes(
    [0, 'Mon', '21:20'],
    `First page. I was told one writes. I replaced a brush holder on 216, ate standing up, and came home to a flat
    that had nothing to report.

    Simón thinks a notebook for two will help. Simón also thought the bread oven would help.`,
    { types: ['emotional'] },
  ),
  simon.proposes(
    [0, 'Tue', '09:10'],
    'pot',
    {
      ...{ title: 'Same pot, two kitchens', types: ['emotional', 'experiential'] },
      ...{ weekdays: [7], from: [0, 'Sun'], everyWeeks: 1, time: '15:00', minutes: 90 },
    },
    `That for an hour and a half I hear you put a lid on something. A call is a thing one has to fill, and a kitchen fills
    itself.`,
  ),
  simon.writes(
    [0, 'Tue', '23:10'],
    `I want to set down the sound of this house before I stop hearing it, because I already have to listen for the
    refrigerator, which in my first week I could have drawn for you.

    There is the gate, which is a B flat and always was. There is my father turning over, and then the bed considering
    it. There is the trolleybus on the flat street below, which you would know in your sleep, it sings going up through
    the notches and then lets go, and every time it lets go I think: she would say the contactor is worn. At ten the
    neighbour’s canary is covered and goes on for exactly one more phrase, out of principle. And then there is the long
    part with nothing in it, and that is where I miss you, not in the nice places, not at the lookout where one is
    supposed to, but after the canary.`,
    { types: ['emotional', 'spiritual'], shares: 'listen', named: 'canary' },
  ),
  vera.agrees([0, 'Wed', '12:20'], 'pot', 'A fixed hour. I do well with a timetable.'),
  vera.replies(
    [0, 'Wed', '20:15'],
    'canary',
    `It is the contactor. Tell them.

    I read it twice. The second time for the canary.`,
  ),
  vera.did([0, 'Thu', '13:05'], ['emotional'], 'Rang from the pit so he could hear the compressor cut out.'),
  simon.did([0, 'Fri', '19:40'], ['intellectual'], 'Asked her what a dead section is. Got a drawing on a napkin.'),
  simon.adds([0, 'Sat', '10:00'], ['pot', 0, 'Sun'], 'Lentils, the small brown ones', null),
  vera.adds([0, 'Sat', '19:10'], ['pot', 0, 'Sun'], 'Somebody decides about the cumin', 'simon'),
  ...kept(
    ['pot', 0, 'Sun'],
    [0, 'Sun', '22:35'],
    [5, 'Mine were soup, his were bricks. We counted it as one dish.'],
    [6, 'You said “that is not a simmer” from ten thousand kilometres, and you were right.'],
  ),

  vera.proposes(
    [1, 'Mon', '19:50'],
    'aloud',
    {
      ...{ title: 'One chapter aloud', types: ['intellectual'] },
      ...{ weekdays: [3], from: [1, 'Wed'], everyWeeks: 1, time: '22:00', minutes: 40 },
    },
    'I like his reading voice. He does not know this. Now he does.',
  ),
  simon.agrees(
    [1, 'Tue', '08:15'],
    'aloud',
    `My mother read to the three of us while she ironed, so to me a story smells of steam, and I should like the surveyor
    and his bad horse to smell of it too.`,
  ),
  simon.logs(
    [1, 'Tue', '20:30'],
    ['emotional'],
    'Said good night twice, because the first one was about the gas bill.',
  ),
  ...kept(
    ['aloud', 1, 'Wed'],
    [1, 'Wed', '22:55'],
    [5, 'Chapter one. The surveyor has lost a chain. So far I side with the chain.'],
    [6, 'You do the horse very well.'],
  ),
  vera.writes(
    [1, 'Thu', '21:30'],
    `Fonseca asked when “your husband” returns. I said the hip decides. He said his mother’s hip took a year. I handed him
    the wrong spanner for the rest of the day.`,
  ),
  vera.did([1, 'Fri', '14:10'], ['experiential'], 'Sent the sand dryer film he asked for. Forty seconds of sand.'),
  simon.writes(
    [1, 'Fri', '22:45'],
    `Today my father walked to the lemon tree. It is eleven steps, I have counted them so often that I could tune by them,
    and at the tree he held on to it in a way that was meant to look like inspecting it for lice. So I inspected it as
    well. We stood there, two men very concerned about lice, until he had his breath back.

    I did not say well done. One does not say that to someone who taught you to walk.`,
    { types: ['emotional'], shares: 'nothing', named: 'lemon' },
  ),
  vera.replies([1, 'Sat', '11:05'], 'lemon', 'Were there lice.'),
  simon.replies([1, 'Sat', '09:20'], 'lemon', 'There was one, in the end. He was delighted.'),
  simon.did(
    [1, 'Sat', '18:00'],
    ['spiritual'],
    'Sat in the church while the organ was being aired. Thought of her hands.',
  ),
  ...kept(
    ['pot', 1, 'Sun'],
    [1, 'Sun', '22:40'],
    [6, 'Rice. He told me what his father said to the physiotherapist. I dropped the lid.'],
    [6, 'There is a kind of laughing you only do with your mouth full.'],
  ),

  vera.plans([2, 'Mon', '20:20'], 'papers', {
    ...{ title: 'The tax papers', on: [2, 'Sat', '16:00'], kind: 'errand', minutes: 90 },
    items: [
      ['Find his number from last year', 'simon'],
      ['The letter from the bank', 'vera'],
      ['Coffee', null],
    ],
  }),
  simon.did([2, 'Tue', '12:10'], ['emotional'], 'Recorded the B flat gate for her. She has made it her alarm.'),
  vera.did([2, 'Wed', '06:05'], ['emotional'], 'Woke to a gate.'),
  ...kept(
    ['aloud', 2, 'Wed'],
    [2, 'Wed', '22:50'],
    [5, 'He fell asleep at the ferry. I read on to the end for the horse.'],
    [5, 'I was not asleep, I was being the river.'],
  ),
  simon.writes(
    [2, 'Thu', '21:50'],
    `There is a piano in the parish hall that nobody has touched since the earthquake, they tell me, and when one asks
    which earthquake they have to confer. I have offered to look at it for nothing. You will say that I am sixty keys
    away from a wage, and it is worse, thirty-one of them don’t come back up. But I took the fallboard off and inside
    there was a bus ticket from the year I was born, and I thought: this one I will do.`,
    { types: ['experiential'], shares: 'nothing', named: 'parish' },
  ),
  vera.replies(
    [2, 'Fri', '12:25'],
    'parish',
    `Photograph the action before you take anything out. Number the hammers. Use a pencil.

    And yes. Do it.`,
  ),
  vera.remembers([2, 'Sat', '18:10'], 'papers', 3, 'Done. Nobody raised a voice over column G.'),
  simon.remembers([2, 'Sat', '15:20'], 'papers', 4, 'I liked how you said “we” to the state.'),
  ...kept(
    ['pot', 2, 'Sun'],
    [2, 'Sun', '22:30'],
    [5],
    [6, 'Chickpeas. My father asked who was there, and I said Vera, and he said “in the pot?”'],
  ),

  vera.answersTheVoice(
    [3, 'Mon', '21:40'],
    {
      voice: `You are good for mending things. Nobody keeps a mechanic for company. When nothing is broken he will notice
      that there is nobody there.`,
      origin: `My grandfather’s workshop. I was let in as long as I could hold the lamp still.`,
      answer: `He rang on Thursday when nothing was broken. He wanted to know what a dead section is. That is not a repair.`,
      effect: `I look for faults in his week so that I can be of use. He came for a chat and got a parts list.`,
      step: `On Sunday, say one thing that needs no answer and fixes nothing.`,
      before: 85,
      after: 75,
    },
    { types: ['emotional'] },
  ),
  simon.logs([3, 'Tue', '13:00'], ['intellectual'], 'Argued for an hour whether a tram is an instrument. No result.'),
  simon.skips([3, 'Wed', '11:30'], ['aloud', 3, 'Wed']),
  simon.writes(
    [3, 'Wed', '23:40'],
    `Night with my father at the window because he cannot lie, and he would not talk, and then at about three he began to
    name the ships. Not these ships. The ones that used to lie there, with their captains, and what they had brought, and
    who had been let go for drinking it. I didn’t know he had all that. I sat there holding a bowl.`,
    { types: ['emotional', 'spiritual'] },
  ),
  vera.did([3, 'Fri', '19:15'], ['emotional'], 'Told him one thing that fixes nothing: I had a good pear.'),
  simon.did([3, 'Fri', '20:05'], ['emotional'], 'Was told about a pear. Have thought of little else.'),
  ...kept(
    ['pot', 3, 'Sun'],
    [3, 'Sun', '22:45'],
    [6, 'Polenta. We stirred for forty minutes and said almost nothing. Good.'],
    [7, 'The spoon going round in your kitchen and in mine, and for a while they were in step.'],
  ),
]
