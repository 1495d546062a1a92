//! Currencies that were renamed at some rate: the code that was in force on the day of a story.

use jiff::civil::Date;

/// The code of today, since when it is in force, and the one before it. Source: ISO 4217, list three (historic codes); where an old
/// unit was named otherwise (cruzados, australes), its word says so.
const RENAMED: &[(&str, Date, &str)] = &[
    ("AZN", jiff::civil::date(2006, 1, 1), "AZM"),
    ("BGN", jiff::civil::date(1999, 7, 5), "BGL"),
    ("BYN", jiff::civil::date(2016, 7, 1), "BYR"),
    ("GHS", jiff::civil::date(2007, 7, 1), "GHC"),
    ("MXN", jiff::civil::date(1993, 1, 1), "MXP"),
    ("MZN", jiff::civil::date(2006, 7, 1), "MZM"),
    ("PLN", jiff::civil::date(1995, 1, 1), "PLZ"),
    ("RON", jiff::civil::date(2005, 7, 1), "ROL"),
    ("RUB", jiff::civil::date(1998, 1, 1), "RUR"),
    ("TMT", jiff::civil::date(2009, 1, 1), "TMM"),
    ("TRY", jiff::civil::date(2005, 1, 1), "TRL"),
    ("UYU", jiff::civil::date(1993, 3, 1), "UYP"),
    ("ZMW", jiff::civil::date(2013, 1, 1), "ZMK"),
    ("ZWL", jiff::civil::date(2009, 2, 2), "ZWD"),
    // twice
    ("VES", jiff::civil::date(2008, 1, 1), "VEB"),
    ("VES", jiff::civil::date(2018, 8, 20), "VEF"),
];

/// The code on a day; that of today where the day is not known.
pub(in crate::figures) fn on(code: &'static str, today: Option<Date>) -> &'static str {
    let Some(today) = today else { return code };
    let former = RENAMED.iter().find(|(new, since, _)| today < *since && *new == code);
    former.map_or(code, |(_, _, former)| former)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::on;

    #[test]
    fn a_currency_has_the_code_of_its_day() {
        for (code, day, is) in [
            ("ZWL", date(1987, 4, 9), "ZWD"),
            ("ZWL", date(2021, 4, 9), "ZWL"),
            ("VES", date(1987, 4, 9), "VEB"),
            ("VES", date(2012, 4, 9), "VEF"),
            ("VES", date(2024, 4, 9), "VES"),
            ("PLN", date(1994, 12, 31), "PLZ"),
            ("USD", date(1987, 4, 9), "USD"),
        ] {
            assert_eq!(on(code, Some(day)), is, "{code} {day}");
        }
        assert_eq!(on("TRY", None), "TRY");
    }
}
