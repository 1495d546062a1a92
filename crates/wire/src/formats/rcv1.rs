//! Reuters' corpus of 1996 and 1997 (RCV1, and RCV2 in other languages): `<newsitem itemid="…" date="…">` with a title, a headline, a
//! dateline, the paragraphs in `text`, and codes. Its root is called as an item of NewsML-G2 is, and nothing in it is.

use article::Subject;

use crate::draft::{Draft, LetGo};
use crate::when;
use crate::xml::Branch;

/// For machines: who gave a code, and when; what stands in fields, `dc` among it.
const LET_GO: LetGo = LetGo {
    whole: &["text", "headline", "byline", "dateline", "editdetail", "code", "codes", "copyright", "dc"],
    attributes: &["itemid", "id", "date", "lang"],
};

/// Whether an item is one of the corpus, and none of the standard.
pub(super) fn is_one(item: Branch<'_, '_>) -> bool {
    item.child("text").is_some()
        && ["itemMeta", "contentMeta", "contentSet"].iter().all(|meta| item.child(meta).is_none())
}

/// The story that it tells.
pub(super) fn read(item: Branch<'_, '_>, draft: &mut Draft) {
    draft.identify(item.attribute("itemid"));
    draft.language(item.attribute("lang"));
    let (title, headline) = (said(item, "title"), said(item, "headline"));
    if let Some(words) = headline.or(title) {
        draft.head_with(words);
    }
    said(item, "byline").iter().for_each(|byline| draft.by(byline));
    said(item, "dateline").iter().for_each(|dateline| draft.place(dateline));
    said(item, "copyright").iter().for_each(|rights| draft.rights(rights));
    let metadata = item.child("metadata");
    for codes in metadata.iter().flat_map(|metadata| metadata.all("codes")) {
        let scheme = codes.attribute("class");
        for code in codes.all("code") {
            draft.subject(Some(Subject { scheme: scheme.clone(), code: code.attribute("code"), name: None }));
        }
    }
    let day = item.attribute("date");
    for dc in metadata.iter().flat_map(|metadata| metadata.all("dc")) {
        let (Some(name), Some(value)) = (dc.attribute("element"), dc.attribute("value")) else { continue };
        if matches!(name.as_str(), "dc.publisher" | "dc.source") {
            draft.makers.push(value.clone());
        }
        // The day once more.
        if day.as_ref() != Some(&value) {
            draft.besides(&name, &value);
        }
    }
    draft.issued = day.and_then(|day| when::read(&day).when());
    if let Some(text) = item.child("text") {
        draft.take_html(text.inner());
    }
    draft.besides_children(item, &[], &LET_GO);
}

fn said(item: Branch<'_, '_>, name: &str) -> Option<String> {
    item.child(name).and_then(Branch::said)
}
