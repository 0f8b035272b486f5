/** Words for identifying.ts, in lower case. They are knowledge of the language, not of anybody. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Written with a capital letter without being anybody's name: services, makes, illnesses, feasts, and what English and polite Norwegian capitalise. */
export const CAPITALISED = set(`
  nav dps act bup legevakt tryggest norge noreg norway norden europa skandinavia politiet kripos barnevernet krisesenteret facebook messenger instagram snapchat tiktok whatsapp telegram
  youtube google iphone android ipad vipps bankid altinn helsenorge minid rema kiwi coop extra meny spar joker ikea bunnpris apoteket vinmonopolet posten postnord ruter vy nrk
  alzheimer alzheimers parkinson parkinsons huntington down downs asperger aspergers tourette tourettes lewy kols adhd add als ms ptsd bpa hvpu korona covid
  jul julaften påske pinse ramadan eid gud jesus allah bibelen koranen statsforvalteren statsforvaltaren sivilombudet datatilsynet trygderetten husbanken lånekassen lånekassa skatteetaten
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  norwegian english sami i'm i'll i've i'd i mr mrs ms dr de dem deres dere du deg din ditt dine dykk dykkar christmas easter god police
  januar februar mars mai juni juli august desember oktober mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag
  kl tlf mob sms tv pc usa eu fn who ok nb ps pga osv dvs evt ca bl.a f.eks
`);

/** Given names that are common in Norway, among all ages and backgrounds: found also first in a sentence, and in small letters. */
export const GIVEN_NAMES = set(`
  aase agnes ahmed aina aksel aleksander alexander ali alma amalie amina amir anders andrea andreas anette anita anja ann anna anne anniken annette arild arne arnfinn arvid asbjørn
  aslak astrid aud audun august axel bente berit bernt birgit birgitte birger bjarne bjørg bjørnar borghild brit britt brynjulf camilla carina caroline cathrine cecilie charlotte christian
  christina christine christoffer dagfinn dagmar dagny daniel daniela david edel edith edvard egil eilif einar eirik eivind elena eli elias elin elisabeth elise ella ellen ellinor elsa
  emil emilie emma erik erika erling ernst espen ester esther eva evelyn even fatima fatma filip fredrik frida frode frøydis geir georg gerd gerda greta grete grethe gudmund gudrun gunhild
  gunn gunnar gunvor gustav guro guttorm gyda hanna hannah hanne harald harry hassan hedda hedvig heidi helene helga helge henriette henrik henry herman hilde hildegunn hjalmar hjørdis
  håkon håvard ibrahim ida inga ingeborg ingebrigt inger ingrid ingunn ingvild irene iselin isabella ivar iver jacob jakob jan janne jannike jarle jens jeanette jenny joakim joar johan johanna
  johanne johannes john johnny jonas jorid jorunn josefine julia julie kaja kamilla kari karin karina karen karianne karl karoline karsten katarina katrine kenneth kent ketil kirsten
  kjell kjellaug kjersti kjetil klara klaus knut konrad kristian kristin kristina kristine kristoffer laila lars lasse leif lena lene linda line lisa lise lillian lisbeth liv ludvig magdalena
  magne magnhild magnus maja malin marcus maren margit margrethe mari maria marianne marie marina marit marius markus marta martha martin mathias mathilde mats merete mette michael mikael
  mikkel milan mina mohamed mohammad mohammed mona monica monika morten mustafa nadia nicolai nikolai nils nina nora odd oddbjørn oddny oddvar odin olaf olaug olav ole olga oliver oskar osman otto
  ottar paul paula peder pernille petra petter pia rachel ragna ragnar ragnhild randi rebecca regine reidar reidun renate rita robert rolf ronny ronja rolf roy ruth samira sander sandra
  sanja sara sebastian selma sigbjørn sigmund signe sigrid sigrun sigurd silje simen siri sissel siv sivert sofia sofie solfrid solveig sondre stefan steffen steinar stian stine svanhild
  svein sverre synne synnøve sylvi tarjei terese terje therese thea theodor thomas thor thorbjørn tobias tommy tonje tor torbjørn tore torgeir torhild toril torill torleif
  tormod torstein torunn toralf tove trine trond trude truls trygve tuva turid unni ursula vegard vemund vera vibeke victor victoria vidar vigdis viktor viktoria vilde wenche wilhelm yngve yngvild
  yusuf zahra øivind øystein øyvind åge ågot åse åshild åsmund aasmund
`);

/** Names that are also everyday words. Small or first in a sentence they are the word: «bo hjemme», «dag etter dag», «liv og helse». */
export const ALSO_WORDS = set(`
  aksel anna april ask august bo bror dag edel else even falk finn frank gro hans hauk helga inga iver jan jo jul june kaja karen kåre lene lin line liv lykke mai may mette min mina mine
  my odd per ra rein roar rose rune sander siri siv sol stein stig storm tom tone tor tora tore tove trygg ulv vår vera verner vilje
`);

/** First in a sentence, before a name: the capital is the sentence's, not the word's. */
export const LEADING = set(`
  at av bak da den der det dette disse du ei ein en eller et etter for foran fordi fra frå fru frøken før han hans har hennar hennes her herr ho hos hun hva hvem hver hvis hvor hvorfor i igår ikke
  ikkje ingen ja jeg kanskje kva kven kvifor kvar langs med men mens mellom min mitt moren mora mot mye nå no når naboen nabo nei nær og også om over på pasienten pasient samt siden sin sidan slik
  snakket som sønnen sønn datter datteren dottera så til tilbake under ved vi via vår år after and as at because before but by for from her his how if in it my near of on or our she so that the
  then they this to when where while who why with we he bror broren søster søsteren systera far faren mor bestefar bestemor ektefelle mannen kona samboer samboeren sambuaren kjæresten vennen venninnen
`);

/** Words that point at one person in a municipality. Endings are left off: «ordfører» finds «ordføreren». */
export const ONLY_ONE = ['eneste', 'einaste', 'ordfører', 'ordførar', 'varaordfører', 'varaordførar', 'kommunedirektør', 'rådmann', 'sogneprest', 'sokneprest', 'biskop', 'lensmann', 'politimester', 'politimeister',
  'sorenskriver', 'sorenskrivar', 'landslag', 'olympisk', 'verdensmester', 'verdsmeister', 'kjendis', 'mayor', 'bishop'] as const;

/** Features that a stranger would know somebody by, two of different kinds together. Beginnings of words, small letters. */
export const FEATURES: Readonly<Record<'origin' | 'work' | 'family' | 'condition', readonly string[]>> = {
  origin: ['afghan', 'albansk', 'arabisk', 'bosnisk', 'burmesisk', 'chilensk', 'dansk', 'eritre', 'etiopisk', 'filipinsk', 'finsk', 'fransk', 'indisk', 'irakisk', 'iransk', 'islandsk', 'kinesisk', 'kongolesisk',
    'kurdisk', 'kvensk', 'latvisk', 'litauisk', 'marokkansk', 'nederlandsk', 'pakistansk', 'palestinsk', 'persisk', 'polsk', 'rumensk', 'russisk', 'samisk', 'serbisk', 'somali', 'spansk', 'srilankisk', 'sudansk',
    'svensk', 'syrisk', 'tamil', 'thai', 'tigrinja', 'tsjetsjen', 'tyrkisk', 'tysk', 'ukrain', 'vietnames', 'romani', 'jødisk'],
  work: ['bonde', 'fisker', 'fiskar', 'rektor', 'prest', 'lærer', 'lærar', 'politimann', 'politibetjent', 'brannmann', 'tannlege', 'veterinær', 'kunstner', 'kunstnar', 'forfatter', 'forfattar', 'musiker', 'musikar', 'frisør',
    'drosje', 'bussjåfør', 'flyger', 'kaptein', 'advokat', 'reindrift', 'reineier', 'reineigar', 'kjøpmann'],
  family: ['tvilling', 'trilling', 'firling', 'adopt', 'fosterbarn', 'surrogat'],
  condition: ['huntington', 'als-', 'cerebral', 'spina', 'dverg', 'albino', 'amput', 'transplant', 'døvblind', 'lockedin', 'narkolep', 'skizofren', 'schizofren', 'tourette'],
};

/** What is counted in a text; after a number it is no house number. Beginnings of words. */
export const UNITS = ['gang', 'gong', 'år', 'månad', 'måned', 'uke', 'veke', 'dag', 'døgn', 'time', 'minutt', 'min', 'sekund', 'person', 'menn', 'kvinne', 'barn', 'stykk', 'stk', 'kr', 'kroner', 'tusen', 'million', 'prosent', 'meter',
  'km', 'kilo', 'kg', 'liter', 'etasje', 'rom', 'hus', 'biler', 'bilar', 'trinn', 'times', 'years', 'weeks', 'days', 'hours', 'people', 'netter', 'kveld', 'natt', 'sving', 'steder', 'stader'] as const;

/** How the names of streets end, and words that end so without being one. */
export const STREETS = [
  'veien', 'vegen', 'vei', 'veg', 'gaten', 'gata', 'gate', 'allé', 'alleen', 'alléen', 'plassen', 'plass', 'torget', 'torvet', 'torv', 'torg', 'stien', 'svingen', 'tunet', 'kroken', 'bakken', 'lia', 'åsen', 'haugen', 'ringen',
  'løkka', 'jordet', 'brygga', 'terrasse', 'kleiva', 'faret', 'tråkket', 'myra', 'moen',
] as const;
export const NO_STREETS = ['italia', 'australia', 'somalia', 'mongolia', 'cecilia', 'amalia', 'julia', 'natalia', 'aurelia', 'emilia', 'ofelia', 'cornelia', 'otilia', 'anatolia', 'regulering', 'ringen', 'plassen', 'torget', 'plass', 'norge'] as const;
