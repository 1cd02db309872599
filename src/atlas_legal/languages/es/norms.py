"""How Spanish-language laws order, forbid, punish, count years and carve out."""

import re
from typing import Final

from atlas_legal.languages.grammar import HIGH, LOW, AgePattern, N, SchoolStage, words

FORCES: Final = (
    (
        "prohibition",
        words(
            r"se prohiben?\b",
            r"prohiben?se\b",
            r"prohiben?\b",
            r"prohibid[oa]s?\b",
            r"prohibicion\b",
            r"proscri[bp]\w+",
            r"proscrit[oa]s?\b",
            r"no (?:se )?(?:podra|puede|debera|debe)n?\b",
            r"no (?:se )?(?:les? )?(?:sera|seran|es|son) (?:\w+ )?(?:admitid|permitid|licit|emplead|ocupad|contratad|sometid|"
            r"incorporad|reclutad|obligad|utilizad)\w*",
            r"no se (?:les? )?(?:admit|permit|emple|ocup|contrat|autoriz|acept)\w*",
            r"en ningun caso\b",
            r"bajo ningun\w*",
            r"nadie (?:podra|puede|sera|debe|debera|ha de)\b",
            r"ningun[ao]?s? (?:[\w\x01,]+ ){1,12}?(?:puede|debe|\w{2,18}ra)n?\b",
            r"(?:es|son|sera|seran) (?:ilicit|ilegal)\w+",
            r"no hay esclav\w+",
            r"no (?:existe|admite)n? la (?:esclav|serv)\w+",
            r"vedad[oa]s?\b",
            r"inadmisible",
            r"(?<!fue )(?<!fueron )aboli(?:d[oa]s?|r)\b",
            r"obligad[oa]s? a no\b",
            r"queda[n]? abolid[oa]s?",
            r"abst(?:ener(?:se)?|endran?|engan?|iene[n]?)\b",
            r"(?:es|son|sera|seran) nul[oa]s?\b",
            r"no (?:trabajaran?|ingresaran?|seran?(?! (?:\w+ ){0,2}?(?:punibl|sancionad|penad|castigad|imputabl|responsabl)))\b",
            r"impedid[oa]s? de\b",
            r"no (?:se )?(?!requer|constitu|afect|obst|perjudic|imped|reg|ser|exim|exclu|import|implic|oblig|pod|deb)\w{2,16}ran?\b",
        ),
    ),
    (
        "offence",
        words(
            r"(?:sera|seran|es|son|sea|sean|debe ser|deben ser|debera ser|deberan ser) (?:\w+ ){0,2}?(?:reprimid|castigad|penad|sancionad|condenad)[oa]s?\b",
            r"(?:se (?:le |les )?(?:impondra|aplicara|sancionara|castigara|reprimira|penara)n?)\b",
            r"incurr(?:e|en|an?|i\w+) en\b",
            r"cometen? (?:el delito de |el crimen de )?trata\b",
            r"sufriran?\b",
            r"comete[nr]?a?n? (?:el |un |una )?(?:delito|crimen|infraccion)",
            r"constituy\w+ (?:un |una )?(?:delito|crimen|hecho punible|infraccion|falta)",
            r"(?:es|son|sera|seran) infracci(?:on|ones)\b",
            r"(?:es|son|sera|seran) (?:un )?(?:crimen(?:es)?|delitos?)\b",
            r"(?:igual|misma|identica) pena\b",
            r"la pena (?:sera|es)\b",
            r"penas? (?:de|privativa)\b",
            r"prision (?:de|por|no|mayor|hasta|perpetua)\b",
            r"reclusion (?:de|o|mayor|perpetua)\b",
            r"presidio\b",
            r"pagaran? (?:una )?multa",
        ),
    ),
    (
        "obligation",
        words(
            r"debera?n?\b",
            r"deberia\b",
            r"debe[n]?\b",
            r"(?:esta|estan|queda|quedan|estara|estaran) obligad[oa]s?\b",
            r"obligatori[oa]s?\b",
            r"obligatoriedad\b",
            r"obligad[oa]s? a\b",
            r"tiene[n]? (?:la obligacion|el deber)\b",
            r"obligaci(?:on|ones) del?\b",
            r"(?<!\bno )(?<!\bno se )(?:exig|requier)(?:en?|ira|iran)\b",
            r"ha[n]? de\b",
            r"es deber\b",
            r"se requiere\b",
            r"se exigira\b",
            r"sera necesari[oa]",
            r"se fija\b",
            r"se (?:presta|efectua|cumple)(?:n|ra|ran)?\b",
            r"(?<!\bno )(?:sera|seran) (?:llamad|convocad|incorporad|enrolad|reclutad)[oa]s?\b",
            r"se establece\b",
            r"establec(?:e|ese)\b",
            r"fija(?:se)?\b",
            r"se eleva\b",
            r"(?:ordenara|otorgara|garantizara|asegurara|brindara|proporcionara|prestara|recibira|adoptara|dispondra|tendra|gozara|velara|"
            r"ofrecera|impartira|suministrara|facilitara|costeara|sostendra|mantendra|condenara)n?\b",
            r"sera[n]? de\b",
        ),
    ),
    (
        "power",
        words(
            r"(?:reglamentara|reglamentaran|podra reglamentar|podra dictar|podran dictar)\b",
            r"facultase\b",
            r"se faculta\b",
            r"(?<!que el )(?<!que la )(?<!que )(?:(?:poder|organo) ejecutivo|(?:el )?ejecutivo nacional|ministerio[^.;]{0,60}|autoridad[^.;]{0,40}|ministr[oa][^.;]{0,40}) (?:podra )?(?:determinar|establecer|fijar|reglamentar|dictar)a?\b",
        ),
    ),
    (
        "permission",
        words(
            r"(?<!\bno )(?<!\bno se )podra[n]?\b",
            r"(?<!\bno )(?<!\bno se )puede[n]?\b",
            r"se permit\w+",
            r"se (?:admitira|admite|podra admitir)n?\b",
            r"permit(?:e|ese|ira|iran)\b",
            r"(?:esta|estan|quedan?) (?:autorizad|facultad|permitid)[oa]s?",
            r"se autoriza\w*",
            r"autorizase",
            r"tendran? capacidad\b",
            r"(?<!\bno )(?:sera|seran|son) admitid[oa]s?\b",
            r"son capaces\b",
            r"(?:sera|es) (?:licit|voluntari)[oa]\b",
            r"(?:esta|estara) abiert[oa]\b",
            r"podria[n]?\b",
        ),
    ),
    (
        "definition",
        words(
            r"se entiende[n]?\b",
            r"se entendera[n]?\b",
            r"entiendese",
            r"entiendase",
            r"se considera(?:ra)?n?\b",
            r"considerase\b",
            r"considerese\b",
            r"se denomina\w*",
            r"significa\b",
            r"se define\w*",
            r"definicion\w*",
            r"a los (?:efectos|fines) de\b",
            r"para (?:los )?(?:efectos|fines) del?\b",
            r"(?:es|son|seran) (?:el|la|los|las) comprendid[oa]s?\b",
            r"son (?:[\w,]+ ){1,16}?(?:las|los) siguientes\b",
            r"son (?:niñ|adolescente|menores? de edad)\w*",
            r"consiste[n]? en\b",
            r"es (?:todo|toda|aquel|aquella|la (?:persona|captacion|accion|conducta)|el (?:ser humano|acto|hecho))\b",
            r"consideran? (?:niñ|adolescente|menor)\w*",
            r"constituye[n]?\b",
            r"entendera que\b",
            r"determin(?:anse|ase)\b",
            r"se determinan?\b",
            r"(?:habra|hay|existe|existira) (?:\w+ ){1,6}?cuando\b",
        ),
    ),
    (
        "declaration",
        words(
            r"tiene[n]? derecho\b",
            r"tendran? derecho\b",
            r"derecho a\b",
            r"derecho de\b",
            r"gratuit[oa]s?\b",
            r"gratuidad\b",
            r"sin costo\b",
            r"edad(?:es)? minimas?\b",
            r"edad (?:laboral|para (?:empezar a |comenzar a )?trabajar)\b",
            r"irrelevantes?\b",
            r"carec(?:e|era) de\b",
            r"comprenden? a\b",
            r"no exim[ei]\w*",
            r"no (?:constituira|sera|es|constituye) (?:causal|causa|eximente|atenuante)\w*",
            r"garantiza\w*",
            r"reconoce[n]?\b",
            r"asegura[rn]?a?\b",
            r"protege\w*",
            r"es libre\b",
            r"el estado\b",
        ),
    ),
)

_AGE_OF = r"(?: la)?(?: edad)?(?: minima)?(?: de)?(?: los| las)?"
_YEARS = r" años?\b"
_TAIL = r"(?: de edad)?(?: cumplidos)?(?: de edad)?"

AGES: Final = (
    AgePattern(
        "range",
        words(
            rf"(?:mas de|mayor(?:es)? de|desde|a partir de|(?:hayan?|hubieren?|han?) cumplido|tengan?|tener|de)(?: la edad de)?(?: los| las)? {LOW}"
            rf"(?: años)?{_TAIL},? ?(?:y|e|pero|,|o)? ?(?:que )?(?:y )?(?:hasta|menor(?:es)? (?:de|a|que)|menos de|no (?:hayan?|hubieren?) cumplido"
            rf"|que no hayan cumplido|no (?:sean )?mayor(?:es)? de|sin haber cumplido|hasta cumplir|a|hasta la edad de)(?: aun)?(?: los| las)? {HIGH}{_YEARS}{_TAIL}",
            rf"(?:(?:tengan?|tener|tuvieren) )?(?:mas de|mayor(?:es)? de|desde|a partir de) {LOW} años{_TAIL},? (?:y|e|pero) (?:que )?(?:menos de|menor(?:es)? de|hasta) {HIGH}(?:{_YEARS})?{_TAIL}",
            rf"{LOW} años o mas y(?: con)? menos de {HIGH}{_YEARS}{_TAIL}",
            rf"(?:mas|mayor(?:es)?) de {LOW}(?: años{_TAIL})?,? (?:y|pero|e) (?:que )?(?:sean? )?menor(?:es)? de {HIGH}(?:{_YEARS})?{_TAIL}",
            rf"(?:desde|de|entre) (?:los |las )?{LOW}(?: años)?{_TAIL},? (?:y |a |e )?hasta (?:que )?(?:cumpl\w+|alcan\w+|antes de cumplir)?(?: (?:los|las))? {HIGH}{_YEARS}{_TAIL}",
            rf"de {LOW} (?:y|o) {HIGH}{_YEARS}{_TAIL}",
            rf"entre(?: la edad de)?(?: los| las)? {LOW}(?: años{_TAIL})? (?:y|a)(?: menos de)?(?: los| las)? {HIGH}{_YEARS}{_TAIL}",
        ),
        sure=False,
    ),
    AgePattern(
        "from",
        words(
            rf"no (?:sean? |podra ser |debe ser |sera )?(?:menor(?:es)?|inferior(?:es)?) (?:de|a|que){_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:mayor(?:es)? (?:de|a)|mas de|superior a|al menos|por lo menos|como minimo|minimo de|desde|a partir de){_AGE_OF} {N}{_YEARS}{_TAIL}",
        ),
        sure=False,
    ),
    AgePattern(
        "from",
        words(
            rf"mayores de {N}(?:{_YEARS})?{_TAIL}",
            rf"(?:hayan?|hubieren?|hubieran?|hubiesen?|han?|habiendo|haber|tengan?|tenga) (?:cumplido|alcanzado|cumplidos)(?: ya)?{_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:cumpl(?:e|en|a|an|ir|idos|iere|ieren)|alcancen|alcanzar|alcance){_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:tener|tenga|tengan|contar con|cuenten con){_AGE_OF} {N}{_YEARS}(?: de edad| cumplidos| o mas)+",
            rf"(?:tener|tenga|tengan) (?:mas de|como minimo|al menos|por lo menos){_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:desde|a partir de) (?:la edad de|los|las) {N}{_YEARS}{_TAIL}",
            rf"{N} años (?:cumplidos|o mas|de edad o mas|en adelante|y mas)",
            rf"edad (?:laboral|para (?:empezar a |comenzar a )?trabajar)(?:(?! menor| inferior)[^.;:\n\x01]){{0,60}} {N}{_YEARS}{_TAIL}",
            rf"edad(?:es)? minimas?(?:(?! menor| inferior)[^.;:\n\x01]){{0,160}} {N}{_YEARS}{_TAIL}",
            rf"(?:en|la edad de) {N}{_YEARS}(?: de edad)?,? (?:la|como)(?: la)? edad minima",
            rf"(?<=[).-] ){N}{_YEARS}(?=(?:,| para) (?:el |la |las |los )?(?:trabaj|labor|activid|tarea|faena|ocupacion|demas|cas[oa]))",
        ),
    ),
    AgePattern(
        "below",
        words(
            rf"menor(?:es)? (?:de|a|que){_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:menos de|inferior(?:es)? a|por debajo de|antes de){_AGE_OF} {N}{_YEARS}{_TAIL}",
        ),
        sure=False,
    ),
    AgePattern(
        "below",
        words(
            rf"(?:personas|niños?|niñas?|adolescentes|trabajadores|varones|mujeres|jovenes|individuos|aprendices|menores) (?:y \w+ )?(?:que sean )?menores (?:de|a)(?: la edad de)?(?: los)? {N}(?:{_YEARS})?{_TAIL}",
            rf"(?:no|aun no|todavia no) (?:hayan?|hubieren?|hubieran?|hubiesen?|han?) (?:cumplido|alcanzado)(?: aun| todavia)?{_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"(?:sin haber cumplido|antes de cumplir|antes de haber cumplido|no cumplan|no tengan|no tenga|no alcancen)(?: aun)?{_AGE_OF} {N}{_YEARS}{_TAIL}",
            rf"menores de (?:edad )?(?:de )?{N}(?:{_YEARS})?{_TAIL}",
            rf"menor(?:es)? de edad (?:inferior(?:es)? a|de) {N}{_YEARS}",
        ),
    ),
    AgePattern(
        "until",
        words(
            rf"(?:hasta|hasta cumplir|hasta que cumplan?|hasta la edad de|hasta haber cumplido){_AGE_OF} {N}{_YEARS}{_TAIL}",
        ),
        sure=False,
    ),
    AgePattern(
        "until",
        words(
            rf"hasta (?:cumplir|cumplid[oa]s|haber cumplido|que cumplan?|que hayan? cumplido|alcanzar)(?: los| la edad de)? {N}(?:{_YEARS})?{_TAIL}",
        ),
    ),
    AgePattern(
        "exact",
        words(
            rf"(?:edad de|a la edad de|a los) {N}{_YEARS}{_TAIL}",
            rf"{N} años de edad",
        ),
        sure=False,
    ),
)
DURATION: Final = words(
    r"prision",
    r"reclusion",
    r"presidio",
    r"carcel",
    r"penas?\b",
    r"privativa",
    r"arresto",
    r"inhabilita\w+",
    r"multas?",
    r"plazos?",
    r"terminos?",
    r"periodos?",
    r"vigencia",
    r"duracion",
    r"durante",
    r"antiguedad",
    r"experiencia",
    r"prescri\w+",
    r"mandatos?",
    r"residencia",
    r"ultimos",
    r"transcurrid\w+",
    r"internacion",
    r"suspension",
    r"cada",
    r"condena\w*",
    r"escala",
    r"ejercicio",
)
PERIOD_AFTER: Final = re.compile(
    r" (?:contados|desde|a partir|de (?:antiguedad|servicio|prision|reclusion|experiencia|residencia|ejercicio|duracion|"
    r"vigencia|privacion|pena|carcel|inhabilitacion|estudio|educacion|escolaridad)|y multa)\b"
)
IMPRISONMENT: Final = words(
    # the term before the word: "de cinco a diez años de prisión"
    rf"(?:de |hasta )?{LOW}(?: (?:años?|meses|mes|dias?))?(?: (?:a|y|hasta) {HIGH})? (?:años?|mes|meses|dias?) de "
    r"(?:prision|reclusion|presidio|carcel|penitenciaria|arresto|privacion|pena privativa)",
    r"prision",
    r"reclusion",
    r"presidio",
    r"carcel",
    r"privativas? de (?:la )?libertad",
    r"penitenciari\w+",
    r"arresto\b",
    r"privacion de (?:la )?libertad",
)
FINE: Final = words(r"multas?\b", r"sancion(?:es)? pecuniarias?", r"jornales minimos", r"dias[- ]multa")
_UNIT = r"(?P<unit>año|mes|dia)"
TERM: Final = (
    (
        "range",
        re.compile(
            rf"(?:(?:de|entre|desde) (?:los )?|^){LOW}(?: \w+)? (?:a|y|hasta)(?: los)? {HIGH} {_UNIT}"
        ),
    ),
    ("range", re.compile(rf"(?:de|entre) {LOW} (?:año|mes|dia)\w* (?:a|y|hasta) {HIGH} {_UNIT}")),
    (
        "range",
        re.compile(
            rf"no (?:menor|inferior) (?:de|a) {LOW}(?: (?:año|mes|dia)\w*)?,? (?:ni|y no) (?:mayor|superior) (?:de|a) {HIGH} {_UNIT}"
        ),
    ),
    (
        "from",
        re.compile(rf"(?:no (?:menor|inferior) (?:de|a)|minim[oa] de|no sera menor (?:de|a)) {LOW} {_UNIT}"),
    ),
    (
        "until",
        re.compile(
            rf"(?:hasta|no (?:mayor|superior) (?:de|a)|maxim[oa] de|no exceda de) (?:los )?{HIGH} {_UNIT}"
        ),
    ),
    ("exact", re.compile(rf"(?:(?:de|por) |^){LOW} {_UNIT}")),
)
UNITS: Final = {"año": 12.0, "mes": 1.0, "dia": 1 / 30}
EXCEPTION: Final = words(
    r"salvo\b",
    r"excepto\b",
    r"con (?:la )?(?:sola )?excepcion\b",
    r"a excepcion de\b",
    r"exceptuase\b",
    r"exceptuanse\b",
    r"se exceptua\w*",
    r"exceptuand\w+",
    r"a menos que\b",
    r"excluyend\w+",
    r"se excluye\w*",
    r"excluidos?\b",
    r"fuera de los casos\b",
)
CONDITION: Final = words(
    r"(?:que|y|cuando|si|donde) no (?:se )?(?:trate|sea|sean|implique|pong|perjudi|resulte|afecte|revista|constituya|impida|entrañe|cause|dañe|interfier|"
    r"represente|supong|tenga)\w*",
    r"no (?=peligros|insalubr|nociv|perjudicial|riesgos|industrial)",
    r"ni (?=insalubr|peligros|nociv|perjudicial|riesgos)",
    r"no podran ser (?=peligros|insalubr|nociv|perjudicial)",
    r"sin (?:perjuicio de su|afectar|interferir)\b",
    r"sin que (?:se )?(?:trate|constituya|implique)\w*",
)
SCOPE: Final = words(
    r"no (?:se |sera |seran |es |son )?aplica(?:ra|ran|ble|bles|n)?\b",
    r"no (?:alcanza|comprende|rige|regira)\w*",
    r"quedan? (?:excluid|exceptuad|exclui)\w+",
    r"estan? (?:excluid|exceptuad)\w+",
    r"se exclu(?:ye|iran|ira)\w*",
    r"se exceptua\w*",
    r"exceptuanse",
    r"exceptuase",
    r"no (?:estan|quedan|estaran) (?:sujet|comprendid|regid|sometid)\w+",
    r"excluyense",
)
PROGRAMME: Final = words(
    r"promover\w*",  # the offence has the subjunctive or a relative: "quien promueva", "el que promueve"
    r"promoviendo\b",
    r"promocion\b",
    r"(?<!\bque )(?<!\bquien )promueven?\b",
    r"fomenta\w*",
    r"propend\w+",
    r"programas?\b",
    r"politicas?\b",
    r"plan(?:es)?\b",
    r"campañas?\b",
    r"difu\w+",
    r"sensibiliza\w*",
    r"coordina\w*",
    r"vela\w*",
    r"medidas\b",
    r"objetiv[oa]s?\b",
    r"principios?\b",
    r"lineamientos?\b",
    r"funciones\b",
    r"atribuciones\b",
    r"facultades\b",
    r"erradica\w+",
    r"prevenir\b",
    r"prevencion\b",
    r"adoptara\w*",
    r"desarrolla\w*",
    r"competencias?\b",
    r"tiene por objeto\b",
    r"estadistic\w+",
    r"informar\b",
    r"registro\b",
    r"capacita\w+",
    r"combat\w+",
    r"lucha\b",
    r"convenio[s]?\b",
    r"comision\b(?! del? (?:[\w\x01]+ ){0,3}?(?:delito|crimen|hecho|infraccion|ilicit))",
    r"comite\b",
    r"consejo\b",
)
PROVISO: Final = re.compile(r"(?<=[,;] )(?:sin embargo|no obstante|asimismo|en ningun caso|tampoco)\b")
ABBREVIATIONS: Final = frozenset(
    {
        "art",
        "arts",
        "inc",
        "incs",
        "no",
        "nro",
        "num",
        "nums",
        "sr",
        "sra",
        "dr",
        "dra",
        "cap",
        "tit",
        "ley",
        "dec",
        "pag",
        "ss",
        "vs",
        "etc",
        "ej",
        "lit",
        "ord",
        "fr",
        "parr",
        "ed",
        "cit",
        "exp",
        "res",
    }
)
EDITORIAL: Final = re.compile(
    r"\((?:\W*)(?:articulo|parrafo|inciso|apartado|titulo|capitulo|nota|ultimo|primer|segundo|tercer|texto|denominacion|expresion|por art|reformad|modificad|adicionad|declarad)[^()]{0,400}"
    r"(?:\([^()]{0,200}\)[^()]{0,300}){0,4}\)"
)
AGGRAVATED: Final = words(
    r"(?:la|las) penas?(?: \w+){0,8} (?:sera|seran|se)\b",
    r"(?:se |sera |seran )?(?:aumentara|agravara|elevara|incrementara)n?\b",
    r"(?:deben?|deberan?|podran?) (?:ser )?(?:aumentar|agravar|elevar|incrementar)(?:se)?\b",
    r"se (?:agrava|aumenta|eleva|incrementa|duplica)n?\b",
    r"(?:aumentad|agravad|elevad|incrementad)[oa]s?\b",
    r"(?:el castigo|la sancion|la escala) (?:\w+ ){0,4}?(?:sera|se)\b",
    r"agravante\w*",
    r"en (?:el caso|los casos|los supuestos) (?:del|de los|previstos)\b",
    r"circunstancias? agravantes?\b",
    r"(?<!aunque )(?<!aun cuando )mediare[n]?\b",
    r"cuando (?:la victima|el autor|el hecho|los hechos|mediare|concurriere|se (?:comet|ejecut|utili[cz]|emple)[ae]n?)\b",
)
BREACH: Final = words(
    r"infring\w+",
    r"infraccion(?:es)?\b",
    r"contraven\w+",
    r"incumpl\w+",
    r"en fraude\b",
    r"viol(?:en|are|aren|acion)\b",
    r"transgred\w+",
    r"no (?:cumpla|cumplan|observe|observen|cumpliere)\b",
)
WHOLE: Final = words(
    r"(?:disposiciones|normas|preceptos|obligaciones|prohibiciones|lo dispuesto|lo establecido|infraccion(?:es)?) (?:\w+ ){0,3}?(?:de|en|a|del)"
    r" (?:esta|este|la presente|el presente|presente) (?:ley|codigo|decreto|norma)\b",
)
REACHES: Final = words(
    r"(?:alcanza|comprende|se extiende|se aplica|rige|regira)n? (?:tambien )?(?:a|para|en)? ?(?:toda|todo|todas|todos|cualquier)\b",
    r"(?:incluso|inclusive|incluid[oa]s?|aun) [^.;]{0,60}(?:excluid|exceptuad|mencionad)",
)
FINITE: Final = words(
    r"(?:se|sera|seran|es|son|esta|estan|quedan?|tienen?|deben?|pueden?|han?|hay|no|nadie|ningun\w*|corresponde|constituyen?|comprende|cometen?|incurren?|quien|quienes)\b",
    r"\w{3,}(?:ra|ran|ase|anse|ese|ense)\b",
    r"(?:prohib|requier|exig|establec|determin|regul|rig|goz|respond|pertenec|comienz|consist|sancion|castig|fij|cre|aplic|"
    r"dispon|promuev|proteg|asegur|prest|adquier|termin|dur|nac|comprend|garantiz|reconoc|declar|impart)[ae]n?\b",
)
REFERRAL: Final = words(
    r"se aplicaran? (?:a[l]? |a la |a las |a los )?[^.;]{0,80}(?:disposiciones|normas|reglas|lo dispuesto)",
    r"(?:regiran?|seran? aplicables?)[^.;]{0,60}(?:disposiciones|normas|reglas|lo dispuesto)",
)
MEANS: Final = words(
    r"se (?:entiende|entendera|define)n?\b",
    r"enti[e]ndese\b",
    r"entiendase\b",
    r"significa\b",
    r"a los (?:efectos|fines) de (?:esta|la presente|este)\b",
)
UNPUNISHED: Final = words(
    r"no (?:sera|seran|es|son|podra ser|podran ser) (?:\w+ ){0,3}?(?:punibl|sancionad|penad|castigad|imputabl|perseguid|procesad|responsabl)[^.;]{0,60}",
    r"(?:exent[oa]s?|eximid[oa]s?) de (?:toda )?(?:pena|responsabilidad|sancion)",
)
MANDATE: Final = words(
    r"(?:funciones|atribuciones|facultades|competencias?|objetivos|fines|deberes)\b",
)
BYGONE: Final = words(
    r"que (?:haya|hayan|hubiere|hubieren|hubiera|ha|han) sido (?:liberad|condenad|rescatad|egresad)[^.;,]{0,160}",
)
CONTENTS: Final = words(
    r"(?:contendra|contendran|debera contener|deberan contener|contenga|contengan|consignara|consignaran|expresara|"
    r"seran nulas|seran nulos|sera nula|sera nulo|hara constar|haran constar|debera indicar|especificara|incluira los siguientes datos)",
)
CITED_LAW: Final = re.compile(
    r"(?:Ley|Código|Decreto|Convenio|Convención|Protocolo|Reglamento|Constitución)"
    r"(?:\s+(?:N[°º.]{0,2}\s?|Nro\.?\s?|No\.\s?)?[0-9][0-9./-]{0,12})?"
    r"(?:,?\s+(?:(?:de|del|la|las|los|el|y|e|o|sobre|para|contra|en|a|relativ[oa])\s+){0,4}[A-ZÁÉÍÓÚÑ][\w-]{1,30}){1,12}"
)
REGARDLESS: Final = words(
    r"aun(?:que| cuando| sin)\b",
    r"(?:sin|no) (?:que )?(?:se )?(?:sea |sera |es )?(?:necesari\w+|requier\w+|requerira\w*|exigira|exige|importar|importa)\b",
    r"independientemente\b",
    r"con independencia\b",
    r"medi(?:e|en|ara|aran|are|aren) o no\b",
    r"con o sin\b",
    r"haya(?: \w+)? o no\b",
    r"exista o no\b",
    r"incluso (?:cuando|si|sin)\b",
    r"no (?:se )?(?:tendra|tendran|tomara)n? en cuenta\b",
    r"irrelevante\b",
    r"no sera (?:un )?(?:requisito|eximente|necesario)\b",
    r"sin perjuicio de que\b",
    r"a pesar de\b",
    r"se recurra o no\b",
    r"no excluye\b",
    r"no recurra\b",
)
STAGES: Final = (
    SchoolStage(
        re.compile(
            r"(?:hasta|finalizacion|culminacion|conclusion|terminacion|fin|completar|incluy\w+|comprend\w+|extiend\w+)[^.;\n]{0,80}"
            r"(?:secundari[ao]|bachiller\w*|educacion media|enseñanza media|nivel medio|media superior|preparatoria|diversificad[ao])"
        ),
        18,
    ),
    SchoolStage(
        re.compile(
            r"obligatorias? (?:la|el|los|las) (?:(?! (?:es|son|sera|seran) )[^.;\n]){0,80} (?:secundari[ao]|bachiller\w*|medi[ao]|diversificad[ao])\b"
        ),
        18,
    ),
    SchoolStage(
        re.compile(
            r"obligatori(?:a|as|edad) (?:en|para|desde)(?:(?! (?:es|son|sera|seran) )[^.;\n]){0,60} nivel(?:es)?"
            r"(?:(?! (?:es|son|sera|seran) )[^.;\n]){0,60} (?:secundari[ao]|bachiller\w*|medi[ao]|diversificad[ao])\b"
        ),
        18,
    ),
    SchoolStage(
        re.compile(
            r"(?:secundari[ao]|bachiller\w*|educacion media|nivel medio|enseñanza media|media superior|diversificad[ao])"
            r"(?:,? \w+){0,4} (?:es|sera|son|seran|tiene caracter|tendra caracter|con caracter) (?:\w+ )?obligatori"
        ),
        18,
    ),
)
SENTENCES: Final = True
