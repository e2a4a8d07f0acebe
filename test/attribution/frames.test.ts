import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFrames } from '../../src/attribution/frames/apply-frames.ts';
import { sentences } from '../../src/text/sentences.ts';
import { contains, type Span } from '../../src/text/span.ts';
import { attributionsOf, wordsOf } from './spans-notation.ts';

/** A sentence, and under it what is certain in it: source · cue · content, segments joined by " + ". */
const SENTENCES = `
Norland said on Friday Vestria had fired a missile toward Port Amity.
  Norland · said · Vestria had fired a missile toward Port Amity

The defense ministry said that forty drones were shot down.
  The defense ministry · said · that forty drones were shot down

The ministry added that air defenses destroyed 42 drones, and another 33 crashed.
  The ministry · added · that air defenses destroyed 42 drones, and another 33 crashed

“We will not yield,” said Maren Holt, the mayor of Port Amity.
  Maren Holt, the mayor of Port Amity · said · “We will not yield,”

“We will not yield,” Holt said. “The sea wall stands.”
  Holt · said · “We will not yield,” + “The sea wall stands.”

“We will not yield,” Holt said, smiling at the crowd. “The sea wall stands.”
  Holt · said · “We will not yield,” + “The sea wall stands.”

''We will not yield,'' Holt said. ''The sea wall stands.''
  Holt · said · ''We will not yield,'' + ''The sea wall stands.''

“We will not yield,” she said, “and the sea wall stands.”
  she · said · “We will not yield,” + “and the sea wall stands.”

"The wall stands," the mayor told reporters.
  the mayor · told · "The wall stands,"

\`\`We will not yield,'' Mr. Holt said.
  Mr. Holt · said · \`\`We will not yield,''

The wardens, Holt said, were never asked.
  Holt · said · The wardens + were never asked

“We will not yield. The wall stands.” ― Maren Holt.
  Maren Holt · ― · “We will not yield. The wall stands.”

"The wall stands." -- Ana de la Torre, Port Amity
  Ana de la Torre · -- · "The wall stands."

“We will not yield” – a promise that few believed.

“We will not yield,” she said, “and the wall stands” — Port Amity cheered.
  she · said · “We will not yield,” + “and the wall stands”

The harbor was closed, the coast guard said.
  the coast guard · said · The harbor was closed

The harbor was closed for a week, said Ines Varga, a spokeswoman for the coast guard.
  Ines Varga, a spokeswoman for the coast guard · said · The harbor was closed for a week

Norland's military claims that it stopped all eight missiles.
  Norland's military · claims · that it stopped all eight missiles

All eight missiles were stopped, Norland's military claims.
  Norland's military · claims · All eight missiles were stopped

Norland's military claims about the missiles were wrong.

Norland considers the use of these missiles a major step up in the war.
  Norland · considers · the use of these missiles a major step up in the war

The harbor, the coast guard said, was closed for a week.
  the coast guard · said · The harbor + was closed for a week

Rain, Holt hinted, could help the wall.
  Holt · hinted · Rain + could help the wall

The closure follows an old plan, officials in Vestria explain: boats are to take the north passage.
  officials in Vestria · explain · The closure follows an old plan + boats are to take the north passage

Norland has sworn to rebuild the bridge.
  Norland · has sworn · to rebuild the bridge

They have threatened revenge for the blockade.
  They · have threatened · revenge for the blockade

Storms threatened the coast.

Norland held the islanders responsible.
  Norland · held · the islanders responsible

The bank held 34 shares.

Norland's coast guard counted 12 boats in the bay.
  Norland's coast guard · counted · 12 boats in the bay

Maren Holt counted 34 sheep.

Vestria has made no comment on the storm.
  Vestria · has made no comment on · the storm

There is growing apprehension in Vestria that the road will sink.
  Vestria · apprehension · that the road will sink

The delay led to criticism in parts of the North over whether the wall is worth its price.
  parts of the North · criticism · whether the wall is worth its price

Concerns about the bridge grew in Amity.

Holt has vowed a swift answer, even suggesting the use of tugs against the fleet.
  Holt · has vowed · a swift answer
  Holt · suggesting · the use of tugs against the fleet

The ministry condemned the raids, including those on the docks.
  The ministry · condemned · the raids, including those on the docks

Vestria has threatened a blockade but rarely carries it out.
  Vestria · has threatened · a blockade

The harbor, said Captain Ulm, would remain closed.
  Captain Ulm · said · The harbor + would remain closed

According to Vestria’s Ministry of Transport, the harbor will open on Monday.
  Vestria’s Ministry of Transport · According to · the harbor will open on Monday

According to Ines Varga, a spokeswoman for the coast guard, the harbor will open on Monday.
  Ines Varga, a spokeswoman for the coast guard · According to · the harbor will open on Monday

The harbor will open on Monday, according to the coast guard.
  the coast guard · according to · The harbor will open on Monday

The harbor will open, according to two officials who spoke on condition of anonymity.
  two officials who spoke on condition of anonymity · according to · The harbor will open

As the Amity Courier reported, the harbor was closed for a week.
  the Amity Courier · reported · the harbor was closed for a week

The harbor was closed for a week, as the Amity Courier has reported.
  the Amity Courier · has reported · The harbor was closed for a week

The president, Oren Castellan, told a conference this week that the aim was peace.
  The president, Oren Castellan, · told · that the aim was peace

Oren Castellan, who leads the Reform Party, said he would not resign.
  Oren Castellan, who leads the Reform Party, · said · he would not resign

Castellan, however, said the plan would fail.
  Castellan · said · the plan would fail

Vestria has vowed to rebuild the bridge.
  Vestria · has vowed · to rebuild the bridge

They have also threatened to close the strait.
  They · have also threatened · to close the strait

The debate promised to be long.

Norland claimed to have shot down a record number of drones.
  Norland · claimed · to have shot down a record number of drones

The general denied meeting the envoy.
  The general · denied · meeting the envoy

The general denied that he had met the envoy.
  The general · denied · that he had met the envoy

The Air Command reported downing 34 of the drones.
  The Air Command · reported · downing 34 of the drones

The council condemned the attack.
  The council · condemned · the attack

The ministry warned of grave consequences.
  The ministry · warned of · grave consequences

The envoy called for an immediate truce.
  The envoy · called for · an immediate truce

Castellan blamed the delay on the port authority.
  Castellan · blamed · the delay on the port authority

The council accused the mayor of lying.
  The council · accused · the mayor of lying

Vestrian officials say they are preparing for winter and that the reserves are full.
  Vestrian officials · say · they are preparing for winter and that the reserves are full

“The wall stands,” Holt said, adding that repairs would take a year.
  Holt · said · “The wall stands,”
  Holt · adding · that repairs would take a year

Norland closed the strait, saying it was unsafe.
  Norland · saying · it was unsafe

Norland closed the strait, citing rough seas.
  Norland · citing · rough seas

The night was loud, with Governor Pell reporting four drones shot down.
  Governor Pell · reporting · four drones shot down

While Holt said the wall would stand, the engineers were less sure.
  Holt · said · the wall would stand

Holt said the wall would stand and the engineers said it would not.
  Holt · said · the wall would stand
  the engineers · said · it would not

Norland vowed to answer after its navy claimed to have sunk a ship.
  Norland · vowed · to answer
  its navy · claimed · to have sunk a ship

He told me he had never seen the letter.
  He · told · he had never seen the letter

Holt told the council that “nothing will change.”
  Holt · told · that “nothing will change.”

Holt said in a statement that the wall would stand.
  Holt · said · that the wall would stand

Holt said in an interview with the Courier on Friday that the wall would stand.
  Holt · said · that the wall would stand

In a statement, Holt said the wall would stand.
  Holt · said · the wall would stand

On Tuesday the ministry said the road was open.
  the ministry · said · the road was open

Last week the ministry said the road was open.
  the ministry · said · the road was open

But the ministry said the road was open.
  the ministry · said · the road was open

Holt and the port authority said the road was open.
  Holt and the port authority · said · the road was open

Critics have long argued that the road is unsafe.
  Critics · have long argued · that the road is unsafe

Holt’s office did not say when the road would open.

Holt was told that the road was open.

The road could threaten to slide into the sea.

The trip suggests that the road is safe.
  The trip · suggests · that the road is safe

The two reports that Holt read were long.

The United States must act.

Holt wrote: “The road is safe.”
  Holt · wrote · “The road is safe.”

Holt tweeted that the road was “a disgrace.” Vestria has not commented on the matter.
  Holt · tweeted · that the road was “a disgrace.”

“Is the road safe?” asked nobody, and Holt said, “It is.”
  Holt · said · “It is.”

Mr. Castellan is insisting that the vote go ahead.
  Mr. Castellan · is insisting · that the vote go ahead

That witness said the ship had turned.
  That witness · said · the ship had turned

Three of the sailors said contractors eventually cut the rope.
  Three of the sailors · said · contractors eventually cut the rope

The sailors said no to the offer.

“I read the report,” Holt added, and left.
  Holt · added · “I read the report,”

Sen. Ada Quill (R-Ohio) said the bill was dead.
  Sen. Ada Quill (R-Ohio) · said · the bill was dead

The added security brought controversy.

Holt said nothing.

Roe: “The road is safe.”
  Roe · : · “The road is safe.”

The road, according to the port authority, is safe.
  the port authority · according to · The road + is safe

“The road is safe,” says Holt, 44, of Amity.
  Holt, 44, of Amity · says · “The road is safe,”

The envoy said he believed the talks “would not fail.” He left on Monday.
  The envoy · said · he believed the talks “would not fail.”

Holt closed the road and said it was unsafe.
  Holt · said · it was unsafe

Holt said the road was open but added that it was unsafe.
  Holt · said · the road was open
  Holt · added · that it was unsafe

Holt, they said, ordered the road closed.
  they · said · Holt + ordered the road closed

About noon, according to the port authority, the ship left.
  the port authority · according to · About noon + the ship left

Sales were great, he said, wiping his face.
  he · said · Sales were great

PORT AMITY (Courier) — The harbor was closed, the coast guard said.
  the coast guard · said · The harbor was closed

PORT AMITY (Courier) - Vestria said on Friday the harbor was closed.
  Vestria · said · the harbor was closed

The 14-year-old sailor said the ship had turned.
  The 14-year-old sailor · said · the ship had turned

Holt says: “Do not go,” until the horn sounds.
  Holt · says · “Do not go,”

As first reported by the Amity Courier, the harbor was closed for a week.
  the Amity Courier · As first reported by · the harbor was closed for a week

The harbor was closed for a week, as reported by the Amity Courier.
  the Amity Courier · as reported by · The harbor was closed for a week

According to the Amity Courier, the harbor broke up in March, weeks after the storm.
  the Amity Courier · According to · the harbor broke up in March, weeks after the storm

Holt left because, according to Roe, the council would jail her.
  Roe · according to · the council would jail her

The ship, whose crew, according to Roe, has left, will sail.
  Roe · according to · whose crew + has left

The harbor was closed, the coast guard said on condition of anonymity.
  the coast guard · said · The harbor was closed

Holt continued by saying, “The wall stands.”
  Holt · saying · “The wall stands.”

“Does the wall stand?” the mayor asked.
  the mayor · asked · “Does the wall stand?”

“The wall!” cried Maren Holt.
  Maren Holt · cried · “The wall!”

“The wall will stand,” the statement read.
  the statement · read · “The wall will stand,”

Holt shouted, “The wall stands.”
  Holt · shouted · “The wall stands.”

The “old wall” he asked about has fallen.

‘The wall stands,’ said Maren Holt. ‘Go home.’
  Maren Holt · said · ‘The wall stands,’ + ‘Go home.’

'We don't know the dockers' plan,' Holt said.
  Holt · said · 'We don't know the dockers' plan,'

The dockers’ union said its ‘old’ plan had failed.
  The dockers’ union · said · its ‘old’ plan had failed

The union has threatened a strike.
  The union · has threatened · a strike

“We left.” Holt added that it rained.
  Holt · added · that it rained

Holt told the Courier she thinks the wall stands.
  Holt · told · she thinks the wall stands

Holt predicted he would win.
  Holt · predicted · he would win

He’s predicting he will win.
  He · ’s predicting · he will win

Holt also said, without evidence, that the wall had fallen.
  Holt · also said · that the wall had fallen

Holt has told friends since May, at dinners and in private, that the wall is old.
  Holt · has told · that the wall is old

The board announced two days earlier that it would meet.
  The board · announced · that it would meet

The Courier reported that, according to Roe, the wall fell.
  The Courier · reported · that, according to Roe, the wall fell
  Roe · according to · the wall fell

Holt left the hall before saying, “The wall stands.”
  Holt · saying · “The wall stands.”

Holt closed the road, saying it was old but suggesting that it might reopen.
  Holt · saying · it was old
  Holt · suggesting · that it might reopen

Holt raised money by adding a room that the wall had hidden.

As the crowd cheered, Holt spoke in Amity, predicting he would win.
  Holt · predicting · he would win

Jane Roe of Amity, South Norland says the wall is old.
  Jane Roe of Amity, South Norland · says · the wall is old

Late in January, Norland said the wall was old.
  Norland · said · the wall was old

Maren Holt - who once led the port - said the wall was old.
  Maren Holt · said · the wall was old

The wall was safe, Holt said, including its gates.
  Holt · said · The wall was safe + including its gates

Holt, according to Roe, said the wall was old.
  Roe · according to · Holt + said the wall was old
  Holt · said · the wall was old

Citing two officials, the Courier reported that the wall was old.
  the Courier · Citing · two officials
  the Courier · reported · that the wall was old

Police say Holt fired a gun and then threatened to burn the wall.
  Police · say · Holt fired a gun and then threatened to burn the wall

Citing two officials is fair, she said.
  she · said · Citing two officials is fair

“Is it safe?” Roe asked Holt. “It is.”
  Roe · asked · “Is it safe?”

“It fell,” said Maren Holt, a candidate for mayor in 2012 and now an aide to the council.
  Maren Holt, a candidate for mayor in 2012 and now an aide to the council · said · “It fell,”

“It fell,” said Maren Holt, the mayor of Amity on Friday.
  Maren Holt, the mayor of Amity · said · “It fell,”

The list of harbors and of ships–in their disorder–Norland claims the list is long.
  Norland · claims · the list is long

Holt argued a few days ago that the wall was old.
  Holt · argued · that the wall was old

“When it rains,” Holt said, pointing at the sea, “the wall will fall.”
  Holt · said · “When it rains,” + “the wall will fall.”

“When it rains,” Holt said, pointing at the sea, but Roe asked, “Will it fall?”
  Holt · said · “When it rains,”
  Roe · asked · “Will it fall?”

Holt told her the wall was old.
  Holt · told · the wall was old

Holt told her mother the truth.

Islanders tell Norland the cracks in the wall point to faults that are growing.

“It fell!” reacted Maren Holt.
  Maren Holt · reacted · “It fell!”

Norland claimed to have sunk a ship, with Governor Pell reporting two.
  Norland · claimed · to have sunk a ship
  Governor Pell · reporting · two
`;

const CASES = SENTENCES.trim()
  .split(/\n\n+/u)
  .map((block) => block.split('\n').map((line) => line.trim()))
  .map(([text = '', ...attributions]) => ({ text, attributions }));

const paragraphsOf = (text: string) => [sentences(text, { start: 0, end: text.length })];

describe('what no model is needed for', () => {
  test.each(CASES)('$text', ({ text, attributions }) => {
    const found = applyFrames(text, paragraphsOf(text), []);
    expect(found.map((one) => wordsOf(text, one))).toEqual(attributions);
  });
});

describe('what a model found is', () => {
  test.each([
    {
      case: 'given the speaker it lacks',
      text: 'Vestria has vowed to rebuild the bridge.',
      found: ['– · has vowed · Vestria + to rebuild the bridge'],
      is: ['Vestria · has vowed · to rebuild the bridge'],
    },
    {
      case: 'freed of a speaker within the content',
      text: 'According to Vestria’s Ministry of Transport, the harbor will open on Monday.',
      found: ['– · According to · Vestria’s Ministry of Transport, the harbor will open on Monday'],
      is: ['Vestria’s Ministry of Transport · According to · the harbor will open on Monday'],
    },
    {
      case: 'cut where the next sentence is the article’s',
      text: 'Holt warned that this was “a disgrace.” Vestria has not commented on the matter.',
      found: [
        'Holt · warned · that this was “a disgrace.” Vestria has not commented on the matter',
      ],
      is: ['Holt · warned · that this was “a disgrace.”'],
    },
    {
      case: 'dropped where it crosses a certain one',
      text: 'Norland said on Friday Vestria had fired a missile toward Port Amity.',
      found: ['– · had fired · Norland said on Friday Vestria + a missile toward Port Amity'],
      is: ['Norland · said · Vestria had fired a missile toward Port Amity'],
    },
    {
      case: 'kept where no frame knows better',
      text: 'Holt fears that the road will sink.',
      found: ['Holt · fears · that the road will sink'],
      is: ['Holt · fears · that the road will sink'],
    },
    {
      case: 'kept with the shorter name after a quotation',
      text: '“The road is safe,” said Ines Varga, who lives nearby.',
      found: ['Ines Varga · said · “The road is safe,”'],
      is: ['Ines Varga · said · “The road is safe,”'],
    },
    {
      case: 'freed of what is not quoted after a quotation',
      text: '“It is a marvel,” Holt said of the new bridge.',
      found: ['Holt · said · “It is a marvel,” + of the new bridge'],
      is: ['Holt · said · “It is a marvel,”'],
    },
    {
      case: 'given the speaker of its sentence',
      text: 'Officials in Amity, where a storm damaged the docks, have issued warnings, saying they are in danger.',
      found: ['Officials in Amity · have issued · warnings', '– · saying · they are in danger'],
      is: [
        'Officials in Amity · have issued · warnings',
        'Officials in Amity · saying · they are in danger',
      ],
    },
    {
      case: 'freed of what was said before',
      text: '“It is a shame,” Roe wrote. Holt said the road would be closed.',
      found: [
        'Roe · wrote · “It is a shame,”',
        'Holt · said · “It is a shame,” + the road would be closed',
      ],
      is: ['Roe · wrote · “It is a shame,”', 'Holt · said · the road would be closed'],
    },
    {
      case: 'dropped where a relative clause only tells of somebody',
      text: 'Holt blamed the council, which is supported by the islanders.',
      found: [
        'Holt · blamed · the council, which is supported by the islanders',
        'the islanders · is supported · which',
      ],
      is: ['Holt · blamed · the council, which is supported by the islanders'],
    },
    {
      case: 'cut where the article goes on about its speaker',
      text: 'Vestria has not commented on the storm but rarely admits its losses.',
      found: ['Vestria · has not commented on · the storm but rarely admits its losses'],
      is: ['Vestria · has not commented on · the storm'],
    },
    {
      case: 'dropped where a thing only amounts to something',
      text: 'The new road marked a turning point for the island.',
      found: ['The new road · marked · a turning point for the island'],
      is: [],
    },
    {
      case: 'cut where its speaker says something else',
      text: 'Holt vowed to rebuild the wall, saying it was old.',
      found: [
        'Holt · vowed · to rebuild the wall, saying it was old',
        'Holt · saying · it was old',
      ],
      is: ['Holt · vowed · to rebuild the wall', 'Holt · saying · it was old'],
    },
    {
      case: 'cut where its speaker denies something',
      text: 'The ministry confirmed it had seized a ship but denied using force.',
      found: [
        'The ministry · confirmed · it had seized a ship but denied using force',
        'The ministry · denied · using force',
      ],
      is: [
        'The ministry · confirmed · it had seized a ship',
        'The ministry · denied · using force',
      ],
    },
    {
      case: 'whole where its speaker only lists',
      text: 'Holt accused the mayor of delaying, and withholding the report.',
      found: [
        'Holt · accused · the mayor of delaying, and withholding the report',
        'Holt · withholding · the report',
      ],
      is: [
        'Holt · accused · the mayor of delaying, and withholding the report',
        'Holt · withholding · the report',
      ],
    },
    {
      case: 'cut where others speak',
      text: 'Holt feared the wall would fall. Roe agreed: “It will.”',
      found: [
        'Holt · feared · the wall would fall. Roe agreed: “It will.”',
        'Roe · agreed · “It will.”',
      ],
      is: ['Holt · feared · the wall would fall.', 'Roe · agreed · “It will.”'],
    },
    {
      case: 'what is said, not whom it is said to',
      text: 'Holt has told her allies in the port that the wall is old.',
      found: ['Holt · has told · her allies'],
      is: ['Holt · has told · that the wall is old'],
    },
    {
      case: 'freed of what the article adds about it',
      text: '“It fell,” Holt said, calling it “old.”',
      found: ['Holt · said · “It fell,” + calling it “old.”', 'Holt · calling · it “old.”'],
      is: ['Holt · said · “It fell,”', 'Holt · calling · it “old.”'],
    },
    {
      case: 'freed of what the next verb says',
      text: '“It fell,” Holt said, adding, “We left.”',
      found: ['Holt · said · “It fell,” + “We left.”', 'Holt · adding · “We left.”'],
      is: ['Holt · said · “It fell,”', 'Holt · adding · “We left.”'],
    },
    {
      case: 'given the subject right before its verb',
      text: 'The council voted to reopen the port after Holt insisted it was safe.',
      found: ['The council · insisted · it was safe'],
      is: ['Holt · insisted · it was safe'],
    },
    {
      case: 'given the subject of its sentence, not the object',
      text: 'A judge sided with the council, saying the wall was old.',
      found: ['the council · saying · the wall was old'],
      is: ['A judge · saying · the wall was old'],
    },
    {
      case: 'led on past what only leads to it',
      text: 'Holt said that while it rained, the wall stood.',
      found: ['Holt · said · that while it rained'],
      is: ['Holt · said · that while it rained, the wall stood'],
    },
    {
      case: 'given nobody else where a name ends as adverbs do',
      text: '“It fell,” Kelly charged in a column.',
      found: ['Kelly · charged · “It fell,”'],
      is: ['Kelly · charged · “It fell,”'],
    },
    {
      case: 'freed of what was asked before',
      text: '“Is it safe?” “It is,” said Holt.',
      found: ['Holt · said · “Is it safe?” “It is,”'],
      is: ['Holt · said · “It is,”'],
    },
    {
      case: 'freed of what leads to it before a colon',
      text: 'Holt was blunt: “It is not safe,” she said.',
      found: ['she · said · Holt was blunt: “It is not safe,”'],
      is: ['she · said · “It is not safe,”'],
    },
    {
      case: 'freed of the answer to what is asked',
      text: '“Is it safe?” Roe asked Holt. “It is.”',
      found: ['Roe · asked · “Is it safe?” + “It is.”'],
      is: ['Roe · asked · “Is it safe?”'],
    },
    {
      case: 'kept with all who speak',
      text: 'The sailors, pilots and captains said that the wall was old.',
      found: ['The sailors, pilots and captains · said · that the wall was old'],
      is: ['The sailors, pilots and captains · said · that the wall was old'],
    },
    {
      case: 'freed of the adverb before its verb',
      text: 'Holt Just Mocked The Old Wall',
      found: ['Holt Just · Mocked · The Old Wall'],
      is: ['Holt · Mocked · The Old Wall'],
    },
    {
      case: 'nobody’s where an article alone stands for its speaker',
      text: 'The claim that the wall fell is old.',
      found: ['The · claim · that the wall fell'],
      is: ['– · claim · that the wall fell'],
    },
    {
      case: 'dropped where only a day is said',
      text: 'Holt said Tuesday.',
      found: ['Holt · said · Tuesday'],
      is: [],
    },
    {
      case: 'dropped where it only reacts',
      text: 'In response to the storm, the road was closed.',
      found: ['– · In response to · the storm'],
      is: [],
    },
  ])('$case', ({ text, found, is }) => {
    const corrected = applyFrames(text, paragraphsOf(text), attributionsOf(text, found));
    expect(corrected.map((one) => wordsOf(text, one))).toEqual(is);
  });
});

const WORDS =
  '“ ” " , . : ( ) — said says told saying according to that who with as and while Holt Roe the ministry he they would not has vowed reported reporting on Friday in a statement “No,” warned of';

const prose = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 60 })
  .map((words) => words.join(' '));

/** Any code units, lone surrogates too. */
const codeUnits = fc
  .array(fc.nat(0xffff), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

test('any text gives spans inside it, trimmed, in the order of their cues', () => {
  const text = fc.oneof(prose, codeUnits);
  fc.assert(
    fc.property(text, (body) => {
      const found = applyFrames(body, paragraphsOf(body), []);
      const cues = found.map(({ cue }) => cue[0]?.start ?? -1);
      expect(cues).toEqual(cues.toSorted((a, b) => a - b));
      const spans = found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
      const whole = { start: 0, end: body.length };
      const odd = ({ start, end }: Span) => start >= end || /^\s|\s$/u.test(body.slice(start, end));
      expect(spans.filter((span) => odd(span) || !contains(whole, span))).toEqual([]);
    }),
  );
});

test('applying the frames twice changes nothing more', () => {
  fc.assert(
    fc.property(prose, (body) => {
      const once = applyFrames(body, paragraphsOf(body), []);
      expect(applyFrames(body, paragraphsOf(body), once)).toEqual(once);
    }),
  );
});
