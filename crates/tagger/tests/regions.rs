//! Regions through the public door: which words are mentions, of which place, and what the place is to the story.

#[path = "regions/cases.rs"]
mod cases;
mod common;
#[path = "regions/gazetteer.rs"]
mod gazetteer;
#[path = "regions/gold.rs"]
mod gold;
#[path = "regions/laws.rs"]
mod laws;
#[path = "regions/links.rs"]
mod links;
#[path = "regions/mentions.rs"]
mod mentions;
#[path = "regions/roles.rs"]
mod roles;
#[path = "regions/seed.rs"]
mod seed;
#[path = "regions/toponyms.rs"]
mod toponyms;

use article::{Article, Region, Tags};

/// The regions of a plain text.
fn regions(text: &str) -> Vec<Region> {
    common::tag(&Article::of_text(text)).regions
}

/// The text with its mentions drawn under its words; names inside other names are not drawn.
fn draw(text: &str) -> String {
    tagger::draw(text, &Tags { regions: regions(text), ..Tags::default() })
}

/// Each mention as `words=code`, cities as `words=division:name`, counties as `words=division/code`, in the order of the text.
fn mentions(text: &str) -> String {
    let mut found: Vec<(usize, String)> = Vec::new();
    for region in regions(text) {
        let place = match (&region.level, &region.country) {
            (article::Level::City, Some(country)) => {
                format!("{}:{}", region.admin1.as_ref().unwrap_or(country), region.name)
            }
            // a county with the state that the story tells
            (article::Level::Other, Some(_)) if is_county(&region.code) => {
                format!("{}/{}", region.admin1.as_deref().unwrap_or_default(), region.code)
            }
            _ => region.code.clone(),
        };
        found.extend(
            region.mentions.iter().map(|mention| (mention.start, format!("{}={place}", mention.exact))),
        );
    }
    found.sort();
    found.into_iter().map(|(_, mention)| mention).collect::<Vec<_>>().join("; ")
}

fn is_county(code: &str) -> bool {
    code.ends_with("-county") || code.ends_with("-parish")
}

/// The names inside other names, in the order of the text.
fn inside_names(text: &str) -> String {
    let mut found: Vec<(usize, String)> = regions(text)
        .iter()
        .flat_map(|region| &region.inside_names)
        .map(|span| (span.start, span.exact.clone()))
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join("; ")
}
