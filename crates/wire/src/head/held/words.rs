//! The words that kills, holds and embargoes are made of, in the languages of the wires, and what each is to the rules.

/// What a word or phrase is to the rules of `held`: a set of these bits.
pub(super) type Class = u64;
/// Takes a story back, as a label or of a story.
pub(super) const KILL: Class = 1;
/// The same, of a story only: alone it may mean anything.
pub(super) const KILLS: Class = 1 << 1;
/// Keeps it until further notice.
pub(super) const HOLD: Class = 1 << 2;
/// Goes with any of these in a label.
pub(super) const SMALL: Class = 1 << 3;
/// The same, and names the thing: `story`.
pub(super) const THING: Class = 1 << 4;
/// The story itself, without a doubt …
pub(super) const THIS: Class = 1 << 5;
/// … and in a note.
pub(super) const OWN: Class = 1 << 6;
/// Forbids its use.
pub(super) const UNUSED: Class = 1 << 7;
/// An embargo: a noun that others need, too …
pub(super) const EMBARGO: Class = 1 << 8;
/// … and a word that says nothing else.
pub(super) const EMBARGOED: Class = 1 << 9;
/// Up to when.
pub(super) const UNTIL: Class = 1 << 10;
/// From when on.
pub(super) const FROM: Class = 1 << 11;
/// There is none, or no longer.
pub(super) const NONE: Class = 1 << 12;
/// Something else than this story: the sentence is about that.
pub(super) const OTHER: Class = 1 << 13;
/// A time: a clock, a day, a month, a zone.
pub(super) const TIME: Class = 1 << 14;
/// No time, and as good as one: `further notice`.
pub(super) const NOTICE: Class = 1 << 15;
/// Before when.
pub(super) const BEFORE: Class = 1 << 16;
/// Up to when or from when on, if a time follows at once: `to 0001 Friday`.
pub(super) const TO: Class = 1 << 17;
/// A label that heads news as well: `CANCELLED: concert of …`
pub(super) const NEWS: Class = 1 << 21;
/// Not before a time …
pub(super) const LATER: Class = 1 << 19;
/// … if it is about this.
pub(super) const PUBLISH: Class = 1 << 20;
/// Forbids its use, and may be said of what follows: `Not for publication: telephone numbers`.
pub(super) const PRIVATE: Class = 1 << 18;
/// A picture, a film, a chart: who withdraws that withdraws no story.
pub(super) const PICTURE: Class = 1 << 22;
/// Somebody says it: what is said is no notice.
pub(super) const SAYS: Class = 1 << 23;
/// A verb that tells a story.
pub(super) const TELLS: Class = 1 << 24;
/// Why a story is taken back.
pub(super) const REASON: Class = 1 << 25;
/// Said of roads as well.
pub(super) const ROAD: Class = 1 << 26;
/// From where a story is withdrawn, and nothing else.
pub(super) const SERVICE: Class = 1 << 27;
/// What a bid or a law may be as well as a story: `BID FOR ACME - WITHDRAWN`
pub(super) const STATE: Class = 1 << 28;
/// By which editors are told to take a story back or to hold it …
pub(super) const ORDER: Class = 1 << 29;
/// … and what is only a part of one.
pub(super) const PART: Class = 1 << 30;
/// The story of whoever is named before it: `Reuters has withdrawn its story`
pub(super) const ITS: Class = 1 << 31;
/// The beginning of a German sentence that may end with `nicht`: `Bitte verwenden Sie die Meldung dpa 0157 nicht`
pub(super) const ASK: Class = 1 << 32;
/// A story that is told by when it was sent, or by its number: this one in a notice, another where a story goes on behind.
pub(super) const SENT: Class = 1 << 33;
/// What a firm sends, and those who pass it on: of an embargo it is the story itself, of what is withdrawn it may be any.
pub(super) const RELEASE: Class = 1 << 34;
/// What tells nothing of embargoes and kills.
pub(super) const PLAIN: Class = PICTURE | SAYS | TELLS | REASON | ROAD | SERVICE | PART;

/// The words in lower case; apostrophes and hyphens are blanks. English of the stylebooks in
/// `../shared/reference/wire-copy.md`, section 3, and the faults of readers; other languages: general knowledge of what their
/// agencies write, in the forms in which labels and notes have them.
#[rustfmt::skip]
pub(super) const WORDS: &[(Class, &[&str])] = &[
    (KILL, &[
        // English, French, Spanish, Portuguese, Italian
        "kill", "killed", "kills", "anulowanie depeszy", "unpublish", "please unpublish", "please take down", "please spike", "please pull", "delete this story",
        "delete this item", "delete story", "withdrawn", "withdrawal", "eliminated", "elimination", "retracted", "retraction", "takedown", "spiked",
        "cancelled", "canceled", "annulled",
        "annulation", "à annuler", "annulé", "annulée", "annule", "annuler", "annulons",
        "anulación", "anulacion", "anulado", "anulada", "anula", "anular", "anulen", "anulamos", "queda anulada", "queda anulado",
        "anulação", "anulem", "anulámos",
        "annullamento", "annullato", "annullata", "annulla", "annullare",
        // German, Dutch, Scandinavian
        "storno", "streichung", "storniert", "stornierung", "zurückgezogen", "zurueckgezogen", "annulliert", "zurückziehung",
        "ingetrokken", "intrekking", "geannuleerd",
        "återkallas", "återkallad", "återkallat", "makuleras", "makulerad", "dras tillbaka", "annulleras", "dragits tillbaka",
        "trekkes tilbake", "trukket tilbake", "trekkes", "trukket", "trækkes tilbage", "trukket tilbage", "annulleres", "annulleret", "annullert",
        "tilbagekaldes", "tilbagekaldt", "tilbakekalles", "tilbakekalt",
        // Finnish, Russian, Polish, Czech, Turkish
        "annullering", "annullierung", "annulatie", "annulering", "utgår", "udgår", "mitätöinti", "on mitätöity", "on peruttu", "poistetaan", "mitätöity", "mitätöidään", "peruttu",
        "аннулировать", "аннуляция", "аннулировано", "аннулирована", "аннулирован", "аннулируется", "аннулирование", "отозвано", "отозвана", "отозван",
        "anulowano", "anulowana", "anulowane", "anulowanie", "anulujemy", "anulujmy", "wycofano", "wycofana", "wycofane", "wycofujemy",
        "stornována", "stornován", "stornujeme", "zrušeno", "zrušena", "zrušení", "stornováno", "staženo", "stažena", "rušíme",
        "iptal", "iptal edildi", "iptal edilmiştir", "iptal ediyoruz", "geri çekildi", "geri çekilmiştir",
        "delete", "deleted", "unpublished", "visszavonva", "visszavonjuk", "visszavonja", "visszavonás", "törölve", "anulat", "anulată", "retras", "retrasă", "ακυρώνεται", "ακυρώθηκε", "ακύρωση", "αποσύρεται", "povučeno", "povučena", "poništeno", "poništava se", "анульовано", "анулюється", "відкликано", "dibatalkan", "ditarik kembali",
        "stažen", "anulován",
        "rückzug", "rueckzug", "meldungsrückzug", "retrait", "ritiro", "stryks", "cancelada", "cancelado",
        // With the agency before them, and the story as their object.
        "haber iptali", "trekker melding", "trekker meldingen", "slett melding", "slett meldingen", "trækker historie tilbage", "peruu jutun", "anulación de noticia",
        "anulen la noticia", "por favor anulen la noticia", "stryk artikeln", "anulați știrea", "vă rugăm să anulați știrea",
    ]),
    // What troops and players do as well.
    (NEWS | STATE, &["rückzug", "rueckzug", "retrait", "ritiro"]),
    (NEWS, &["stryks", "cancelada", "cancelado", "delete", "deleted", "unpublished", "törölve", "anulat", "anulată", "retras", "retrasă", "ακυρώνεται", "ακυρώθηκε", "ακύρωση", "povučeno", "povučena", "poništeno", "відкликано", "dibatalkan", "killed", "utgår", "udgår", "annullering", "annulering", "аннулировать", "cancelled", "canceled", "eliminated", "annulé", "annulée", "geannuleerd", "peruttu", "zrušeno", "zrušena", "iptal", "iptal edildi", "iptal edilmiştir", "storniert", "makuleras", "annulleres", "trukket"]),
    (KILLS, &[
        "prière d annuler", "merci d annuler", "rogamos anulen", "rogamos a nuestros abonados anulen", "por favor anulen", "rogamos anular", "si prega di annullare",
        "solicitamos a anulação", "scrap", "drop", "ignorieren", "teruggetrokken", "har dragits tillbaka", "удалена", "удалено", "recalled", "discard", "discarded", "no longer valid", "not valid", "invalid", "no longer available", "prohibited", "entfernen", "entfernt", "eliminare", "cancellare", "verwijderen", "verwijderd",
        "снят с публикации", "снято с публикации", "niewykorzystywanie", "indraget", "indragen", "anulować", "wycofać", "vervalt", "vervallen", "tillbakadragen",
        "ungültig", "hinfällig", "gegenstandslos", "entfällt", "entfallen", "gestrichen", "streichen", "löschen", "gelöscht", "stornieren", "zu streichen", "considerarsi annullata",
        "da considerarsi annullata", "please delete", "please remove", "queda sin efecto", "sin efecto", "spike", "recall", "kills", "killing", "withdraw", "withdraws", "withdrawing", "eliminate", "eliminates", "eliminating", "retract", "retracts", "retracting",
        "cancel", "cancels", "canceling", "cancelling", "pulled", "pulling", "disregard", "disregards", "disregarded",
        "retirée", "retiré", "retire", "retirons", "supprimée", "supprimé", "supprimer", "retirada", "retirado", "retira", "retirar", "cancelada", "cancelado",
        "eliminada", "eliminado", "elimine", "eliminen", "ritirata", "ritirato", "ritira", "zieht", "ziehen", "zurückziehen", "zurückzuziehen",
        "trekt", "drar tillbaka", "trekker tilbake", "trækker tilbage", "återkallar", "poistaa", "poista", "poistakaa", "отзывает", "отзываем", "аннулирует", "аннулируем",
        "wycofuje", "anuluje", "ruší", "stahuje", "stahujeme",
        "removed", "taken down", "has been removed", "poistettu", "poistettu jakelusta", "cancelado", "vedetty pois", "odwołujemy", "odwołana", "снято с ленты", "снята с ленты", "отменяется", "отменено", "скасовано", "se anulează", "se retrage", "povlači", "povlačimo", "poništavamo", "αποσύρουμε", "ακυρώνει", "ditarik",
    ]),
    // What is said of a story before anything else: no headline begins so.
    (HOLD | THING, &[
        "publication postponed", "publication is postponed", "warten sie mit der veröffentlichung", "d attendre avant de publier", "publication is on hold", "publication on hold", "publication is suspended", "publication suspended", "veröffentlichung ausgesetzt", "story on hold", "story is on hold",
        "item on hold", "item is on hold", "mit der veröffentlichung warten", "mit veröffentlichung warten", "vänta med publicering", "vent med publisering", "vent med offentliggørelse",
    ]),
    (HOLD, &[
        "on hold until further notice", "hold", "withheld", "withhold", "on hold", "please hold", "pls hold", "zurückhalten", "zurückgestellt", "retener", "trattenere", "en attente",
    ]),
    (THING, &[
        "artikeln", "hír", "hírt", "cikk", "cikket", "híranyag", "știrea", "știre", "είδηση", "τηλεγράφημα", "vijest", "vest", "повідомлення", "новина", "berita", "material", "release", "press release", "document", "brief", "zprávy", "story", "item", "dispatch", "article", "copy", "text", "version", "report", "mandatory", "notice", "news item", "piece",
        "dépêche", "depeche", "information", "meldung", "bericht", "beitrag", "artikel", "noticia", "información", "despacho", "nota", "notícia", "matéria",
        "notizia", "lancio", "take", "texten", "telegrammet", "saken", "meldingen", "historien", "artiklen", "teksten", "nyheden", "nyheten", "juttu", "jutun", "uutinen",
        "сообщение", "новость", "материал", "depesza", "depeszę", "depeszy", "depesze", "zpráva", "zprávu", "haber", "haberi", "haberimiz",
    ]),
    (SMALL, &[
        "check against delivery", "es gilt das gesprochene wort", "seul le prononcé fait foi", "this is a test message", "this is a test", "test message",
        "obituary prepared in advance", "prepared obituary", "prepared in advance", "vorabmeldung", "vorabmeldungen",
        "favor de", "se ruega", "rogamos", "rogamos a los abonados que", "rogamos a los clientes que", "rogamos a nuestros clientes que", "pedimos",
        "pedimos que", "solicitamos", "solicitamos que", "vennligst", "venligst", "vi preghiamo di", "prosimy o", "awaiting confirmation", "en attente de validation", "darf", "und", "och", "og", "är", "ska", "si prega di", "vänligen",
        "please", "pls", "to be", "strikt", "strikte", "strengt", "streng", "strenge", "absolut", "absolutt", "absolute", "absolu", "absoluto", "assoluto", "ehdoton", "tiukka", "strängt", "kérjük", "figyelem", "vă rugăm", "atenție", "παρακαλώ", "προσοχή", "molimo", "pažnja", "увага", "прохання", "mohon", "harap", "legal", "this", "note", "urgent", "attention", "attn", "all", "eds", "editors", "editor", "editor s", "editors note", "desks", "subs", "subject", "betreff", "objet", "asunto", "oggetto", "note to editors", "notes to editors", "news directors", "directors", "producers", "news editors", "items", "stories", "clients", "members", "the", "of",
        "and", "news", "alert", "bulletin", "advisory", "strictly", "strict", "under", "important", "is", "was", "has been", "have been", "is being", "must be", "should be", "will be", "are", "now", "been", "being", "be",
        "please be advised that", "be advised that", "please note that", "note that", "aviso", "aos", "clientes", "kindly", "clients", "advised", "gelieve", "lütfen", "prosíme", "prosimy", "просим", "просьба", "je", "ya", "ye", "veuillez", "bitte", "beachten sie", "beachten", "achtung", "redaktion", "redaktionen", "wichtig", "hinweis", "an", "alle", "die", "der", "diese", "unter", "ist", "wird", "wurde", "dringend",
        "doit être", "doivent être", "rédactions", "rédaction", "aux", "la", "le", "cette", "sous", "est", "urgente", "atención", "redacciones", "bajo", "por favor", "favor", "esta", "este", "está", "fue", "ha sido", "a été",
        "atenção", "redações", "sob", "foi", "attenzione", "redazioni", "sotto", "questa", "è", "stata", "stato", "let op", "redacties", "onder", "dit", "het", "is",
        "obs", "till", "redaktioner", "denna", "denne", "viktig", "er", "blev", "ble", "har", "внимание", "это", "uwaga", "pozor", "redakce", "dikkat", "bu", "moved in advance", "nb", "nyt", "el", "los", "de", "du", "da", "di", "den", "des", "w", "r", "ob", "um", "o", "à", "approximately", "circa", "gegen", "vers",
    ]),
    (THIS, &[
        "the above", "the above story", "the above item", "the above article", "the above report", "the above dispatch", "the following story", "the following item", "the following article",
        "the preceding story", "the preceding item", "above story", "above item", "our story", "the story slugged", "the story headlined", "the item slugged", "the item headlined",
        "story slugged", "story headlined", "this release", "this press release", "this document", "this material", "all material in this release", "the information in this release",
        "information in this release", "the story below", "the report below", "the article below", "the item below", "the copy below", "the text below",
        "the dispatch below", "story below", "the attached story", "the attached article", "the attached item", "the attached report", "attached story", "the enclosed story", "the following report", "the following copy", "the following text", "the following dispatch",
        "der folgende text", "der folgende bericht", "der folgende beitrag", "die folgende meldung", "der nachstehende text", "die nachstehende meldung",
        "le texte ci dessous", "la dépêche ci dessous", "l article ci dessous", "le texte suivant", "la dépêche suivante", "la nota siguiente",
        "la siguiente nota", "la siguiente noticia", "la siguiente información", "el siguiente texto", "a matéria a seguir", "a seguinte matéria",
        "a seguinte notícia", "la seguente notizia", "il testo seguente", "het volgende bericht", "onderstaand bericht",
        "die nachfolgende meldung", "die untenstehende meldung", "nachfolgende meldung", "nachstehende meldung", "folgende meldung", "der nachfolgende text", "der nachfolgende bericht", "diese fassung", "diese version",
        "die obige meldung", "die vorstehende meldung", "obige meldung", "vorstehende meldung", "la dépêche ci dessus", "desta notícia", "la noticia precedente", "bovenstaand bericht",
        "our alert", "our item", "our report", "our brief", "our dispatch", "material in this release", "dette telegram", "dette bericht", "tätä uutista", "tätä juttua", "tej depeszy", "notre dépêche", "nuestra información",
        "nuestra noticia", "nuestro despacho", "nossa notícia", "unsere meldung", "ons bericht", "tuto depeši", "this story", "this item", "this article", "this report", "this dispatch", "this text", "this version", "this copy", "this piece", "this news item", "this content",
        "this alert", "cette dépêche", "cet article", "cette information", "cette nouvelle", "diese meldung", "dieser artikel", "diesen artikel", "dieser text", "dieser bericht", "dieser beitrag", "diesen text",
        "diesen bericht", "diesen beitrag", "esta noticia", "esta información", "este despacho", "esta nota", "esta notícia", "esta informação", "este texto", "esta matéria",
        "questa notizia", "questo lancio", "questo take", "dit bericht", "dit artikel", "den här texten", "den här artikeln", "denna text", "denna artikel", "detta telegram", "denne saken", "denne meldingen",
        "denne artikel", "denne historie", "denne nyhed", "tämä juttu", "tämä uutinen", "эта новость", "это сообщение", "данное сообщение", "этот материал", "ta depesza",
        "tę depeszę", "tato zpráva", "tuto zprávu", "bu haber", "bu haberi", "bu haberimiz",
        "ezt a hírt", "ez a hír", "ezt a cikket", "ezt az anyagot", "ez az anyag", "această știre", "acest material", "αυτή η είδηση", "αυτό το τηλεγράφημα", "ovu vijest", "ova vijest", "ovu vest", "ova vest", "ця новина", "це повідомлення", "цю новину", "berita ini", "tin này", "tento text", "tento materiál", "ten tekst", "ten materiał", "данный текст", "этот текст", "эту новость",
    ]),
    (RELEASE | THIS, &[
        "the release below", "the press release below", "the news release below", "the attached release", "the attached press release", "the attached news release",
        "the enclosed release", "the enclosed press release", "our release", "our press release", "our news release", "this news release",
    ]),
    (RELEASE, &[
        "the statement below", "the announcement below", "the document below", "the information below", "the attached statement", "the attached document",
        "the attached information", "the following release", "the following press release", "the following news release", "the following statement", "the following announcement",
        "the following information", "our announcement", "this statement", "this announcement",
        "die mitteilung", "die pressemitteilung", "die medienmitteilung", "die presseinformation", "die aussendung", "diese mitteilung", "diese pressemitteilung", "diese medienmitteilung",
        "diese presseinformation", "die folgende mitteilung", "die folgende pressemitteilung", "die nachstehende mitteilung", "die beigefügte mitteilung", "die beigefügte pressemitteilung",
        "die angehängte mitteilung", "die angehängte pressemitteilung", "unsere mitteilung", "unsere pressemitteilung",
        "für die folgende mitteilung", "für die folgende pressemitteilung", "für die nachstehende mitteilung", "für die beigefügte pressemitteilung", "für diese mitteilung",
        "für diese pressemitteilung", "für diese meldung", "für die folgende meldung", "für den folgenden text", "für diesen text",
        "ce communiqué", "le communiqué", "notre communiqué", "ce communiqué de presse", "le communiqué de presse", "le communiqué ci dessous", "le communiqué suivant", "le communiqué ci joint",
        "este comunicado", "el comunicado", "esta nota de prensa", "la nota de prensa", "el siguiente comunicado", "el comunicado adjunto", "nuestro comunicado",
        "o comunicado", "esta nota de imprensa", "o comunicado abaixo", "o seguinte comunicado",
        "il comunicato", "questo comunicato", "il comunicato stampa", "questo comunicato stampa", "il seguente comunicato", "il comunicato allegato", "il nostro comunicato",
        "dit persbericht", "het persbericht", "ons persbericht", "onderstaand persbericht", "bijgaand persbericht", "het volgende persbericht",
        "pressmeddelandet", "detta pressmeddelande", "pressemeldingen", "denne pressemeldingen", "pressemeddelelsen", "denne pressemeddelelse",
        "tiedote", "tämä tiedote", "lehdistötiedote", "пресс релиз", "этот пресс релиз", "данный пресс релиз", "прес реліз",
        "materiał", "komunikat", "ten komunikat", "informacja prasowa", "tato tisková zpráva", "tisková zpráva", "ez a közlemény", "a közlemény", "a sajtóközlemény",
        "bülten", "bu bülten", "basın bülteni", "bu basın bülteni", "acest comunicat", "comunicatul", "ovo priopćenje", "ovo saopštenje", "siaran pers ini",
    ]),
    (OWN, &[
        "della notizia", "the story", "the item", "the article", "the dispatch", "the text", "it", "la dépêche", "l article", "notre dépêche", "die meldung", "unsere meldung", "der text", "la noticia",
        "el despacho", "la información", "a notícia", "a matéria", "la notizia", "il lancio", "il take", "het bericht", "the news item", "the piece",
        "artikeln", "a hírt", "a hír", "a cikket", "juttu", "uutinen", "știrea", "vijest", "vest", "текст", "новость",
    ]),
    (UNUSED, &[
        "make certain the story is not published", "make certain this story is not published", "make sure the story is not published",
        "ne pas en tenir compte", "ne pas l utiliser", "não deve ser usada", "must not carry", "derzeit nicht verwenden", "do not carry", "don t carry", "vi preghiamo di non utilizzare", "vi preghiamo di non pubblicare", "använd det inte", "använd den inte", "ignorar", "ignorare", "desconsiderar", "desconsidere", "desconsiderem", "não publiquem", "считать недействительным", "считать недействительной",
        "считать сообщение недействительным", "считать материал недействительным", "считать новость недействительной",
        "merci de ne pas utiliser", "merci de ne pas diffuser", "merci de ne pas publier", "prière de ne pas utiliser", "prière de ne pas diffuser", "prière de ne pas publier",
        "si prega di non utilizzare", "si prega di non pubblicare", "si prega di non diffondere", "por favor no utilicen", "por favor no publiquen", "rogamos no utilicen", "rogamos no publiquen",
        "texten får ej användas", "texten får inte användas",
        "ne pas tenir compte", "ne plus tenir compte", "non tener conto", "di non tener conto", "si prega di non tener conto", "si prega di non tenere conto", "rogamos a nuestros abonados que no utilicen", "dont use", "donotuse", "brug ikke", "bruk ikke", "niet te gebruiken", "als niet verzonden te beschouwen", "no publication", "no use",
        "no broadcast", "keine veröffentlichung", "pas de publication", "que no utilicen", "por favor não utilizem", "ignore this", "please ignore", "please disregard", "do not use", "don t use", "not to be used", "should not be used", "must not be used", "may not be used", "do not publish", "do not run", "do not release", "do not broadcast",
        "must not be published", "should not be published",
        "refrain from using", "refrain from publishing", "not to be published", "not to be released", "not be published", "may not be published", "cannot be published", 
        "ne pas utiliser", "ne plus utiliser", "ne pas diffuser", "ne pas publier", "n utilisez pas", "ne pas reproduire", "ne doit pas être utilisée", "ne doit pas être diffusée",
        "à ne pas diffuser", "à ne pas publier", "à ne pas utiliser", 
        "nicht verwenden", "nicht mehr verwenden", "nicht veröffentlichen", "nicht senden", "nicht verwendet werden", "nicht mehr verwendet werden", "nicht nutzen", "nicht verbreiten",
        "nicht veröffentlicht werden", "nicht publizieren", "veröffentlichung nicht", "nicht drucken",
        "no utilizar", "no utilicen", "no utilice", "no usar", "no usen", "no publicar", "no publiquen", "no difundir", "no difundan", "no debe utilizarse", "no emitir", 
        "não utilizar", "não utilizem", "não usar", "não publicar", "não divulgar", "não difundir", "não deve ser utilizada", "não deve ser publicada",
        "non utilizzare", "non usare", "non pubblicare", "non diffondere", "da non pubblicare", "da non diffondere", "da non utilizzare",
        "niet gebruiken", "niet meer gebruiken", "niet publiceren", 
        "får ej publiceras", "får inte publiceras", "får ej användas", "får inte användas", "publicera ej", "publicera inte", "använd ej", "använd inte", 
        "må ikke brukes", "må ikke publiseres", "må ikke offentliggjøres", "skal ikke brukes", "ikke bruk", "må ikke bruges", "må ikke offentliggøres", "må ikke publiceres", "bør ikke bruges",
        "må ikke trykkes",
        "ei saa käyttää", "ei saa julkaista", "älkää käyttäkö", "älkää julkaisko",
        "не использовать", "не публиковать", "не распространять", 
        "nie używać", "nie publikować", "nie wykorzystywać", 
        "nepoužívat", "nepoužívejte", "nepublikovat", "nezveřejňovat", "nezveřejňujte",
        "kullanmayınız", "kullanmayın", "yayınlamayınız", "yayımlamayınız", "yayınlanamaz", "yayımlanamaz", "yayınlanmamalıdır", "yayımlanmamalıdır",
        "älä käytä", "älä julkaise", "ei käyttöön", "ska inte användas", "skall inte användas", "ska ej användas", "ska inte publiceras", "bör inte användas", "skal ikke publiseres", "bør ikke brukes", "ikke publiser", "skal ikke bruges", "må ikke anvendes", "ne használják", "ne használják fel", "ne használja fel", "ne közöljék", "ne közölje", "nem közölhető", "nem használható", "nevydávat", "nevydávejte", "nezveřejňovat", "nie wykorzystujcie", "nie rozpowszechniać", "просим не использовать", "просьба не использовать", "не давать", "kullanılmamalıdır", "kullanılmasın", "yayınlamayın", "yayımlamayın", "dikkate almayınız", "dikkate almayın", "a nu se utiliza", "a nu se folosi", "a nu se publica", "nu utilizați", "nu folosiți", "nu publicați", "να μη χρησιμοποιηθεί", "να μην χρησιμοποιηθεί", "μη χρησιμοποιήσετε", "μην τη χρησιμοποιήσετε", "να μη δημοσιευθεί", "να μην δημοσιευθεί", "μη δημοσιεύσετε", "ne koristiti", "ne objavljivati", "nemojte koristiti", "nemojte objavljivati", "не використовувати", "не публікувати", "jangan gunakan", "jangan digunakan", "jangan dipublikasikan", "không sử dụng", "không đăng",
        "not to be broadcast", "not to be printed", "not to be posted", "not to be quoted", "not to be reported", "not to be disclosed", "not to be distributed", "may not be quoted", "may not be broadcast", "may not be distributed", "may not be reported", "must not be broadcast", "must not be quoted",
    ]),
    (UNUSED | PRIVATE, &[
        "nicht freigegeben",
        "publication not permitted", "publication is not permitted", "not yet cleared for publication", "not yet cleared for use", "not yet cleared for release", "pubblicazione vietata", "diffusione vietata", "proibida a publicação", "proibida a divulgação", "publicação proibida", "prohibida la publicación", "publicación prohibida", "veröffentlichung untersagt", "publicatie verboden",
        "not for release in any medium", "not for broadcast or publication", "not for publication or broadcast", "not for publication broadcast or use", "not cleared for publication", "not yet for release", "not yet for publication", "not cleared for use", "not cleared for release",
        "not cleared for broadcast", "unfit for publication", "not for publication", "publication prohibited", "publication forbidden", "not for use", "not for release", "not for public release", "not for broadcast", "not for distribution", "publication interdite", "diffusion interdite", "interdit de diffusion",
        "interdit de publication", "nicht zur veröffentlichung", "prohibida su difusión", "niet voor publicatie", "niet voor gebruik", "ej för publicering", "ikke til offentliggørelse", "ikke for publisering",
        "не для публикации", "nie do publikacji",
        "ei julkisuuteen", "ei julkisuuteen lainkaan",
        "не подлежит публикации", "nem publikus", "közlésre nem alkalmas", "tidak untuk dipublikasikan", "ei julkaistavaksi", "ej för spridning", "non destiné à la publication", "no apto para publicación", "non destinato alla pubblicazione", "não destinado à publicação", "nu este destinat publicării", "nije za objavu", "není určeno ke zveřejnění", "neurčeno ke zveřejnění", "yayın için değildir",
    ]),
    (EMBARGO, &[
        "εμπαργκο", "εμπάργκο", "embargó", "ембарго", "zárlat", "embargou", "sperrfrist", "sperrfristen", "sperrzeit", "sperrvermerk", "klausul", "sperrefrist", "spærretid", "embargo fixé", "embargo fissato", "embargo fijado", "embargo", "l embargo", "l embargo fixé", "embargos", "эмбарго", "ambargo", "embarga", "embargó", "embargot", "embargoen"]),
    (EMBARGOED, &[
        "embargo time", "embargo date", "embargo date and time", "embargoed", "under embargo", "strictly embargoed", "under strict embargo", "gesperrt", "mit sperrfrist",
        "unter sperrfrist", "sous embargo", "bajo embargo", "embargado", "embargada", "con embargo", "sob embargo", "sotto embargo", "embargato", "onder embargo", "klausuleret", "klausulert",
        "sperret", "spærret", "embargolu", "ambargolu", "embargoituna", "embargossa", "под эмбарго", "pod embargiem", "objęte embargiem", "note embargo", "note d embargo",
        "ambargoludur", "zabrana objave", "zakaz publikacji", "embargoed copy", "embargo hold", "엠바고", "エンバーゴ", "解禁",
        "gesperrt bis zur freigabe", "gesperrt bis zur ausdrücklichen freigabe", "sperrfrist beginn der rede", "sperrfrist redebeginn",
        "it is under embargo", "it is under strict embargo", "it is strictly under embargo", "it is embargoed", "it is strictly embargoed",
        "which is under embargo", "which is under strict embargo", "which is embargoed", "which is strictly embargoed", "which remains under embargo", "that is under embargo", "that is embargoed",
        "the following is embargoed", "the following is strictly embargoed", "the following is under embargo", "the following is under strict embargo", "the attached is embargoed",
        "the attached is under embargo", "all of the following is embargoed", "everything below is embargoed",
        "die gesperrt ist", "qui est sous embargo", "que está bajo embargo", "che è sotto embargo", "die onder embargo is", "está embargada", "está embargado", "está sob embargo", "è soggetto a embargo", "è sotto embargo",
        "gilt eine sperrfrist", "gilt die sperrfrist", "gilt folgende sperrfrist", "gilt ein embargo", "est soumis à embargo", "est soumis à un embargo", "is embargoed", "belagt med embargo",
        "är belagt med embargo", "är under embargo", "under embargo frem", "on embargon alainen", "objęty embargiem", "objęta embargiem", "jest objęty embargiem", "jest objęta embargiem",
        "je pod embargem", "embargó alatt", "embargó alatt áll", "este sub embargo", "je pod embargom", "pod embargom",
        "embargós", "ambargoludur", "embargo altında", "ambargo altında", "υπό εμπάργκο", "pod embargem", "під ембарго", "dưới lệnh cấm", "zárolva", "sub embargo",
    ]),
    (UNTIL, &[
        "tills", "t o m", "έως", "μέχρι", "μέχρι τις", "μεχρι", "μεχρι τις", "εως", "εως τις", "până", "do czasu", "until", "till", "jusqu", "hasta", "até", "fino", "bis", "tot", "fram till", "fram til", "frem til", "indtil", "asti", "saakka", "до", "kadar", "ends", "expires", "lifts", "lifting at",
        "no earlier than", "not earlier than",
        "óráig", "hingga", "sampai", "cho đến", "până la", "до", "dek", "kadardır",
    ]),
    // `Közlése péntek 9 óráig tilos!`
    (EMBARGOED | UNTIL | TIME, &["óráig tilos"]),
    (RELEASE, &["közlése", "a közlése"]),
    (LATER, &["not before", "nicht vor", "no antes", "non prima", "pas avant", "não antes", "niet voor", "ikke før", "inte före", "не ранее", "не раньше", "nie wcześniej", "ne dříve"]),
    (PUBLISH, &[
        "transmission", "publish", "use", "release", "publication", "broadcast", "verwenden", "veröffentlichen", "senden", "verbreiten", "freigeben", "publizieren", "veröffentlichung", "diffuser", "publier",
        "diffusion", "publicar", "difundir", "publicación", "divulgar", "publicação", "pubblicare", "diffondere", "pubblicazione", "publiceren", "publicatie", "publiseres", "publiceras",
        "offentliggøres", "публиковать", "публикация", "publikować", "zveřejnit",
    ]),
    (EMBARGO | UNTIL, &["embargo päättyy", "embargo loppuu", "embargo endet", "sperrfrist endet", "embargo finit", "embargo termina", "embargo eindigt", "embargo until", "embargo till", "embargo in place until", "embargo is in place until", "embargo lifts", "embargo ends", "embargo expires"]),
    (BEFORE, &[
        "before", "prior to", "ahead of", "earlier than", "avant", "antes", "prima", "vor", "frühestens", "voor", "före", "innan", "förrän", "før", "inden", "ennen", "ранее", "раньше", "przed", "před", "önce",
        "előtt", "înainte de", "πριν", "prije", "sebelum", "trước",
    ]),
    (TO, &["to", "for", "til", "at", "on", "do", "au", "a las", "às", "alle", "zum", "le", "die", "den"]),
    (FROM, &[
        "may be used after", "diffusion autorisée le", "publication autorisée le", "available for publication from", "available for publication after", "available for use from", "use only after", "publication date and time", "publication autorisée à partir", "diffusion autorisée à partir", "publicación autorizada a partir", "releasable at", "releasable on", "releasable from", "releasable after", "may be published from", "may be published after", "may be published on", "media may publish from", "may be used from", "to be held until", "usable after",
        "release date", "date of release", "for immediate release", "immediate release", "for publication",
        "release time", "time of release", "for ams of", "for pms of", "hold for release", "held for release", "hfr", "hold until", "hold till", "hold this story until", "hold the story until", "hold this copy until", "hold this item until", "hold this report until", "hold this article until", "hold the story below until", "hold for", "for release", "for release at", "for release on", "for release after", "for use", "for use at", "for use on",
        "for use from", "for use after", "for publication at", "for publication on", "for publication after", "for publication from", "for broadcast at", "publishable from", 
        "adv", "adv for", "advance for", "advance for release", "advance for use", "usable from", 
        "frei ab beginn der rede", "frei ab redebeginn", "frei mit beginn der rede", "frei mit redebeginn", "frei bei redebeginn", "frei für sonntagausgaben",
        "frei für sonntagsausgaben", "frei für die sonntagausgaben", "frei für die sonntagsausgaben", "frei für montagausgaben", "frei für montagsausgaben",
        "frei für samstagausgaben", "frei für samstagsausgaben", "frei für dienstagausgaben", "frei für dienstagsausgaben", "frei für mittwochausgaben",
        "frei für mittwochsausgaben", "frei für donnerstagausgaben", "frei für donnerstagsausgaben", "frei für freitagausgaben", "frei für freitagsausgaben",
        "frei ab", "frei für", "frei zur veröffentlichung", "freigabe", "freigegeben ab", "freigabe ab", "veröffentlichung ab", "verwendbar ab", "zur veröffentlichung ab", "veröffentlichung erst ab", "erst ab", "tidligste offentliggørelse", "heure de diffusion", "veröffentlichung frei ab",
        "libre à partir", "diffusion à partir", "à diffuser à partir", "publication à partir", "utilisable à partir", "libre de diffusion à partir", "libre publication à partir",
        "publicar a partir", "difundir a partir", "publicable a partir", "difusión a partir", "divulgar a partir", "divulgação a partir", "publicação a partir", "para publicar a partir", "libre a partir",
        "da pubblicare dopo", "da pubblicare dalle", "pubblicabile dalle", "pubblicabile dopo", "libero dalle", "libera dalle", "diffusione dalle", "per la pubblicazione dalle",
        "vrij vanaf", "vrij voor publicatie", "te publiceren vanaf", "publiceras tidigast", "får publiceras tidigast", "får publiceras först", "fri för publicering", 
        "fri for publisering", "fri for offentliggørelse", "offentliggøres tidligst", "vapaa julkaistavaksi", "julkaistavissa", "julkaisuvapaa", "on julkaisuvapaa",
        "публиковать после", "к публикации после", "публикация после", "do publikacji po", "do publikacji od", "publikacja po", "k uveřejnění od", "ke zveřejnění od", "zveřejnit po",
        "to be released", "to be published", "to be released at", "to be released on", "to be published at", "to be published on", "da publicare il", "a publicar el", "à publier le", "zu veröffentlichen ab", "közölhető", "szabadon közölhető", "se poate publica", "za objavu od", "для публікації після",
    ]),
    (FROM | TIME, &[
        "for sunday", "for monday", "for tuesday", "for wednesday", "for thursday", "for friday", "for saturday",
    ]),
    (NONE, &[
        "now free", "is now free", "now released", "is now released", "has now been released", "jetzt frei", "désormais libre", "none", "no", "n", "nil", "not embargoed", "lifted", "lift", "over", "ended", "expired", "removed", "off", "immediate", "immediately", "now", "upon receipt", "on receipt", "passed", "general release",
        "keine", "kein", "aufgehoben", "abgelaufen", "beendet", "sofort", "aucun", "levé", "levée", "immédiate", "ninguno", "levantado", "inmediata", "sin", "sem", "nenhum", "terminado", "imediata",
        "nessuno", "nessun", "tolto", "immediata", "geen", "opgeheven", "ingen", "hävd", "hävt", "hævet", "opphevet", "straks", "нет", "снято", "brak", "není", "yok", "kalktı",
    ]),
    (OTHER, &[
        "earlier", "previous", "previously", "former", "prior", "other", "another", "which", "replaces", "replacing", "replace", "photo", "photos", "picture", "pictures", "graphic", "video", "about", "over",
        "frühere", "früheren", "vorherige", "vorige", "andere", "ersetzt", "foto", "fotos", "bild", "bilder", "über", "précédente", "précédent", "autre", "remplace", "sur", "sobre", "anterior", "otra", "reemplaza", "substitui", "outra",
        "precedente", "altra", "sostituisce", "vorige", "eerdere", "vervangt", "tidigare", "föregående", "ersätter", "tidligere", "forrige", "erstatter", "предыдущее", "предыдущая", "poprzednia", "poprzednią", "předchozí", "önceki",
        // A corrected story says so of the one before.
        "annule et remplace", "annulant et remplaçant", "cancels and replaces", "kills and replaces", "withdraws and replaces", "replaces and cancels",
        "anula y sustituye", "anula y reemplaza", "anula e substitui", "annulla e sostituisce", "annulliert und ersetzt", "storniert und ersetzt",
        "annuleert en vervangt", "vervangt en annuleert", "upphäver och ersätter", "annullerer og erstatter", "аннулирует и заменяет", "отменяет и заменяет", "anuluje i zastępuje", "ruší a nahrazuje", "заменяет",
        "reinstates", "reinstating", "restores", "supersedes", "without", "sans", "ohne", "sin", "sem", "senza", "zonder", "utan", "uden", "uten", "unless", "except", "if", "that", "when", "who", "whose", "not been",
    ]),
    (TIME, &[
        "pondělí", "úterý", "čtvrtka", "pátku", "neděle", "četvrtka", "petka", "srijede", "utorka", "ponedjeljka", "joi", "vineri", "luni", "marți", "miercuri", "πέμπτη", "παρασκευή", "τετάρτη", "τρίτη", "δευτέρα", "noon", "midnight", "hours", "hrs", "hour", "a m", "p m", "am", "pm", "o clock", "tomorrow", "today", "tonight", "uhr", "kl", "klo", "morgen", "heute", "heures", "heure", "demain", "minuit", "midi",
        "horas", "hora", "mañana", "medianoche", "mediodía", "amanhã", "meia noite", "ore", "domani", "mezzanotte", "mezzogiorno", "uur", "i morgon", "imorgon", "i morgen", "часов", "час", "завтра", "godz", "jutro", "hodin", "zítra",
        "saat", "saatten", "yarın", "saati", "local time", "segunda feira", "terça feira", "quarta feira", "quinta feira", "sexta feira", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "et", "edt", "ist", "cst", "pt", "sunday", "monday", "środy", "środa", "wtorku", "czwartku", "piątku", "soboty", "niedzieli", "poniedziałku", "среда", "среды", "вторника",
        "четверга", "пятницы", "субботы", "воскресенья", "понедельника",
        "órakor", "óra", "ora", "ώρα", "sati", "uhr", "tengah malam", "годині", "година",
        "óráig", "aikaa", "tijd", "ortszeit", "klokken", "klockan",
    ]),
    (PICTURE, &[
        "photo", "photos", "picture", "pictures", "image", "images", "graphic", "graphics", "video", "caption", "foto", "fotos", "bild", "bilder", "grafik", "imagen", "imagem", "immagine", "bilde", "billede",
    ]),
    (SAYS, &[
        "tell", "tells", "ask", "asks", "urge", "urges", "urged", "warn", "warns", "warned", "read", "reads", "said", "says", "added", "adds", "told", "wrote", "writes", "announced", "explained", "reported", "sagte", "sagt", "steht", "schrieb", "teilte", "erklärte", "dit", "déclaré", "indiqué", "écrit", "dijo", "dice",
        "informó", "escribió", "disse", "informou", "scrive", "spiega", "zei", "zegt", "sade", "säger", "sa", "sier", "sagde", "siger", "sanoi", "сказал", "сообщил", "powiedział", "řekl", "dedi",
    ]),
    (TELLS, &["was", "were", "had", "wurde", "wurden", "war", "waren", "hatte", "était", "fut", "fue", "fueron", "foi", "werd", "var", "blev", "ble", "był", "byl"]),
    (REASON | SERVICE, &[
        "irrtümlich gesendet", "irrtümlich verbreitet", "versehentlich gesendet", "versehentlich verbreitet", "envoyée par erreur", "diffusée par erreur", "transmise par erreur",
        "enviada por lapso", "enviada por error", "difundida por error", "transmitida por error", "enviada por engano", "difundida por engano", "inviata per errore", "trasmessa per errore", "diffusa per errore",
        "per abuis verzonden", "per vergissing verzonden", "skickats av misstag", "sendt ved en feil", "sendt ved en fejl",
        "sent out in error", "sent out by mistake", "transmitted by mistake", "issued by mistake", "released by mistake", "published by mistake", "filed in error", "distributed in error", "distributed by mistake",
        "sent in error", "moved in error", "transmitted in error", "issued in error", "released in error", "sent by mistake", "moved by mistake",
    ]),
    (REASON, &[
        "in error", "replaced", "berichtigung folgt", "korrektur folgt", "neufassung folgt", "ersatz folgt",
        "sent twice", "duplicate story", "doppelmeldung", "errada", "due to", "legal advice", "legal reasons", "figures wrong", "fehlmeldung", "falschmeldung", "felaktigt", "wrong", "error", "errors", "erroneous", "incorrect", "false", "inaccurate", "inaccuracy", "inaccuracies", "duplicate", "hoax", "libel", "libelous", "legal", "defamatory", "pending", "because", "due",
        "premature", "prematurely", "mistake", "mistakenly", "falsch", "fehler", "fehlerhaft", "irrtümlich", "erronés", "erronées", "inexact", "inexacts", "inexacte", "inexactes", "erróneos", "erróneas", "erreur", "erroné", "erronée", "errónea", "erróneo", "falso", "falsa", "erro", "errata", "errato", "errore",
        "fout", "fel", "felaktig", "feil", "fejl", "virhe", "ошибка", "błąd", "chyba", "hata",
    ]),
    (ITS, &["its story", "its report", "its item", "its dispatch", "its alert", "its article", "sa dépêche", "son article", "su noticia", "su información", "la sua notizia"]),
    (ASK, &["verwenden sie", "senden sie", "veröffentlichen sie", "verbreiten sie", "publizieren sie"]),
    (ROAD, &["gesperrt", "sperret", "spærret"]),
    (STATE, &[
        "withdrawn", "withdrawal", "retracted", "retraction", "withheld", "on hold", "zurückgezogen", "zurückgestellt", "annulliert", "en attente", "anulado", "anulada",
        "annullato", "annullata", "ingetrokken",
    ]),
    (ORDER, &["kill", "please spike", "please pull", "spike", "withdraw", "disregard", "retract", "hold", "please hold", "pls hold", "withhold"]),
    (PART, &[
        // What a kill is of, and no story.
        "kill fee", "kill fees", "kill switch", "kill zone", "kill list", "kill shot", "kill rate",
        "graf", "grafs", "paragraph", "paragraphs", "par", "pars", "para", "paras", "lead", "lede", "intro", "line", "lines", "sentence", "quote", "quotes", "headline", "byline",
        "dateline", "slug", "slugline", "figure", "figures", "table", "tables", "space", "page", "word", "words",
    ]),
    (SERVICE, &["wire", "wires", "service", "services", "feed", "feeds", "file", "files", "report", "circulation", "publication", "distribution", "use", "site", "website", "database", "archive", "archives"]),
    // For now.
    (UNTIL | NOTICE, &[
        "vorerst", "vorläufig", "noch", "zunächst", "tills vidare", "yet", "for now", "for the time being", "pour l instant", "pour le moment", "todavía", "aún",
        "por ahora", "de momento", "per ora", "per il momento", "nog", "voorlopig", "foreløpig", "inntil videre", "indtil videre",
    ]),
    (NOTICE, &[
        "cleared", "we confirm", "confirmation", "confirmed", "it is confirmed", "further notice", "further advice", "further advised", "advised", "released", "nouvel ordre", "nuevo aviso", "nova ordem", "auf weiteres", "weiteres", "nuovo avviso", "nader order", "vidare", "videre", "особого распоряжения", "odwołania", "odvolání", "publication", "release", "delivery",
    ]),
];
