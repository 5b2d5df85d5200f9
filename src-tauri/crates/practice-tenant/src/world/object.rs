//! Objects of the directory that are neither people nor groups. They can be
//! looked up, and are no members of Microsoft 365 groups.

/// What an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ObjectKind {
    Device,
    ServicePrincipal,
    /// `orgContact`
    Contact,
}

/// One object.
#[derive(Debug, Clone)]
pub(crate) struct DirectoryObject {
    pub(crate) id: String,
    pub(crate) kind: ObjectKind,
    pub(crate) display_name: String,
}

/// What every company of this kind has.
pub(super) const OBJECTS: [(ObjectKind, &str); 6] = [
    (ObjectKind::Device, "LAPTOP-LODZ-014"),
    (ObjectKind::Device, "MEETING-ROOM-OSAKA"),
    (ObjectKind::ServicePrincipal, "Payroll connector"),
    (ObjectKind::ServicePrincipal, "Backup agent"),
    (ObjectKind::Contact, "Łukasz of Kowal Printers"),
    (ObjectKind::Contact, "Courier hotline"),
];
