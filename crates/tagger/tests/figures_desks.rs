//! How commodity desks and farm ministries speak of goods that are to cross a border.

mod common;

use common::{figures, says};

/// Quote, indicator, reporter, partner and status of each figure.
fn rows(text: &str, day: &str) -> Vec<[String; 5]> {
    let field = |figure: &serde_json::Value, name: &str| figure[name].as_str().unwrap_or("-").to_owned();
    let row = |figure: &serde_json::Value| {
        let quote =
            figure["span"]["exact"].as_str().unwrap_or("-").split_whitespace().collect::<Vec<_>>().join(" ");
        [
            quote,
            field(figure, "indicator"),
            field(figure, "reporter"),
            field(figure, "partner"),
            field(figure, "status"),
        ]
    };
    figures(text, Some(day)).iter().map(row).collect()
}

#[test]
fn licences_are_exports_to_come_and_each_country_has_its_own() {
    let found = rows(
        "EC SUGAR LICENCES\n\n    BRUSSELS, May 6 - The European Community granted export licences for 71,500 tonnes of white sugar at a \
         maximum rebate of 44.2 Ecus per 100 kilos, the Commission said.\n    Out of this, traders in France received 40,000 tonnes, in \
         the U.K. 21,500 and in Denmark 10,000 tonnes.\n    Cumulative export authorisations now stand at 1,701,300 tonnes.\n",
        "1987-05-06",
    );
    let want = [
        ("71,500 tonnes", "x:eu"),
        ("40,000 tonnes", "FR"),
        ("21,500", "GB"),
        ("10,000 tonnes", "DK"),
        ("1,701,300 tonnes", "x:eu"),
    ];
    assert_eq!(found.iter().map(|row| (&*row[0], &*row[2])).collect::<Vec<_>>(), want);
    assert!(
        found.iter().all(|row| row[1] == "exports" && row[3] == "WORLD" && row[4] == "target"),
        "{found:?}"
    );
}

#[test]
fn a_bonus_covers_what_the_united_states_are_to_sell() {
    let found = rows(
        "BONUS ON WHEAT\n\n    WASHINGTON, May 6 - The Commodity Credit Corp has accepted bids for export bonuses to cover sales of 90,000 \
         tonnes of hard wheat and 35,000 tonnes of soft wheat to Egypt, the U.S. Agriculture Department said.\n    An additional 12,000 \
         tonnes of wheat are still available to Egypt under the Export Enhancement Program announced on March 3, 1986, it said.\n",
        "1987-05-06",
    );
    let quotes: Vec<&str> = found.iter().map(|row| &*row[0]).collect();
    assert_eq!(quotes, ["90,000 tonnes", "35,000 tonnes", "12,000 tonnes"]);
    assert!(found[..2].iter().all(|row| row[1..] == ["deals", "US", "EG", "reported"]), "{found:?}");
    // what may still be sold is no contract
    assert_eq!(found[2][1..], ["exports", "US", "EG", "hypothetical"]);
}

#[test]
fn what_a_country_adds_to_its_purchases_is_a_deal_with_where_the_goods_are_from() {
    says(
        "1987-05-06",
        "China has added 45,000 tonnes of U.S. corn to its previous commitments, the weekly report on export sales said.",
        &["level deals CN>US 45000 t [corn]"],
    );
}

#[test]
fn a_tender_is_told_with_days_programmes_and_totals_between() {
    says(
        "1987-05-06",
        "Peru will hold a buying tender on May 12, for reply by May 14, for 25,000 tonnes of white sugar. Morocco will tender Thursday for a \
         total of 80,000 tonnes of U.S. wheat. Ghana will tender May 20 under Public Law 480 for approximately 14,000 tonnes of rice.",
        &[
            "level deals PE>WORLD 25000 t 1987-05-12..1987-05-12 [white sugar] target",
            "level deals MA>US 80000 t [wheat] target",
            "level deals GH>WORLD ~14000 t 1987-05-20..1987-05-20 [rice] target",
        ],
    );
}

#[test]
fn each_lot_is_from_where_its_own_goods_are() {
    says(
        "2023-04-12",
        "Egypt bought 140,000 tonnes of Russian and 55,000 tonnes of Romanian wheat for June 1-15 shipment.",
        &[
            "level deals EG>RU 140000 t 2023-06-01..2023-06-15 [wheat]",
            "level deals EG>RO 55000 t 2023-06-01..2023-06-15 [wheat]",
        ],
    );
}

#[test]
fn what_goods_are_like_and_licences_to_import_are_no_exports() {
    says(
        "1987-05-06",
        "Taiwan will tender Thursday for 56,000 tonnes of U.S. corn (14.5 pct moisture).",
        &["level deals TW>US 56000 t [corn] target"],
    );
}
