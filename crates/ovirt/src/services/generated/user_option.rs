//! `UserOptionService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::UserOption;
use crate::wait::wait;

service! {
    /// One setting of a user for the user interfaces.
    ///
    /// API path: `/users/{user:id}/options/{option:id}`
    UserOptionService = "user_option"
}

impl UserOptionService {
    /// Reads the setting; `content` is JSON. Since 4.4.5.
    ///
    /// `GET /users/{user:id}/options/{option:id}`
    #[inline]
    pub fn get(&self) -> UserOptionGet {
        UserOptionGet(self.0.get("user_option.get"))
    }

    /// Removes the setting; the user interface falls back to its default. Since 4.4.5.
    ///
    /// `DELETE /users/{user:id}/options/{option:id}`
    #[inline]
    pub fn remove(&self) -> UserOptionRemove {
        UserOptionRemove(self.0.remove("user_option.remove"))
    }
}

wait!(UserOptionService, UserOption);

request! {
    /// Request of [`UserOptionService::get`].
    UserOptionGet -> document(UserOption);
}

request! {
    /// Request of [`UserOptionService::remove`].
    UserOptionRemove -> nothing();
}
