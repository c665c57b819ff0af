//! `UsersService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::UserService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, User};

service! {
    /// The users that the engine knows: who logged in, or was added.
    ///
    /// API path: `/users`
    UsersService = "users"
}

impl UsersService {
    /// Makes a user of a directory known to the engine, to give permissions to before the first
    /// login.
    ///
    /// `POST /users`
    ///
    /// Needs `user.domain.id` or `user.domain.name`, `user.user_name`.
    #[inline]
    pub fn add(&self, user: impl Into<User>) -> UsersAdd {
        UsersAdd(
            self.0
                .add::<User>("users.add", user.into())
                .requires("user.domain.id|user.domain.name, user.user_name"),
        )
    }

    /// The users that the engine knows, by name; searchable by `usrname`, `name`, `directory` and
    /// more.
    ///
    /// `GET /users`
    #[inline]
    pub fn list(&self) -> UsersList {
        UsersList(self.0.get("users.list"))
    }

    /// One user, by its identifier.
    #[inline]
    pub fn user_service(&self, id: impl Identifier<User>) -> UserService {
        UserService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`UsersService::add`].
    UsersAdd -> document(User);
}

request! {
    /// Request of [`UsersService::list`].
    UsersList -> document(List<User>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(UsersList, User);
pages!(UsersList, User);
named!(UsersService, User, "user_name" = "usrname");
