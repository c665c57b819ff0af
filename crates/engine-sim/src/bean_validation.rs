//! Checks of values that engines do before a command, with the texts of their bean validation.

use crate::fault::Fault;
use crate::node::Node;

/// What is checked of the name of a type.
struct NameRule {
    kind: &'static str,
    /// Maximum length, and the message if the name is longer or empty.
    max: usize,
    wrong_size: &'static str,
    /// The message if the name has other characters than these: `{verb}` stands for the command.
    wrong_characters: &'static str,
    characters: &'static str,
    attribute: &'static str,
}

const VM_CHARACTERS: &str = "_-.";
const VM_SIZE: &str = "size must be between 1 and 255";

const NAMES: &[NameRule] = &[
    NameRule {
        kind: "vm",
        max: 255,
        wrong_size: VM_SIZE,
        wrong_characters: "Can not {verb} VM. The given name contains special characters. Only \
                           lower-case and upper-case letters, numbers, '_', '-', '.' are allowed.",
        characters: VM_CHARACTERS,
        attribute: "vmStatic.name",
    },
    NameRule {
        kind: "template",
        max: 255,
        wrong_size: VM_SIZE,
        wrong_characters: "Can not {verb} Template. The given name contains special characters. \
                           Only lower-case and upper-case letters, numbers, '_', '-', '.' are \
                           allowed.",
        characters: VM_CHARACTERS,
        attribute: "vmStatic.name",
    },
    NameRule {
        kind: "vm_pool",
        max: 255,
        wrong_size: VM_SIZE,
        wrong_characters: "Can not {verb} VM-Pool. The given name contains special characters. \
                           Only lower-case and upper-case letters, numbers, '_', '-', '.' are \
                           allowed.",
        // A row of question marks stands for the number of a VM.
        characters: "_-.?",
        attribute: "vmStatic.name",
    },
    NameRule {
        kind: "data_center",
        max: 40,
        wrong_size: "size must be between 1 and 40",
        wrong_characters: "Data Center name may only contain letters, numbers, '-', or '_'.",
        characters: "-_",
        attribute: "privateStoragePool.name",
    },
    NameRule {
        kind: "cluster",
        max: 40,
        wrong_size: "Cluster name must not exceed 40 characters",
        wrong_characters: "",
        characters: "",
        attribute: "cluster.name",
    },
];

/// Smallest memory, in bytes.
const MIN_MEMORY: i64 = 1 << 20;

/// Checks the values of a new object, or those of an update.
///
/// # Errors
///
/// Fails for the first value that the engine refuses.
pub(crate) fn check(kind: &str, is_new: bool, object: &Node) -> Result<(), Fault> {
    let verb = if is_new { "add" } else { "edit" };
    let rule = NAMES.iter().find(|rule| rule.kind == kind);
    if let (Some(rule), Some(name)) = (rule, object.get("name")) {
        rule.check(verb, name)?;
    }
    if kind == "cluster" && !is_new && !has_supported_version(object) {
        return Err(Fault::invalid(
            "Cannot edit Cluster. Selected Compatibility Version is not supported.",
        ));
    }
    let memory = object.get("memory").filter(|_| kind == "vm");
    let memory = memory.and_then(|memory| memory.trim().parse::<i64>().ok());
    if memory.is_some_and(|memory| (0..MIN_MEMORY).contains(&memory)) {
        return Err(violation(
            "must be greater than or equal to 1",
            "vmStatic.memSizeMb",
        ));
    }
    Ok(())
}

/// Whether the compatibility version of a cluster, if given, is one of 4.2 to 4.8.
fn has_supported_version(cluster: &Node) -> bool {
    let minor = cluster.get("version.minor").unwrap_or("8");
    let minor: u32 = minor.trim().parse().unwrap_or_default();
    cluster
        .get("version.major")
        .is_none_or(|major| major == "4")
        && (2..=8).contains(&minor)
}

impl NameRule {
    fn check(&self, verb: &str, name: &str) -> Result<(), Fault> {
        let is_allowed = |c: char| c.is_alphanumeric() || self.characters.contains(c);
        if name.is_empty() || name.chars().count() > self.max {
            return Err(violation(self.wrong_size, self.attribute));
        }
        if !self.wrong_characters.is_empty() && !name.chars().all(is_allowed) {
            let message = self.wrong_characters.replace("{verb}", verb);
            return Err(violation(&message, self.attribute));
        }
        Ok(())
    }
}

fn violation(message: &str, attribute: &str) -> Fault {
    Fault::invalid(format!("{message}, Attribute: {attribute}"))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::node::Node;

    #[test]
    fn names_have_a_size_and_characters() {
        let named = |name: &str| Node::new("vm").with_text("name", name);
        for name in ["a", "web-1_2.x", "\u{e4}", &"n".repeat(255)] {
            assert!(check("vm", true, &named(name)).is_ok(), "{name}");
        }
        for name in ["", "a b", "a/b", &"n".repeat(256)] {
            assert!(check("vm", false, &named(name)).is_err(), "{name}");
        }
        assert!(check("vm_pool", true, &named("pool-??")).is_ok());
        assert!(check("data_center", true, &named("a.b")).is_err());
        // Types without a rule accept any name.
        assert!(check("tag", true, &named("a b")).is_ok());
    }

    #[test]
    fn a_vm_has_memory() {
        let with = |memory: &str| Node::new("vm").with_text("memory", memory);
        assert!(check("vm", false, &with("99")).is_err());
        assert!(check("vm", false, &with("1048576")).is_ok());
    }
}
