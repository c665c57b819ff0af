//! Reading a list in pages, one request per page.

use std::collections::BTreeSet;

use ovirt_types::__private::{Object, text_of};
use ovirt_types::List;
use tokio::sync::mpsc;

use super::{AnyBatch, BUFFER, Produced, Source, Stream};
use crate::error::Error;
use crate::error::classify::{self, Cause};
use crate::request::Draft;
use crate::response::{ReadMode, Response};

/// Gives a request for a searchable list the method `pages`.
macro_rules! pages {
    ($request:ident, $type:ty) => {
        impl $request {
            /// Returns the objects in pages of `size`. Each page is requested when it is consumed.
            /// Objects are sorted as the search says, by default by name.
            ///
            /// Objects that are created or removed meanwhile can shift the following pages: an
            /// object may be missed, but none appears on two consecutive pages. A full page without
            /// any new object is an error: the engine ignores the number of the page.
            #[inline]
            pub fn pages(self, size: u32) -> $crate::Stream<$crate::types::List<$type>> {
                $crate::stream::pages_of(self.0, size)
            }
        }
    };
}

pub(crate) use pages;

/// The pages of the response to a request.
pub(crate) fn pages_of<T: Object>(draft: Draft, size: u32) -> Stream<List<T>> {
    let connection = draft.connection();
    Stream::from_source(Source::new(&connection, BUFFER, move |sender| {
        Box::pin(produce(draft, size, Page::decode::<T>, sender))
    }))
}

/// One page of a list of any type.
struct Page {
    /// The `List<T>`, without objects of the previous page; `None` if it is empty.
    list: Option<AnyBatch>,
    /// How many objects the engine returned.
    length: usize,
    /// The identifiers of those objects.
    ids: BTreeSet<String>,
}

impl Page {
    /// Decodes a page. Objects of the previous page are dropped: objects that were added before
    /// them have shifted them to this one.
    fn decode<T: Object>(response: Response, previous: &BTreeSet<String>) -> Result<Self, Error> {
        let mut list: Vec<T> = response.into_object::<List<T>>()?.into_vec();
        let id = |object: &T| text_of(object, "id").map(str::to_owned);
        let (length, ids) = (list.len(), list.iter().filter_map(id).collect());
        list.retain(|object| text_of(object, "id").is_none_or(|id| !previous.contains(id)));
        let list = (!list.is_empty()).then(|| Box::new(List::from(list)) as AnyBatch);
        Ok(Self { list, length, ids })
    }
}

async fn produce(
    draft: Draft,
    size: u32,
    decode: fn(Response, &BTreeSet<String>) -> Result<Page, Error>,
    sender: mpsc::Sender<Produced>,
) -> Result<(), Error> {
    let connection = draft.connection();
    let call = draft.into_call()?;
    let search = paged_search(&call.operation, call.query("search"))?;
    if size == 0 {
        return Err(Error::usage(
            "pages of size 0 would never end: use a larger size",
        ));
    }
    let mut previous = BTreeSet::new();
    for number in 1_u32.. {
        let mut call = call.clone();
        call.set_query("search", format!("{search}page {number}"));
        call.set_query("max", size.to_string());
        let response = connection.send(call, ReadMode::Buffer).await?;
        let context = response.context.clone();
        let page = decode(response, &previous)?;
        if page.list.is_none() && page.length > 0 && page.length >= size as usize {
            let message = format!("page {number} has only the objects of the page before");
            return Err(classify::error(Cause::SamePage, message, &context));
        }
        if let Some(list) = page.list {
            // Fails if the stream was dropped.
            let _ = sender.send(Ok(list)).await;
        }
        if page.length < size as usize {
            break;
        }
        previous = page.ids;
    }
    Ok(())
}

/// The search to which the number of a page can be appended. It must sort, with a direction.
fn paged_search(operation: &str, search: Option<&str>) -> Result<String, Error> {
    let search = search.unwrap_or_default().trim();
    let words: Vec<_> = search
        .split_ascii_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let has = |word: &str| words.iter().any(|own| own == word);
    if has("page") {
        return Err(Error::usage(
            "the search contains `page`: remove it, pages() adds it",
        ));
    }
    let order = if has("sortby") {
        let directed = words
            .last()
            .is_some_and(|last| last == "asc" || last == "desc");
        if directed { "" } else { "asc" }
    } else {
        match operation {
            "disks.list" => "sortby alias asc",
            // Sorted by identifier or time.
            "events.list" | "jobs.list" => "",
            _ => "sortby name asc",
        }
    };
    Ok([search, order]
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| format!("{part} "))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::paged_search;

    #[test]
    fn paged_searches_sort_in_one_direction() {
        let table = [
            ("vms.list", None, "sortby name asc "),
            ("vms.list", Some("name=a*"), "name=a* sortby name asc "),
            ("vms.list", Some("SortBy memory"), "SortBy memory asc "),
            ("vms.list", Some("a=1 sortby b DESC"), "a=1 sortby b DESC "),
            ("disks.list", None, "sortby alias asc "),
            ("events.list", Some("severity>normal"), "severity>normal "),
            ("events.list", None, ""),
        ];
        for (operation, search, expected) in table {
            assert_eq!(paged_search(operation, search).unwrap(), expected);
        }
        assert!(paged_search("vms.list", Some("name=a page 2")).is_err());
    }
}
