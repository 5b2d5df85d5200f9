//! Notebooks, their sections, and the pages of all of them
//! (onenote-list-notebooks.md, notebook-list-sections.md, onenote-list-pages.md).

use serde_json::{Value, json};

use super::items::{Named, ONENOTE, page, single};
use super::{Area, Held};
use crate::graph::Answer;
use crate::odata::ODataError;
use crate::world::contents::{Notebook, Page, Section};

/// `words` is the path after the group, `keys` the same as it was written.
pub(super) fn get(held: &Held<'_>, words: &[&str], keys: &[&str]) -> Result<Answer, ODataError> {
    let missing = || Area::OneNote.item_missing();
    let notebook = |id: &str| {
        let mut all = held.content.notebooks.iter();
        all.find(|notebook| notebook.id.eq_ignore_ascii_case(id))
            .ok_or_else(missing)
    };
    let notebooks = Named {
        context: held.context("onenote/notebooks"),
        type_name: "notebook",
    };
    match words {
        ["onenote", "notebooks"] => {
            let shown = held
                .content
                .notebooks
                .iter()
                .map(|notebook| shown(held, notebook));
            page(held.reading.call, &ONENOTE, &notebooks, shown.collect())
        }
        ["onenote", "notebooks", _] => single(
            held.reading.call,
            &notebooks,
            shown(held, notebook(keys[2])?),
        ),
        ["onenote", "notebooks", _, "sections"] => {
            let of = notebook(keys[2])?;
            let shown = of
                .sections
                .iter()
                .map(|section| shown_section(held, of, section));
            let tail = format!("onenote/notebooks('{}')/sections", of.id);
            let named = Named {
                context: held.context(&tail),
                type_name: "onenoteSection",
            };
            page(held.reading.call, &ONENOTE, &named, shown.collect())
        }
        _ => Err(held.unknown()),
    }
}

/// `GET /groups/{id}/onenote/pages`: of all notebooks, the last changed first.
pub(super) fn pages(held: &Held<'_>) -> Result<Answer, ODataError> {
    let notebooks = held.content.notebooks.iter();
    let sections = notebooks.flat_map(|notebook| &notebook.sections);
    let mut all: Vec<(&Section, &Page)> = sections
        .flat_map(|section| section.pages.iter().map(move |page| (section, page)))
        .collect();
    all.sort_by_key(|(_, page)| std::cmp::Reverse(page.modified));
    let shown = all
        .into_iter()
        .map(|(section, page)| shown_page(held, section, page));
    let named = Named {
        context: held.context("onenote/pages"),
        type_name: "onenotePage",
    };
    page(held.reading.call, &ONENOTE, &named, shown.collect())
}

fn address(held: &Held<'_>, tail: &str) -> String {
    format!(
        "{}/groups/{}/onenote/{tail}",
        held.reading.call.root(),
        held.group.id
    )
}

fn shown(held: &Held<'_>, notebook: &Notebook) -> Value {
    let own = address(held, &format!("notebooks/{}", notebook.id));
    let web = format!("{}/SiteAssets/{}", held.site(), notebook.id);
    json!({
        "id": notebook.id,
        "self": own,
        "displayName": notebook.name,
        "createdDateTime": notebook.created,
        "lastModifiedDateTime": notebook.modified,
        "createdBy": held.identity(Some(notebook.by)),
        "lastModifiedBy": held.identity(Some(notebook.by)),
        "isDefault": false,
        "isShared": true,
        "userRole": "Contributor",
        "sectionsUrl": format!("{own}/sections"),
        "sectionGroupsUrl": format!("{own}/sectionGroups"),
        "links": {
            "oneNoteClientUrl": {"href": format!("onenote:{web}")},
            "oneNoteWebUrl": {"href": web},
        },
    })
}

fn shown_section(held: &Held<'_>, notebook: &Notebook, section: &Section) -> Value {
    let own = address(held, &format!("sections/{}", section.id));
    let web = format!("{}/SiteAssets/{}", held.site(), section.id);
    json!({
        "id": section.id,
        "self": own,
        "displayName": section.name,
        "createdDateTime": section.created,
        "lastModifiedDateTime": section.modified,
        "createdBy": held.identity(Some(notebook.by)),
        "lastModifiedBy": held.identity(Some(notebook.by)),
        "isDefault": false,
        "pagesUrl": format!("{own}/pages"),
        "links": {
            "oneNoteClientUrl": {"href": format!("onenote:{web}")},
            "oneNoteWebUrl": {"href": web},
        },
    })
}

fn shown_page(held: &Held<'_>, section: &Section, page: &Page) -> Value {
    let own = address(held, &format!("pages/{}", page.id));
    let web = format!("{}/SiteAssets/{}", held.site(), page.id);
    json!({
        "id": page.id,
        "self": own,
        "title": page.title,
        "createdByAppId": "",
        "contentUrl": format!("{own}/content"),
        "createdDateTime": page.created,
        "lastModifiedDateTime": page.modified,
        "links": {
            "oneNoteClientUrl": {"href": format!("onenote:{web}")},
            "oneNoteWebUrl": {"href": web},
        },
        "parentSection": {"id": section.id, "displayName": section.name},
    })
}
