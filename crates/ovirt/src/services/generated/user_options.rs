//! `UserOptionsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::UserOptionService;
use crate::stream::stream;
use crate::types::{Identifier, List, UserOption};

service! {
    /// The settings of a user for the user interfaces.
    ///
    /// API path: `/users/{user:id}/options`
    UserOptionsService = "user_options"
}

impl UserOptionsService {
    /// Adds a setting of the user; users may do so for themselves. Since 4.4.5.
    ///
    /// `POST /users/{user:id}/options`
    ///
    /// Needs `option.content`, `option.name`.
    #[inline]
    pub fn add(&self, option: impl Into<UserOption>) -> UserOptionsAdd {
        UserOptionsAdd(
            self.0
                .add::<UserOption>("user_options.add", option.into())
                .requires("option.content, option.name"),
        )
    }

    /// All settings of the user. Since 4.4.5.
    ///
    /// `GET /users/{user:id}/options`
    #[inline]
    pub fn list(&self) -> UserOptionsList {
        UserOptionsList(self.0.get("user_options.list"))
    }

    /// One setting, by its identifier. Since 4.4.5.
    #[inline]
    pub fn option_service(&self, id: impl Identifier<UserOption>) -> UserOptionService {
        UserOptionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`UserOptionsService::add`].
    UserOptionsAdd -> document(UserOption);
}

request! {
    /// Request of [`UserOptionsService::list`].
    UserOptionsList -> document(List<UserOption>);
}

stream!(UserOptionsList, UserOption);
named!(UserOptionsService, UserOption, "name");
