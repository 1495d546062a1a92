//! `dateline tag`: what stories are about.

use std::path::PathBuf;
use std::process::ExitCode;

use article::{EnrichedArticle, Role, Salience, Tags, TradeFigure};
use flow::Fault;
use jiff::Timestamp;

use super::why;
use crate::args::Tag;
use crate::input;
use crate::show::{FIGURES, Out, Table, has_colours, width};
use crate::standing::{standing, word};

pub(super) fn tag(config: Option<PathBuf>, args: &Tag) -> Result<ExitCode, Fault> {
    let (enrich, mut out, mut rejects) = (super::enrich(config, args.overrides.set.clone())?, Out::new(), 0);
    for file in input::files(&args.files, &mut rejects)? {
        let input = match input::read_one(&file.path) {
            Err(fault) if file.found => {
                rejects += 1;
                eprintln!("{}: not read: {}", file.path.display(), fault.cause);
                continue;
            }
            input => input?,
        };
        for (name, bytes) in input.stories() {
            let (articles, rejected) = match input.parse(&name, bytes, None) {
                Ok(parsed) => (parsed.articles, parsed.rejected),
                Err(unreadable) => (Vec::new(), vec![unreadable]),
            };
            for mut article in articles {
                if article.published_at.is_none() {
                    article.published_at = args.published;
                }
                if args.why {
                    why::why(enrich.tagger(), &article, &mut out);
                    if let Some(why) = enrich.tagger().tag(&article).untagged {
                        out.line(format!("untagged: {why}"));
                    }
                    continue;
                }
                let now = Timestamp::now();
                let record = enrich.record(article, now);
                if args.json {
                    out.line(record.to_json());
                } else {
                    show(&record, now, &mut out);
                }
            }
            for part in rejected {
                eprintln!("{name}: rejected ({}): {}", part.code, part.reason);
                rejects += 1;
            }
        }
    }
    Ok(ExitCode::from(u8::from(rejects > 0)))
}

/// What the story is about: the places in focus and the main sectors.
fn about(tags: &Tags) -> Option<String> {
    let places =
        tags.regions.iter().filter(|region| region.role == Role::Focus).map(|region| region.name.clone());
    let main = tags.industries.iter().filter(|industry| industry.salience == Salience::Main);
    let sectors = main.map(|industry| format!("{} {}", industry.isic, industry.name));
    let parts: Vec<String> = [places.collect::<Vec<_>>().join(", "), sectors.collect::<Vec<_>>().join(", ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// What may not be done with the story and what it is about, the story with its tags drawn under the words, then the figures as a table.
fn show(record: &EnrichedArticle, now: Timestamp, out: &mut Out) {
    let lines = [("status", standing(&record.article, now)), ("about", about(&record.tags))];
    for (name, said) in lines.iter().filter_map(|(name, said)| Some((name, said.as_ref()?))) {
        out.line(format!("{name}: {said}"));
    }
    if lines.iter().any(|(_, said)| said.is_some()) {
        out.line("");
    }
    let drawn = tagger::draw_within(&record.article.text, &record.tags, width());
    let colours = has_colours();
    for line in drawn.lines() {
        match colour_of(line).filter(|_| colours) {
            Some(colour) => out.line(format!("\x1b[{colour}m{line}\x1b[0m")),
            None => out.line(line),
        }
    }
    if let Some(why) = &record.enrichment.untagged {
        out.line(format!("untagged: {why}"));
    }
    let mut table = Table::new(FIGURES);
    for figure in &record.tags.trade_figures {
        table.row(row(figure));
    }
    if !table.is_empty() {
        out.line("");
        table.print_within(width(), out);
    }
    out.line("");
}

fn row(figure: &TradeFigure) -> Vec<String> {
    let value = match &figure.high {
        Some(high) => format!("{}..{high}", figure.value),
        None => figure.value.to_string(),
    };
    let change = [figure.direction.map(word), figure.comparison.map(word)];
    vec![
        figure.id.clone(),
        word(figure.kind),
        word(figure.indicator),
        format!("{}{value}", figure.bound.map(word).unwrap_or_default()),
        figure.per.map_or_else(|| figure.unit.to_string(), |per| format!("{} a {}", figure.unit, word(per))),
        change.into_iter().flatten().collect::<Vec<_>>().join(" "),
        figure.period_label.clone().unwrap_or_default(),
        figure.reporter.clone().unwrap_or_default(),
        figure.partner.clone().unwrap_or_default(),
        figure.commodity.clone().unwrap_or_default(),
        word(figure.status),
        figure.confidence.to_string(),
    ]
}

/// The colour of a line of carets: by what its label says, on whichever side it stands.
fn colour_of(line: &str) -> Option<u8> {
    let label = line.trim().trim_matches('^');
    if label.len() == line.trim().len() {
        return None;
    }
    Some(match label.trim().split(' ').next()? {
        "region" => 36,
        "industry" => 35,
        "level" | "change" | "gap" | "share" | "contribution" => 33,
        _ => return None,
    })
}
