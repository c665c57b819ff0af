//! Rules for names, with the texts of the engine's bean validation.

use crate::fault::Fault;

/// What a name may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameRule {
    /// Maximum length in characters.
    pub(crate) max: usize,
    /// The message if the name is longer or empty.
    pub(crate) wrong_size: &'static str,
    /// Allowed characters in addition to letters and digits.
    pub(crate) characters: &'static str,
    /// The message if it has others, with `{verb}` for the command; empty if all are allowed.
    pub(crate) wrong_characters: &'static str,
    /// What the engine calls the member.
    pub(crate) attribute: &'static str,
}

impl NameRule {
    /// Fails if the engine refuses a name.
    pub(crate) fn check(&self, verb: &str, name: &str) -> Result<(), Fault> {
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

/// Returns the fault for a value that bean validation refuses.
pub(crate) fn violation(message: &str, attribute: &str) -> Fault {
    Fault::invalid(format!("{message}, Attribute: {attribute}"))
}

/// The rule for VMs and what is like them, given what messages call them.
macro_rules! vm_name {
    ($title:literal, $characters:literal) => {
        $crate::name_rule::NameRule {
            max: 255,
            wrong_size: "size must be between 1 and 255",
            characters: $characters,
            wrong_characters: concat!(
                "Can not {verb} ",
                $title,
                ". The given name contains special characters. Only lower-case and upper-case \
                 letters, numbers, '_', '-', '.' are allowed."
            ),
            attribute: "vmStatic.name",
        }
    };
}

pub(crate) use vm_name;
