//! The version of the engine that is simulated.

use crate::node::Node;

/// A version of the engine, such as 4.4 (the last 4.4) or 4.4.5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EngineVersion {
    /// The version as the model has it; `None` for the newest.
    pub(crate) text: Option<String>,
    minor: u32,
    build: u32,
    /// Minor number of the newest compatibility version of clusters.
    pub(crate) newest_level: u32,
    /// End of the full version.
    platform: &'static str,
}

/// Minor number, last build, minor number of the newest compatibility version, platform.
const VERSIONS: &[(u32, u32, u32, &str)] = &[
    (5, 8, 8, "el9"),
    (4, 10, 6, "el8"),
    (3, 10, 3, "el7"),
    (2, 8, 2, "el7"),
];

impl EngineVersion {
    /// Parses a version; `None` if it is not simulated.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse::<u32>().ok());
        let (major, minor, build) = (parts.next()??, parts.next()??, parts.next());
        let own = VERSIONS
            .iter()
            .find(|(own, ..)| major == 4 && *own == minor);
        let (_, last, newest_level, platform) = *own?;
        let build = build.map_or(Some(last), |build| build)?;
        parts.next().is_none().then(|| Self {
            text: Some(text.to_owned()),
            minor,
            build,
            newest_level,
            platform,
        })
    }

    /// Whether the version is older than 4.`minor`.
    pub(crate) fn is_before(&self, minor: u32) -> bool {
        self.minor < minor
    }

    /// Returns the version as the root of the API states it.
    pub(crate) fn product(&self) -> Node {
        let (minor, build) = (self.minor, self.build);
        let release = if self.text.is_some() { "1" } else { "0.master" };
        let full = format!("4.{minor}.{build}-{release}.{}", self.platform);
        Node::new("version")
            .with_text("build", build.to_string())
            .with_text("full_version", full)
            .with_text("major", "4")
            .with_text("minor", minor.to_string())
            .with_text("revision", "0")
    }
}

impl Default for EngineVersion {
    fn default() -> Self {
        Self {
            text: None,
            minor: 5,
            build: 8,
            newest_level: 8,
            platform: "el9",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EngineVersion;

    #[test]
    fn a_version_is_complete() {
        let full = |text: &str| {
            let version = EngineVersion::parse(text)?;
            version.product().get("full_version").map(str::to_owned)
        };
        assert_eq!(full("4.4").as_deref(), Some("4.4.10-1.el8"));
        assert_eq!(full("4.4.5").as_deref(), Some("4.4.5-1.el8"));
        for text in ["", "4", "5.4", "4.6", "4.1", "4.4.x", "4.4.5.1", "4.x"] {
            assert_eq!(full(text), None, "{text}");
        }
        let default = EngineVersion::default().product();
        assert_eq!(default.get("full_version"), Some("4.5.8-0.master.el9"));
    }
}
