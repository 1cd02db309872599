"""Spanish."""

from typing import Final

PHRASES: Final[dict[str, str]] = {
    # statuses, verdicts, answers
    "met": "cumple",
    "partial": "parcial",
    "gap": "vacío",
    "conflict": "conflicto",
    "review": "revisar",
    "not applicable": "n/a",
    "yes": "sí",
    "no": "no",
    "satisfied": "satisfecho",
    "violated": "contrariado",
    "absent": "ausente",
    "uncertain": "incierto",
    "the law says what the standard asks for": "la ley dice lo que la norma internacional pide",
    "some of it is there, or an exclusion undermines it": "está en parte, o una exclusión lo debilita",
    "no law that was read says it": "ninguna ley leída lo dice",
    "the law says the contrary": "la ley dice lo contrario",
    "the texts read do not decide it, or a relevant text is missing": (
        "los textos leídos no lo deciden, o falta un texto pertinente"
    ),
    "it does not bind this country, or there is nothing for it to govern": (
        "no obliga a este país, o no hay materia que regir"
    ),
    # pillars, areas, roles, severity
    "legislation": "legislación",
    "enforcement": "aplicación",
    "coordination": "coordinación",
    "social protection": "protección social",
    "child labour": "trabajo infantil",
    "forced labour": "trabajo forzoso",
    "trafficking": "trata",
    "cross cutting": "transversal",
    "supports": "apoya",
    "contradicts": "contradice",
    "exception": "excepción",
    "sanction": "sanción",
    "binding": "obligatorio",
    "guidance": "orientación",
    "severity low": "gravedad baja",
    "severity medium": "gravedad media",
    "severity high": "gravedad alta",
    "severity critical": "gravedad máxima",
    # values
    "age {years}": "edad {years}",
    "minimum age work": "edad mínima para trabajar",
    "minimum age hazardous work": "edad mínima para el trabajo peligroso",
    "minimum age light work": "edad mínima para el trabajo ligero",
    "minimum age conscription": "edad mínima del servicio militar obligatorio",
    "minimum age enlistment": "edad mínima de alistamiento voluntario",
    "compulsory education age": "edad hasta la que es obligatoria la enseñanza",
    "age of child": "edad hasta la que se es niño",
    "age of child trafficking victim": "edad hasta la que la víctima de trata es niño",
    "protected age armed groups": "edad protegida frente a los grupos armados",
    # the matrix
    "gap matrix": "matriz de brechas",
    "The laws given": "Las leyes dadas",
    "profile {name}": "perfil {name}",
    "as of {date}": "al {date}",
    "laws read: {n}": "leyes leídas: {n}",
    "not used: {n}": "no usadas: {n}",
    "missing: {n}": "faltan: {n}",
    "skipped: {n}": "omitidas: {n}",
    "All": "Total",
    "Standards": "Estándares",
    "Standard": "Estándar",
    "Requirement": "Requisito",
    "Verdict": "Veredicto",
    "Age": "Edad",
    "Why": "Por qué",
    "Evidence": "Prueba",
    "What the words mean": "Qué significan las palabras",
    "Laws read": "Leyes leídas",
    "Laws cited": "Leyes citadas",
    "Laws read, not cited": "Leyes leídas y no citadas",
    "Laws read, not used": "Leyes leídas y no usadas",
    "Missing laws": "Leyes que faltan",
    "Skipped files": "Archivos omitidos",
    "Assumptions": "Supuestos",
    "{n} provisions": "{n} disposiciones",
    # a requirement explained
    "{instrument}, article {article}": "{instrument}, artículo {article}",
    "Applies where {instrument} is ratified.": "Se aplica donde {instrument} está ratificado.",
    "Applies where there are armed forces.": "Se aplica donde hay fuerzas armadas.",
    "Applies where there is conscription.": "Se aplica donde hay servicio militar obligatorio.",
    "What is looked for": "Qué se busca",
    "all of these": "todo esto",
    "any one of these": "alguno de estos",
    "at least {n} of these": "al menos {n} de estos",
    "at least so many of these": "al menos tantos de estos",
    "not this": "no esto",
    "a rule that says so": "una regla que lo diga",
    "an age": "una edad",
    "a punishment": "una pena",
    "what the rule must cover": "lo que la regla debe abarcar",
    "who may not be left out": "a quién no se puede excluir",
    "elements the offence may not need": "elementos que el delito no puede exigir",
    "a list of types": "una lista de tipos",
    "two values compared": "comparación de dos valores",
    "ratification": "ratificación",
    "at least {bound}": "al menos {bound}",
    "at least {n} entries": "al menos {n} entradas",
    "the age declared under {instrument}": "la edad declarada conforme a {instrument}",
    "{age} where {declared} was declared under {instrument}": (
        "{age} donde se declaró {declared} conforme a {instrument}"
    ),
    "the value of {requirement}": "el valor de {requirement}",
    "else {age}": "si no, {age}",
    "prohibition": "prohibición",
    "obligation": "obligación",
    "permission": "permiso",
    "power": "facultad",
    "offence": "delito",
    "definition": "definición",
    "declaration": "declaración",
    "repeal": "derogación",
    "imprisonment": "prisión",
    "fine": "multa",
    "closure": "clausura",
    "disqualification": "inhabilitación",
    "Examples": "Ejemplos",
    "Ways to close a gap": "Cómo cerrar la brecha",
    "Functions that somebody must hold": "Funciones que alguien debe tener",
    "adjudicate": "juzgar",
    "assist": "asistir",
    "authorise": "autorizar",
    "compensate": "indemnizar",
    "coordinate": "coordinar",
    "educate": "educar",
    "identify victims": "identificar a las víctimas",
    "inspect": "inspeccionar",
    "investigate": "investigar",
    "list hazardous work": "listar el trabajo peligroso",
    "oversee": "supervisar",
    "prevent": "prevenir",
    "prosecute": "acusar",
    "provide social benefits": "otorgar prestaciones sociales",
    "receive complaints": "recibir denuncias",
    "refer": "derivar",
    "register": "registrar",
    "regulate": "reglamentar",
    "shelter": "dar refugio",
    "Indicators": "Indicadores",
    "Related requirements": "Requisitos relacionados",
    "equivalent": "equivalente",
    "narrower": "más estrecho",
    "Sources": "Fuentes",
    "article {article}": "artículo {article}",
    "checked against {source}": "cotejado con {source}",
    "not verified yet": "aún sin verificar",
    # a verdict explained
    "confidence {number}": "confianza {number}",
    "Found": "Hallado",
    "What would change it": "Qué lo cambiaría",
    "Leaf by leaf": "Hoja por hoja",
    "Evidence, best first": "Pruebas, la mejor primero",
    "Note": "Nota",
    "follows from {requirements}": "se sigue de {requirements}",
    "The first rule that holds gives the verdict": "Decide la primera regla que se cumple",
    "where": "donde",
    "and": "y",
    "or": "o",
    "otherwise": "en los demás casos",
    # why
    "{label} of {law} says the contrary": "{law}, {label}, dice lo contrario",
    "{label} of {law} lays it down": "{law}, {label}, lo establece",
    "{label} of {law} lays down what should not be": "{law}, {label}, establece lo que no debería",
    "{label} of {law} comes near, but does not clearly lay it down": (
        "{law}, {label}, se acerca, pero no lo establece con claridad"
    ),
    "no provision that was read lays it down": "ninguna disposición leída lo establece",
    "no provision that was read fixes such an age": "ninguna disposición leída fija esa edad",
    "{label} of {law} leaves the age open": "{law}, {label}, deja abierta la edad",
    "{label} of {law} sets {age}": "{law}, {label}, fija {age}",
    "{label} of {law} sets {age}, derived from the stage of schooling": (
        "{law}, {label}, fija {age}, deducida del nivel escolar"
    ),
    "it protects children only below {age}": "protege solo a menores de {age}",
    "but {label} of {law} allows it from {age}": "pero {law}, {label}, lo permite desde los {age}",
    "but it gives way to the consent of a parent": "pero cede ante el consentimiento de los padres",
    "it does not clearly do so for this matter": "no lo hace con claridad para esta materia",
    "but {label} of {law} speaks of {age}": "pero {law}, {label}, habla de {age}",
    "this is enough only if the country declared it, and no declaration is on record": (
        "basta solo si el país la declaró, y no consta declaración alguna"
    ),
    "{age} is asked by the standard": "la norma pide {age}",
    "{age} is asked by the standard, as no declaration is on record": (
        "la norma pide {age}, pues no consta declaración alguna"
    ),
    "{age} is asked, the age declared under {instrument}": (
        "se pide {age}, la edad declarada conforme a {instrument}"
    ),
    "{age} is asked where a country declared {declared} under {instrument}": (
        "se pide {age} donde el país declaró {declared} conforme a {instrument}"
    ),
    "{age} is asked, the value found for {requirement}": "se pide {age}, el valor hallado para {requirement}",
    "one of the two ages is not known": "no se conoce una de las dos edades",
    "{label} of {law} punishes it": "{law}, {label}, lo castiga",
    "{label} of {law} punishes it with less than {months} months of imprisonment": (
        "{law}, {label}, lo castiga con menos de {months} meses de prisión"
    ),
    "no punishment was found for it": "no se halló pena para ello",
    "every element is named": "se nombran todos los elementos",
    "{n} of {all} elements are named": "se nombran {n} de {all} elementos",
    "missing: {names}": "falta: {names}",
    "there is no rule to look for exclusions in": "no hay regla en la que buscar exclusiones",
    "{label} of {law} leaves out {names}": "{law}, {label}, deja fuera: {names}",
    "no exclusion was found": "no se halló ninguna exclusión",
    "{label} of {law} needs no means": "{law}, {label}, no exige medio alguno",
    "{label} of {law} lifts the means for children": (
        "{law}, {label}, dispensa de los medios cuando se trata de niños"
    ),
    "{label} of {law} needs means such as force or deceit, for children too": (
        "{law}, {label}, exige medios como la fuerza o el engaño, también para los niños"
    ),
    "the offence does not name its acts, so its elements are not known": (
        "el delito no nombra sus acciones, y no se conocen sus elementos"
    ),
    "{label} of {law} lists the types": "{law}, {label}, enumera los tipos",
    "{label} of {law} leaves the types to a list or regulation that was not read": (
        "{law}, {label}, deja los tipos a una lista o un reglamento que no se leyó"
    ),
    "no list of types was found": "no se halló una lista de tipos",
    "it is not on record whether {instrument} was ratified": "no consta si {instrument} fue ratificado",
    "the country has ratified {instrument}": "el país ha ratificado {instrument}",
    "the country has not ratified {instrument}": "el país no ha ratificado {instrument}",
    "the country has no conscription": "el país no tiene servicio militar obligatorio",
    "the country has no armed forces": "el país no tiene fuerzas armadas",
    "the register lists {law} as missing, which could answer it": (
        "el registro señala como faltante {law}, que podría responderlo"
    ),
    "no law on this matter is among those that were read": (
        "entre las leyes leídas no hay ninguna sobre esta materia"
    ),
    "The text of the law that was not read.": "El texto de la ley que no se leyó.",
    "Repeal or narrowing of the first provision cited.": (
        "La derogación o restricción de la primera disposición citada."
    ),
    "A change of the facts.": "Un cambio de los hechos.",
    "A change of that fact.": "Un cambio de ese hecho.",
    "Another rule that covers those left out.": "Otra regla que alcance a los excluidos.",
    "Amendment of the provision cited as contradicting.": (
        "La reforma de la disposición citada como contraria."
    ),
    "A reading of the provisions shown by a lawyer, or a provision that says it clearly.": (
        "Que un jurista lea las disposiciones mostradas, o una disposición que lo diga con claridad."
    ),
    "A provision in force that lays it down.": "Una disposición vigente que lo establezca.",
    "the requirement itself is not verified against its text": (
        "el requisito mismo no está cotejado con su texto"
    ),
}
