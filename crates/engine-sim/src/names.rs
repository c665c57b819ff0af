//! The macro for names of the API that the simulator's code mentions.

/// Defines a constant for each name, and for tests the list of them all.
macro_rules! names {
    ($($constant:ident = $name:literal,)+) => {
        $(pub(crate) const $constant: &str = $name;)+

        /// All of these names.
        #[cfg(test)]
        pub(crate) const ALL: &[&str] = &[$($constant),+];
    };
}

pub(crate) use names;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use ovirt_model::{Locator, Model};

    use crate::{object, status};

    #[test]
    fn collections_are_in_the_model() {
        let model = Model::embedded();
        let locators = model.services().flat_map(|service| &service.locators);
        let segments: HashSet<String> = locators.filter_map(Locator::segment).collect();
        for collection in object::ALL {
            assert!(segments.contains(*collection), "no collection {collection}");
        }
    }

    #[test]
    fn statuses_are_in_the_model() {
        let model = Model::embedded();
        let states = ["status", "phase"];
        let enums = model
            .enums()
            .filter(|own| states.iter().any(|end| own.name.ends_with(end)));
        let values = enums.flat_map(|own| &own.values);
        let names: HashSet<&str> = values.map(|value| value.name.as_str()).collect();
        for status in status::ALL {
            assert!(names.contains(status), "no status {status}");
        }
    }
}
