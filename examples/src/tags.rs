//! Tags and affinity labels.

pub mod add_affinity_label;
pub mod add_tag;
pub mod assign_affinity_label_to_vm;
pub mod assign_tag_to_vm;
pub mod list_affinity_labels;
pub mod list_tags;
pub mod list_tags_of_vm;
pub mod remove_tag;
pub mod unassign_tag_to_vm;
