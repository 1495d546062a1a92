//! Zones that are named by a place: `6 a.m. London time`, `18 heures, heure de Bruxelles`, `9 a.m. ET`.
//!
//! Where the clocks of a place are set forward in summer the day says how far it is from Greenwich. Rules and the year since
//! which each holds are those of the time zone database of IANA; of an earlier day, and of places that change their rules (Cairo,
//! Santiago, Jerusalem), nothing is told.

use jiff::civil::{Date, DateTime, Weekday, time};
use jiff::tz::Offset;

/// When clocks are an hour ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summer {
    Never,
    /// From the last Sunday of March to the last of October, at 0100 GMT.
    Europe,
    /// From the second Sunday of March to the first of November, at 2 a.m.
    America,
    /// From the first Sunday of October to the first of April, at 2 and 3 a.m.
    Australia,
    /// From the last Sunday of September to the first of April.
    NewZealand,
}

#[derive(Debug)]
pub(super) struct Zone {
    /// Minutes east of Greenwich in winter.
    minutes: i32,
    summer: Summer,
    /// The first whole year in which that holds.
    since: i16,
    names: &'static [&'static str],
}

const fn zone(minutes: i32, summer: Summer, since: i16, names: &'static [&'static str]) -> Zone {
    Zone { minutes, summer, since, names }
}

/// Places, and what comes from them, in the languages of the wires, in small letters.
#[rustfmt::skip]
const ZONES: &[Zone] = &[
    zone(0, Summer::Europe, 1996, &[
        "london", "british", "britain", "uk", "irish", "dublin", "londres", "londra", "londoner", "londen", "lisbon", "lisbonne", "lisboa",
        "lissabon", "portuguese", "britannique", "britische", "britischer",
    ]),
    zone(0, Summer::Never, 1970, &["greenwich", "accra", "reykjavik", "dakar", "abidjan"]),
    zone(60, Summer::Europe, 1996, &[
        "brussels", "bruxelles", "bruselas", "brüssel", "brüsseler", "brussel", "brusselse", "bryssel", "belgian", "belge", "paris", "parís", "parigi",
        "pariser", "parijs", "parijse", "french", "française", "france", "berlin", "berlín", "berlino", "berliner", "berlijn", "german",
        "deutsche", "deutscher", "madrid", "madrider", "spanish", "española", "peninsular", "rome", "roma", "rom", "römischer", "italian", "italiana", "italienne", "italia",
        "vienna", "wien", "wiener", "vienne", "viena", "austrian", "zurich", "zürich", "zürcher", "geneva", "genève", "ginebra", "ginevra", "genf", "genfer", "bern",
        "swiss", "suisse", "schweizer", "amsterdam", "amsterdamse", "dutch", "nederlandse", "hague", "copenhagen", "københavn", "danish", "dansk", "oslo", "norwegian",
        "norsk", "stockholm", "swedish", "svensk", "warsaw", "warszawa", "warszawskiego", "polish", "polskiego", "prague", "praha", "pražského", "budapest", "luxembourg", "frankfurt",
        "strasbourg", "straßburg", "straßburger", "estrasburgo", "strasburgo", "central european", "mitteleuropäische", "mitteleuropäischer",
    ]),
    zone(60, Summer::Never, 1980, &["lagos", "abuja", "nigerian", "algiers", "alger", "tunis"]),
    zone(120, Summer::Europe, 1997, &["helsinki", "helsingin", "helsingfors", "finnish", "suomen", "finsk", "athens", "greek", "bucharest", "sofia", "riga", "vilnius", "tallinn", "kyiv", "kiev", "eastern european"]),
    zone(120, Summer::Never, 1970, &["johannesburg", "pretoria", "south african", "harare", "lusaka", "maputo"]),
    zone(180, Summer::Never, 2017, &["istanbul", "ankara", "turkish", "türkiye", "turkey"]),
    zone(180, Summer::Never, 2015, &["moscow", "moscou", "moscú", "mosca", "moskau", "moskauer", "московскому", "москве", "мск", "moskou"]),
    zone(180, Summer::Never, 1990, &["riyadh", "saudi", "mecca", "makkah", "doha", "qatar", "kuwait", "nairobi", "addis ababa"]),
    zone(240, Summer::Never, 1990, &["dubai", "abu dhabi", "uae", "muscat"]),
    zone(300, Summer::Never, 2010, &["islamabad", "karachi", "pakistan"]),
    zone(330, Summer::Never, 1970, &["delhi", "new delhi", "mumbai", "indian", "india"]),
    zone(360, Summer::Never, 2010, &["dhaka", "bangladesh"]),
    zone(420, Summer::Never, 1976, &["bangkok", "thai", "jakarta", "hanoi", "vietnam"]),
    zone(480, Summer::Never, 1992, &["beijing", "peking", "pékin", "pekín", "pechino", "pequim", "chinese", "china", "shanghai", "hong kong", "singapore", "taipei", "manila", "philippine", "kuala lumpur", "malaysian", "perth"]),
    zone(540, Summer::Never, 1989, &["tokyo", "tokio", "tokioter", "japan", "japanese", "seoul", "seúl", "séoul", "korean", "korea"]),
    zone(600, Summer::Australia, 2009, &["sydney", "melbourne", "canberra", "hobart"]),
    zone(600, Summer::Never, 1993, &["brisbane", "port moresby"]),
    zone(720, Summer::NewZealand, 2008, &["wellington", "auckland", "nz", "new zealand"]),
    zone(-180, Summer::Never, 2020, &["brasilia", "brasília", "são paulo", "sao paulo", "rio de janeiro"]),
    zone(-180, Summer::Never, 2010, &["buenos aires", "argentina", "argentine"]),
    zone(-240, Summer::Never, 2017, &["caracas", "venezuela"]),
    zone(-300, Summer::Never, 1995, &["bogota", "bogotá", "lima", "peru", "perú"]),
    zone(-360, Summer::Never, 2023, &["mexico city", "ciudad de méxico"]),
    // Whoever else says `Central` or `PT` is east of these: what is read so is never free too early.
    zone(-300, Summer::America, 2008, &["eastern", "et", "new york", "nueva york", "washington", "toronto", "ottawa"]),
    zone(-360, Summer::America, 2008, &["central", "ct", "chicago"]),
    zone(-420, Summer::America, 2008, &["mountain", "mt", "denver"]),
    zone(-480, Summer::America, 2008, &["pacific", "pt", "los angeles", "california"]),
];

/// These are zones, whatever stands beside them.
const BARE: &[&str] = &["et", "ct", "mt", "pt", "eastern", "pacific", "мск"];
/// What may stand behind a zone.
pub(super) const MARKS: [char; 5] = ['.', ';', ':', '*', '!'];
/// Before a place, or behind it: that its clock is meant.
const TIME: &[&str] = &[
    "time",
    "heure",
    "heures",
    "hora",
    "horas",
    "horário",
    "ora",
    "zeit",
    "ortszeit",
    "tijd",
    "tid",
    "aikaa",
    "времени",
    "время",
    "czasu",
    "času",
];
/// What stands between.
const SMALL: &[&str] = &[
    "de", "di", "do", "del", "da", "d", "of", "in", "à", "a", "po", "по", "the", "local", "locale",
    "standard", "daylight", "oficial",
];

impl Zone {
    /// The zone that some words name, right behind a clock: `London time`, `heure de Bruxelles`, `ET`.
    pub(super) fn at_start(words: &[&str]) -> Option<&'static Self> {
        /// So many stand before a name.
        const BEFORE: usize = 4;
        let bare = |word: &str| word.trim_end_matches(MARKS).to_lowercase();
        // `et` is a French word.
        let marked = words.first().is_some_and(|word| word.starts_with(char::is_uppercase) || *word == "мск");
        let words: Vec<String> = words.iter().take(BEFORE + 4).map(|word| bare(word)).collect();
        let is = |list: &[&str], word: &str| list.contains(&word);
        let before = words.iter().take(BEFORE).take_while(|word| is(TIME, word) || is(SMALL, word)).count();
        let named = words[..before].iter().any(|word| is(TIME, word));
        let (zone, length) = Self::named(&words[before..])?;
        let behind = &words[before + length..];
        let small = behind.iter().take_while(|word| is(SMALL, word)).count();
        let said = named
            || behind.get(small).is_some_and(|word| is(TIME, word))
            || marked && length == 1 && before == 0 && is(BARE, &words[0]);
        said.then_some(zone)
    }

    /// The zone of a place at the start of some words, and of how many words its name is.
    fn named(words: &[String]) -> Option<(&'static Self, usize)> {
        /// The longest name has so many.
        const LONGEST: usize = 3;
        (1..=LONGEST.min(words.len())).rev().find_map(|length| {
            let name = words[..length].join(" ");
            let zone = ZONES.iter().find(|zone| zone.names.contains(&name.as_str()))?;
            Some((zone, length))
        })
    }

    /// How far the clock of the place is from Greenwich when it shows this time.
    pub(super) fn offset(&self, clock: DateTime) -> Option<Offset> {
        let summer = clock.year() >= self.since && self.is_summer(clock)?;
        (clock.year() >= self.since)
            .then(|| Offset::from_seconds((self.minutes + if summer { 60 } else { 0 }) * 60).ok())
            .flatten()
    }

    fn is_summer(&self, clock: DateTime) -> Option<bool> {
        let year = clock.year();
        let at = |date: Date, hour: i8| DateTime::from_parts(date, time(hour, 0, 0, 0));
        let (from, to) = match self.summer {
            Summer::Never => return Some(false),
            Summer::Europe => {
                // The clock shows an hour that depends on how far the place is from Greenwich.
                let hour = i8::try_from(1 + self.minutes / 60).ok()?;
                (at(last_sunday(year, 3)?, hour), at(last_sunday(year, 10)?, hour + 1))
            }
            Summer::America => (at(sunday(year, 3, 2)?, 2), at(sunday(year, 11, 1)?, 2)),
            Summer::Australia => (at(sunday(year, 10, 1)?, 2), at(sunday(year, 4, 1)?, 3)),
            Summer::NewZealand => (at(last_sunday(year, 9)?, 2), at(sunday(year, 4, 1)?, 3)),
        };
        Some(if from < to { (from..to).contains(&clock) } else { clock >= from || clock < to })
    }
}

/// Which Sunday of a month.
fn sunday(year: i16, month: i8, nth: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok()
}

fn last_sunday(year: i16, month: i8) -> Option<Date> {
    sunday(year, month, -1)
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn a_place_names_its_zone_and_the_day_tells_whether_it_is_summer() {
        for (words, clock, offset) in [
            ("london time", "2026-03-04T06:00:00", Some("+00")),
            ("london time on wednesday", "2026-03-29T00:59:00", Some("+00")),
            ("london time", "2026-03-29T02:00:00", Some("+01")),
            ("мск 4 марта", "2026-03-04T10:00:00", Some("+03")),
            ("heure de bruxelles", "2026-07-04T18:00:00", Some("+02")),
            ("heure française", "2026-10-25T03:00:00", Some("+01")),
            ("brusselse tijd", "2026-10-24T18:00:00", Some("+02")),
            ("ET Wednesday", "2026-03-07T09:00:00", Some("-05")),
            ("eastern daylight time", "2026-03-08T09:00:00", Some("-04")),
            ("new york time", "2026-11-01T09:00:00", Some("-05")),
            ("sydney time", "2026-01-01T09:00:00", Some("+11")),
            ("sydney time", "2026-06-01T09:00:00", Some("+10")),
            ("auckland time", "2026-09-27T09:00:00", Some("+13")),
            ("suomen aikaa", "2026-03-04T09:00:00", Some("+02")),
            ("horário de brasília", "2026-01-04T09:00:00", Some("-03")),
            ("moscow time", "2012-01-04T09:00:00", None),
            ("hora de madrid", "1990-01-04T09:00:00", None),
            ("et mercredi", "2026-03-04T06:00:00", None),
            ("in london", "2026-03-04T06:00:00", None),
            ("london shares", "2026-03-04T06:00:00", None),
            ("local time", "2026-03-04T06:00:00", None),
            ("central bank", "2026-03-04T06:00:00", None),
        ] {
            let list: Vec<&str> = words.split(' ').collect();
            let told = Zone::at_start(&list).and_then(|zone| zone.offset(clock.parse().unwrap()));
            assert_eq!(told.map(|told| told.to_string()).as_deref(), offset, "{words} {clock}");
        }
    }
}
