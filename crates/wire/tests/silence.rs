//! Nothing of a file is lost in silence: a marker put into each element, attribute or property that the standards know
//! stands in the article, in a field or in a warning, or the place is on the list of what is let go.
//!
//! Each place is tried alone and beside a first one of its name. `docs/formats.md` names what is let go.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::parse;
use wire::Format;

/// A word that no file has.
const MARK: &str = "zqmarker";

/// A format: a story in it, and where in it something may stand.
struct Standard {
    format: Format,
    story: &'static str,
    /// Paths of elements; `@` is an attribute. The first element of a path is in the story already.
    places: &'static str,
    /// Those of them that are let go.
    let_go: &'static str,
}

const XML: &[Standard] = &[
    Standard {
        format: Format::NewsmlG2,
        story: "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:agency.example:1\" version=\"2\">\
            <rightsInfo><copyrightHolder literal=\"Agency\"/></rightsInfo>\
            <itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"Agency\"/><versionCreated>2024-03-05T10:00:00Z</versionCreated>\
            <pubStatus qcode=\"stat:usable\"/></itemMeta>\
            <contentMeta><slugline>TIN</slugline><headline>Tin rises</headline></contentMeta>\
            <contentSet><inlineXML><html><body><p>Tin rose in July.</p></body></html></inlineXML></contentSet></newsItem>",
        places: "itemMeta/role/@qcode itemMeta/role/name itemMeta/fileName itemMeta/profile itemMeta/service/@qcode itemMeta/service/name \
            itemMeta/title itemMeta/edNote itemMeta/memberOf/@qcode itemMeta/memberOf/name itemMeta/instanceOf/@qcode itemMeta/signal/@qcode \
            itemMeta/signal/name itemMeta/altRep itemMeta/deliverableOf/@residref itemMeta/expires itemMeta/origRep itemMeta/incomingFeedId/@uri \
            itemMeta/link/@href itemMeta/link/@residref itemMeta/link/title itemMeta/provider/@qcode itemMeta/provider/name \
            itemMeta/provider/@literal itemMeta/provider/@uri itemMeta/provider/organisationDetails/contactInfo/email itemMeta/generator \
            itemMeta/hash itemMeta/metadataCreator/@qcode itemMeta/firstCreated itemMeta/embargoed itemMeta/pubStatus/@qcode itemMeta/channel \
            itemMeta/icon/@href itemMeta/itemClass/name \
            contentMeta/icon/@href contentMeta/urgency contentMeta/contentCreated contentMeta/digitalSourceType/@uri contentMeta/located/@qcode \
            contentMeta/located/name contentMeta/located/broader/name contentMeta/located/broader/@qcode contentMeta/infoSource/@qcode \
            contentMeta/infoSource/name contentMeta/infoSource/@uri contentMeta/infoSource/@role contentMeta/creator/@qcode contentMeta/creator/name \
            contentMeta/creator/@role contentMeta/creator/@jobtitle contentMeta/creator/related/@qcode contentMeta/creator/personDetails/affiliation/name \
            contentMeta/contributor/@qcode contentMeta/contributor/name contentMeta/contributor/@role contentMeta/contributor/definition \
            contentMeta/contributor/note contentMeta/contributor/@jobtitle contentMeta/audience/@qcode contentMeta/audience/name \
            contentMeta/exclAudience/@qcode contentMeta/altId contentMeta/altId/@id contentMeta/rating/@value contentMeta/language/@tag \
            contentMeta/userInteraction/@interactions \
            contentMeta/keyword contentMeta/genre/@qcode contentMeta/genre/name contentMeta/genre/@literal contentMeta/subject/@qcode \
            contentMeta/subject/@literal contentMeta/subject/@uri contentMeta/subject/name contentMeta/subject/broader/name \
            contentMeta/subject/broader/@qcode contentMeta/subject/sameAs/@qcode contentMeta/subject/related/name contentMeta/subject/definition \
            contentMeta/subject/hasInstrument/@symbol contentMeta/subject/@type contentMeta/subject/@confidence contentMeta/subject/@creator \
            contentMeta/subject/bag/bit/@qcode contentMeta/slugline contentMeta/headline \
            contentMeta/headline/@role contentMeta/dateline contentMeta/by contentMeta/creditline contentMeta/description contentMeta/description/@role \
            rightsInfo/accountable/@qcode rightsInfo/accountable/name rightsInfo/copyrightHolder/name rightsInfo/copyrightHolder/@uri \
            rightsInfo/copyrightNotice rightsInfo/copyrightNotice/@href rightsInfo/usageTerms rightsInfo/usageTerms/@href rightsInfo/link/@href \
            rightsInfo/rightsExpressionXML/policy/@uid rightsInfo/rightsExpressionData \
            newsItem/hopHistory/hop/party/name newsItem/hopHistory/hop/party/@qcode newsItem/hopHistory/hop/action/@qcode \
            newsItem/pubHistory/published/name newsItem/assert/name newsItem/assert/@qcode newsItem/assert/organisationDetails/contactInfo/email \
            newsItem/assert/hasInstrument/@symbol newsItem/catalogRef/@href newsItem/catalog/scheme/@alias newsItem/derivedFrom/@qcode \
            newsItem/partMeta/description newsItem/partMeta/keyword newsItem/partMeta/@partid \
            contentSet/remoteContent/@href contentSet/remoteContent/@residref contentSet/remoteContent/altId contentSet/remoteContent/@rendition \
            contentSet/inlineData",
        let_go: "itemMeta/generator itemMeta/hash itemMeta/metadataCreator/@qcode itemMeta/itemClass/name \
            contentMeta/subject/@type contentMeta/subject/@confidence contentMeta/subject/@creator contentMeta/description/@role contentMeta/headline/@role \
            newsItem/catalogRef/@href newsItem/catalog/scheme/@alias contentSet/remoteContent/@rendition",
    },
    Standard {
        format: Format::Newsml1,
        story: "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>agency.example</ProviderId><DateId>20240305</DateId>\
            <NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\" Update=\"N\">1</RevisionId>\
            <PublicIdentifier>urn:newsml:agency.example:20240305:1:1N</PublicIdentifier></NewsIdentifier></Identification>\
            <NewsManagement><NewsItemType FormalName=\"News\"/><FirstCreated>20240305T100000Z</FirstCreated>\
            <ThisRevisionCreated>20240305T100000Z</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement>\
            <NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName=\"Agency\"/></Provider>\
            </AdministrativeMetadata><RightsMetadata></RightsMetadata><DescriptiveMetadata></DescriptiveMetadata>\
            <ContentItem><MediaType FormalName=\"Text\"/><DataContent><p>Tin rose in July.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        places: "Identification/NameLabel Identification/DateLabel Identification/Label/LabelText Identification/Label/LabelType/@FormalName \
            NewsManagement/Instruction/@FormalName NewsManagement/Urgency/@FormalName NewsManagement/Priority/@FormalName \
            NewsManagement/RevisionHistory/@Href NewsManagement/DerivedFrom/@NewsItem NewsManagement/DerivedFrom/Comment \
            NewsManagement/AssociatedWith/@NewsItem NewsManagement/AssociatedWith/Comment NewsManagement/Property/@Value \
            NewsManagement/StatusWillChange/FutureStatus/@FormalName NewsManagement/NewsItemType/@FormalName \
            NewsLines/HeadLine NewsLines/SubHeadLine NewsLines/ByLine NewsLines/ByLineTitle NewsLines/DateLine NewsLines/CreditLine \
            NewsLines/CopyrightLine NewsLines/RightsLine NewsLines/SeriesLine NewsLines/SlugLine NewsLines/KeywordLine \
            NewsLines/NewsLine/NewsLineText NewsLines/NewsLine/NewsLineType/@FormalName NewsLines/SummaryLine \
            AdministrativeMetadata/FileName AdministrativeMetadata/SystemIdentifier AdministrativeMetadata/Provider/Party/@FormalName \
            AdministrativeMetadata/Creator/Party/@FormalName AdministrativeMetadata/Source/Party/@FormalName \
            AdministrativeMetadata/Contributor/Party/@FormalName AdministrativeMetadata/Property/@Value AdministrativeMetadata/Property/@FormalName \
            RightsMetadata/Copyright/CopyrightHolder RightsMetadata/Copyright/CopyrightDate RightsMetadata/UsageRights/UsageType \
            RightsMetadata/UsageRights/Geography RightsMetadata/UsageRights/RightsHolder RightsMetadata/UsageRights/Limitations \
            RightsMetadata/UsageRights/StartDate RightsMetadata/UsageRights/EndDate RightsMetadata/Property/@Value \
            DescriptiveMetadata/Language/@FormalName DescriptiveMetadata/Genre/@FormalName DescriptiveMetadata/SubjectCode/Subject/@FormalName \
            DescriptiveMetadata/SubjectCode/SubjectMatter/@FormalName DescriptiveMetadata/SubjectCode/SubjectQualifier/@FormalName \
            DescriptiveMetadata/OfInterestTo/@FormalName DescriptiveMetadata/OfInterestTo/Relevance/@FormalName DescriptiveMetadata/DateLineDate \
            DescriptiveMetadata/Location/Property/@Value DescriptiveMetadata/TopicOccurrence/@Topic DescriptiveMetadata/Property/@Value \
            NewsComponent/Role/@FormalName NewsComponent/TopicSet/Topic/Description NewsComponent/Metadata/Property/@Value \
            NewsComponent/NewsComponent/NewsLines/HeadLine NewsComponent/NewsComponent/NewsLines/CreditLine \
            NewsComponent/NewsComponent/ContentItem/DataContent/caption NewsComponent/NewsComponent/ContentItem/@Href NewsComponent/Comment \
            ContentItem/@Href ContentItem/Comment ContentItem/MimeType/@FormalName ContentItem/Characteristics/Property/@Value",
        let_go: "NewsManagement/NewsItemType/@FormalName NewsManagement/StatusWillChange/FutureStatus/@FormalName ContentItem/MimeType/@FormalName \
            ContentItem/Characteristics/Property/@Value",
    },
    Standard {
        format: Format::Nitf,
        story: "<nitf><head><title>Tin rises</title><tobject></tobject><docdata><doc-id regsrc=\"Agency\" id-string=\"1\"/><date.issue norm=\"20240305T100000Z\"/>\
            <key-list></key-list><identified-content></identified-content></docdata></head><body><body.head><hedline><hl1>Tin rises</hl1></hedline>\
            <rights></rights></body.head><body.content><p>Tin rose in July.</p></body.content><body.end></body.end></body></nitf>",
        places: "head/meta/@content head/base/@href head/revision-history/@comment head/revision-history/@name head/revision-history/@function \
            head/iim/ds/@value head/iim/@ver head/pubdata/@name head/pubdata/@edition.name head/pubdata/@edition.area head/pubdata/@position.section \
            head/pubdata/@position.sequence head/pubdata/@issn head/pubdata/@volume head/pubdata/@number head/pubdata/@issue head/pubdata/@ex-ref \
            head/pubdata/@item-length head/pubdata/@type head/title \
            tobject/@tobject.type tobject/tobject.property/@tobject.property.type tobject/tobject.subject/@tobject.subject.refnum \
            tobject/tobject.subject/@tobject.subject.code tobject/tobject.subject/@tobject.subject.type tobject/tobject.subject/@tobject.subject.matter \
            tobject/tobject.subject/@tobject.subject.detail tobject/tobject.subject/@tobject.subject.ipr \
            docdata/correction/@info docdata/correction/@id-string docdata/correction/@regsrc docdata/evloc/@city docdata/evloc/@iso-cc \
            docdata/evloc/@state-prov docdata/evloc/@county-dist docdata/del-list/from-src/@src-name docdata/del-list/from-src/@level-number \
            docdata/fixture/@fix-id docdata/date.expire/@norm docdata/doc-scope/@scope docdata/series/@series.name docdata/series/@series.part \
            docdata/ed-msg/@info docdata/ed-msg/@msg-type docdata/du-key/@key docdata/du-key/@generation docdata/du-key/@part docdata/du-key/@version \
            docdata/doc.copyright/@holder docdata/doc.copyright/@year docdata/doc.rights/@owner docdata/doc.rights/@limitations \
            docdata/doc.rights/@agent docdata/doc.rights/@geography docdata/doc.rights/@location-code docdata/doc.rights/@code-source \
            docdata/doc-id/@id-string docdata/urgency/@ed-urg docdata/@management-doc-idref docdata/@management-idref-status \
            key-list/keyword/@key key-list/keyword identified-content/person identified-content/org identified-content/org/@value \
            identified-content/location/@location-code identified-content/location identified-content/location/country \
            identified-content/location/sublocation identified-content/event identified-content/function identified-content/object.title \
            identified-content/virtloc identified-content/classifier/@value identified-content/classifier/@type identified-content/classifier \
            identified-content/money identified-content/chron/@norm identified-content/copyrite \
            body.head/hedline/hl2 body.head/note body.head/rights/rights.type body.head/rights/rights.owner body.head/rights/rights.agent \
            body.head/rights/rights.limitations body.head/byline body.head/byline/byttl body.head/distributor body.head/distributor/org body.head/dateline \
            body.head/dateline/location body.head/dateline/story.date body.head/abstract \
            body.content/media/media-caption body.content/media/media-producer body.content/media/media-reference/@source \
            body.content/media/media-reference/@name body.content/media/media-reference/@alternate-text body.content/media/media-metadata/@value \
            body.content/note body.content/block/datasource body.content/block/copyrite body.content/nitf-table/nitf-table-metadata/nitf-table-summary/p \
            body.content/p/person body.content/p/a body.content/p/a/@href body.content/p/org/@idsrc body.content/p/chron/@norm \
            body.end/tagline body.end/bibliography",
        let_go: "head/pubdata/@type body.content/p/a/@href body.content/p/org/@idsrc body.content/p/chron/@norm identified-content/chron/@norm",
    },
    Standard {
        format: Format::Rss,
        story: "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" \
            xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:itunes=\"x\" xmlns:dcterms=\"y\" xmlns:slash=\"z\" xmlns:prism=\"p\"><channel>\
            <title>Agency</title><item><title>Tin rises</title><guid>urn:x:1</guid>\
            <pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>Tin rose in July.</description></item></channel></rss>",
        places: "item/link item/author item/category item/category/@domain item/comments item/enclosure/@url item/enclosure/@type item/guid item/source item/source/@url \
            item/dc:creator item/dc:contributor item/dc:publisher item/dc:rights item/dc:subject item/dc:source item/dc:coverage item/dc:relation \
            item/dc:type item/dc:identifier item/dc:title item/dc:description item/dc:language item/dcterms:spatial item/dcterms:modified item/media:content/@url \
            item/media:content/media:description item/media:content/media:title item/media:content/media:credit item/media:content/media:copyright \
            item/media:content/media:keywords item/media:thumbnail/@url item/media:text item/media:category item/content:encoded item/itunes:author item/itunes:summary \
            item/itunes:subtitle item/slash:comments item/prism:section item/prism:publicationName item/subtitle item/location item/unheardof item/unheardof/@thing \
            channel/title channel/description channel/link channel/copyright channel/managingEditor channel/category channel/generator channel/image/title",
        let_go: "item/enclosure/@type item/dcterms:modified channel/description channel/link channel/managingEditor channel/category channel/generator channel/image/title",
    },
    Standard {
        format: Format::Atom,
        story: "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Agency</title><id>urn:f</id><entry><title>Tin rises</title><id>urn:x:1</id>\
            <updated>2024-03-05T10:00:00Z</updated><content>Tin rose in July.</content></entry></feed>",
        places: "entry/author/name entry/author/email entry/author/uri entry/contributor/name entry/category/@term entry/category/@label entry/category/@scheme \
            entry/link/@href entry/link/@title entry/link/@type entry/rights entry/source/title entry/source/id entry/source/subtitle entry/source/author/name \
            entry/summary entry/title entry/content entry/unheardof entry/unheardof/@thing \
            feed/subtitle feed/generator feed/link/@href feed/author/name feed/author/email feed/rights feed/category/@term",
        let_go: "entry/link/@type feed/subtitle feed/generator feed/link/@href feed/author/email feed/category/@term",
    },
];

/// A path with its marker: `role/@qcode` is `<role qcode="x:zqmarker"/>`.
fn element(path: &[&str], alone: bool) -> String {
    let Some((name, inner)) = path.split_first() else { return MARK.to_owned() };
    match inner.first().and_then(|inner| inner.strip_prefix('@')) {
        Some(key) => {
            let value = if key == "qcode" { format!("x:{MARK}") } else { MARK.to_owned() };
            // Pairs of a name and a value have both.
            let other = match key {
                "Value" => " FormalName=\"Thing\"",
                "content" | "value" => " name=\"thing\"",
                _ => "",
            };
            let words = if alone { "" } else { "Something" };
            format!("<{name}{other} {key}=\"{value}\">{words}</{name}>")
        }
        None => format!("<{name}>{}</{name}>", element(inner, alone)),
    }
}

/// A story with something in it: before the end of an element that it has; of a feed, before its items.
fn with(standard: &Standard, place: &str, piece: &str) -> String {
    if ["channel", "feed"].contains(&place) {
        let start = standard.story.find(if place == "feed" { "<entry" } else { "<item" }).unwrap();
        return format!("{}{piece}{}", &standard.story[..start], &standard.story[start..]);
    }
    let close = format!("</{place}>");
    let at = standard.story.find(&close).unwrap_or_else(|| panic!("no `{close}` in the story"));
    format!("{}{piece}{}", &standard.story[..at], &standard.story[at..])
}

/// Whether an article, or what was skipped or refused, has the marker.
fn says_it(message: &str, format: Format) -> bool {
    let parsed = parse(message.as_bytes(), Some(format)).unwrap_or_else(|no| panic!("{no}: {message}"));
    assert_eq!(parsed.articles.len(), 1, "{message}");
    serde_json::to_string(&parsed.articles).unwrap().to_lowercase().contains(MARK)
}

#[test]
fn a_marker_in_every_place_of_the_standards_made_of_xml_is_found_again() {
    let mut wrong = Vec::new();
    for standard in XML {
        let let_go: Vec<&str> = standard.let_go.split_whitespace().collect();
        for place in standard.places.split_whitespace() {
            let path: Vec<&str> = place.split('/').collect();
            let message = |alone| {
                if let Some(key) = path[1].strip_prefix('@') {
                    return standard.story.replacen(
                        &format!("<{}>", path[0]),
                        &format!("<{} {key}=\"{MARK}\">", path[0]),
                        1,
                    );
                }
                let marked = element(&path[1..], alone);
                let first = if alone { String::new() } else { marked.replace(MARK, "another") };
                with(standard, path[0], &(first + &marked))
            };
            for alone in [true, false] {
                let found = says_it(&message(alone), standard.format);
                if found == let_go.contains(&place) {
                    let what = if found { "is kept, and on the list" } else { "is lost" };
                    let how = if alone { "" } else { ", behind another" };
                    wrong.push(format!("{}: {place} {what}{how}", standard.format));
                }
            }
        }
        for place in let_go {
            assert!(standard.places.split_whitespace().any(|known| known == place), "{place} is no place");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A format made of JSON.
struct Properties {
    format: Format,
    story: &'static str,
    /// `a.b` is `{"a": {"b": …}}`, `a[].b` is `{"a": [{"b": …}]}`.
    places: &'static str,
    let_go: &'static str,
}

const JSON: &[Properties] = &[
    Properties {
        format: Format::Ninjs,
        story: r#"{"uri": "urn:x:1", "version": "2", "versioncreated": "2024-03-05T10:00:00Z", "headline": "Tin rises", "body_text": "Tin rose in July.""#,
        places: "$standard.name altids.own altids[].value associations.a.headline associations.a.description_text associations[].descriptions[].value \
            associations[].uri associations[].usageterms associations[].byline associations[].renditions[].href byline by copyrightholder copyrightnotice descriptions[].value description_text description_short \
            digitalsourcetype.name digitalsourcetype.uri ednote event[].name event[].code events[].literal events[].name expires genre[].name genres[].literal \
            headline_main headline_sub headlines[].value infosource[].name infosource[].code infosource[].contactinfo[].value infosource[].contactinfo[].address.locality infosources[].name \
            infosources[].role keywords[] keywords located mimetype object[].name objects[].literal organisation[].name organisation[].code \
            organisation[].symbols[].symbol organisation[].symbols[].ticker organisation[].symbols[].exchange organisations[].literal people[].name people[].literal \
            person[].name person[].code person[].contactinfo[].value place[].name place[].code places[].literal places[].name places[].contactinfo[].address.country \
            profile renditions.a.href renditions[].href renditions[].title renditions[].name representationtype rightsinfo.encodedrights rightsinfo.linkedrights rightsinfo.langid \
            slugline subject[].name subject[].code subject[].creator subject[].rel subject[].scheme subjects[].literal subjects[].name subjects[].uri subjects[].creator title \
            trustindicator[].title trustindicator[].href trustindicators[].title type usageterms urgency plannedcoverage[].title plannedcoverage[].ednote \
            eventdetails.eventstatus eventdetails.organiser.name service[].name service[].code authors[].name authors[].biography authors[].jobtitle provider source \
            priority extra.unheardof unheardof unheardof[] language charcount wordcount body_html bodies[].value anpa_category[].qcode signal[].name evolvedfrom",
        let_go: "$standard.name mimetype profile representationtype rightsinfo.langid subject[].rel subject[].scheme expires charcount wordcount \
            associations[].renditions[].href type infosources[].role",
    },
    Properties {
        format: Format::Ap,
        story: r#"{"altids": {"itemid": "1", "etag": "1_0a"}, "type": "text", "version": 2, "versioncreated": "2024-03-05T10:00:00Z", "headline": "Tin rises", "body_html": "<p>Tin rose in July.</p>""#,
        places: "uri bylines[].by bylines[].title bylines[].name bylines[].code headline_extended title slugline ednote editornote copyrightnotice copyrightline copyrightholder usageterms[] \
            description_summary description_caption caption located datelinelocation.city datelinelocation.countryname datelinelocation.countryareaname infosource[].name \
            subject[].name subject[].code subject[].creator person[].name person[].code person[].title person[].teams[].name organisation[].name organisation[].symbols[].symbol place[].name place[].code place[].locationtype.name event[].name \
            category[].name category[].code suppcategory[].name keywords provider editorialrole sourcefile filings[].slugline filings[].category filings[].filingcountries[] filings[].filingsubject \
            associations.1.headline associations.1.caption associations.1.uri renditions.main.href renditions.main.title renditions.main.rel links[].href pubstatus editorialtypes[] editorialpriority signals[] \
            products[].name products[].id audiences[].name audiences[].code creditline commissioned city unheardof unheardof.more readingtime language type products",
        let_go: "subject[].creator renditions.main.rel editorialtypes[] editorialpriority type",
    },
    Properties {
        format: Format::JsonFeed,
        story: r#"{"id": "1", "date_published": "2024-03-05T10:00:00Z", "title": "Tin rises", "content_text": "Tin rose in July.""#,
        places: "url external_url summary image banner_image authors[].name authors[].url authors[].avatar author.name author.url tags[] attachments[].url attachments[].title \
            attachments[].mime_type _extension.about _extension.thing unheardof content_html language",
        let_go: "attachments[].mime_type",
    },
];

fn property(path: &str) -> String {
    let (name, inner) = path.split_once('.').map_or((path, None), |(name, inner)| (name, Some(inner)));
    let value = inner.map_or_else(|| format!("\"{MARK}\""), |inner| format!("{{{}}}", property(inner)));
    match name.strip_suffix("[]") {
        Some(name) => format!("\"{name}\": [{value}]"),
        None => format!("\"{name}\": {value}"),
    }
}

#[test]
fn a_marker_in_every_property_of_the_standards_made_of_json_is_found_again() {
    let mut wrong = Vec::new();
    for standard in JSON {
        let let_go: Vec<&str> = standard.let_go.split_whitespace().collect();
        for place in standard.places.split_whitespace() {
            let item = format!("{}, {}}}", standard.story, property(place));
            let message = match standard.format {
                Format::JsonFeed => {
                    format!(
                        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Agency\", \"items\": [{item}]}}"
                    )
                }
                _ => item,
            };
            let found = says_it(&message, standard.format);
            if found == let_go.contains(&place) {
                let what = if found { "is kept, and on the list" } else { "is lost" };
                wrong.push(format!("{}: {place} {what}", standard.format));
            }
        }
        for place in let_go {
            assert!(standard.places.split_whitespace().any(|known| known == place), "{place} is no place");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_marker_in_every_header_of_a_mail_is_found_again() {
    const HEADERS: &str = "From Sender Cc Reply-To Organization Comments Keywords Copyright X-Rights X-Slug X-Category X-Embargo X-Newsgroup \
        Summary Distribution Approved Subject";
    const LET_GO: &str = "To Received Return-Path Received-SPF DKIM-Signature X-Mailer User-Agent List-Id References In-Reply-To Thread-Index";
    for header in HEADERS.split_whitespace().chain(LET_GO.split_whitespace()) {
        let message = format!(
            "Message-ID: <1@agency.example>\nMIME-Version: 1.0\nDate: Tue, 05 Mar 2024 10:00:00 +0000\n{header}: {MARK}\n\nTin rose in July.\n"
        );
        let lost = LET_GO.split_whitespace().any(|known| known == header);
        assert_eq!(says_it(&message, Format::Mail), !lost, "{header}");
    }
}

/// The lines of controls that the old formats have: source, number, priority, category, words, keywords, footer.
#[test]
fn a_marker_in_every_field_of_the_line_formats_is_found_again() {
    let cases = [
        (
            Format::Iptc7901,
            "\u{1}zqm0150 3 pl 18\r\n\u{2}Tin rises\r\n\r\nTin rose.\r\n\u{3}051000 GMT mar 24\u{4}",
            "zqm",
        ),
        (
            Format::Iptc7901,
            "\u{1}dpa0150 3 zqm 18 Tin\r\n\u{2}Tin rises\r\n\r\nTin rose.\r\n\u{3}051000 GMT mar 24\u{4}",
            "zqm",
        ),
        (
            Format::Iptc7901,
            "\u{1}dpa0150 3 pl 18 zqmarker\r\n\u{2}Tin rises\r\n\r\nTin rose.\r\n\u{3}051000 GMT mar 24\u{4}",
            MARK,
        ),
        (
            Format::Iptc7901,
            "\u{1}dpa0150 3 pl 18\r\nzqmarker/\r\n\u{2}Tin rises\r\n\r\nTin rose.\r\n\u{3}051000 GMT mar 24\u{4}",
            MARK,
        ),
        (
            Format::Iptc7901,
            "\u{1}dpa0150 3 pl 18\r\n\u{2}Tin rises\r\n\r\nTin rose.\r\n\u{3}zqmarker 051000 GMT mar 24\u{4}",
            MARK,
        ),
        (
            Format::Anpa1312,
            "\u{16}\u{1}a0123\u{1f}zqmar-\r\nu f\u{13}\u{11}bc-tin 03-05 0412\r\n\u{2}^Tin rises<\r\nTin rose.\r\n\u{3}",
            "zqmar",
        ),
        (
            Format::Anpa1312,
            "\u{16}\u{1}a0123\u{1f}bdtnw-\r\nu z\u{13}\u{11}bc-zqmarker 03-05 0412\r\n\u{2}^Tin rises<\r\nTin rose.\r\n\u{3}",
            MARK,
        ),
        (
            Format::Anpa1312,
            "\u{16}\u{1}a0123\u{1f}bdtnw-\r\nu f\u{13}\u{11}bc-tin 03-05 0412\r\n\u{2}^Tin rises<\r\nTin rose.\r\n\u{3}zqmarker-03-05-24 1000GMT",
            MARK,
        ),
        (Format::Zczc, "ZCZC ZQM0001 zqmarker\n$zqmarker\n^Tin rises\n\nTin rose.\nNNNN\n", MARK),
        (Format::Zczc, "ZCZC ABC0001\n:zqmarker\n^Tin rises\n\nTin rose.\nNNNN\n", MARK),
        (Format::Zczc, "ZCZC ABC0001\n+zqmarker\n^Tin rises\n\nTin rose.\nNNNN\n", MARK),
        (Format::Zczc, "ZCZC ABC0001\n!zqmarker\n^Tin rises\n\nTin rose.\nNNNN\n", MARK),
        (Format::Zczc, "ZCZC ABC0001 zqmarker\n^Tin rises\n\nTin rose.\nNNNN\n", MARK),
    ];
    let mut lost = Vec::new();
    for (format, message, marker) in cases {
        // So few characters with so many controls are no story.
        let message = message.replace("Tin rose.", &"Tin rose in July. ".repeat(10));
        let parsed = parse(message.as_bytes(), Some(format)).unwrap();
        if !serde_json::to_string(&parsed.articles).unwrap().to_lowercase().contains(marker) {
            lost.push(message);
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}
