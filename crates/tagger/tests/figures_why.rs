//! Every number of a story of trade can be asked why it is a figure, or why not.

use article::Article;
use tagger::Tagger;

#[test]
fn a_figure_says_its_rule_and_what_was_carried_from_where() {
    let mut article = Article::of_text(
        "Japan's exports rose 3.1 percent in July 2023. Imports fell 2 percent. GDP grew 1.5 percent.",
    );
    article.published_at = "2023-08-30".parse().ok();
    let why = Tagger::new().why_figures(&article);
    assert_eq!(why.len(), 3);
    let (id, rule, _) = why[0].figure.clone().expect("a figure");
    assert_eq!((id.as_str(), rule), ("f1", "change/verb"));
    assert_eq!(why[0].said.as_ref().expect("a verb").exact, "rose");
    let carried: Vec<(&str, &str, &str)> = why[1]
        .carried
        .iter()
        .map(|it| {
            (it.field.as_str(), it.value.as_str(), it.from.as_ref().map_or("", |from| from.exact.as_str()))
        })
        .collect();
    assert_eq!(carried, [("period", "2023-07", "3.1 percent"), ("reporter", "JP", "3.1 percent")]);
    assert_eq!(why[2].figure, None);
    assert!(why[2].not.as_deref().is_some_and(|not| not.contains("`GDP`")), "{:?}", why[2].not);
}
