//! What Graph's objects are, as far as they are used. Unknown members are ignored: the types are open.

mod attachment;
mod conversation;
mod conversation_thread;
mod date_time_time_zone;
mod deleted_group;
mod directory_role;
mod drive_item;
mod edit;
mod event;
mod event_parts;
mod evidence;
mod group;
mod group_changes;
mod group_details;
mod group_patch;
mod group_setting;
mod holdings;
mod ids;
mod item_body;
mod item_ids;
mod lifecycle_policy;
mod member;
mod naming;
mod naming_person;
mod new_event;
mod new_group;
mod onenote_page;
mod organization;
mod person;
mod photo;
mod planner;
mod post;
mod recipient;
mod recurrence;
mod recurrence_parts;
mod team;
mod text_enum;
mod text_id;
mod user;

pub use attachment::{Attachment, AttachmentKind, NewAttachment};
pub use conversation::{Conversation, NewConversation, StartedConversation};
pub use conversation_thread::ConversationThread;
pub use date_time_time_zone::{DateTimeTimeZone, TimeSlot};
pub use deleted_group::DeletedGroup;
pub use directory_role::DirectoryRole;
pub use drive_item::DriveItem;
pub use edit::Edit;
pub use event::{Event, EventType};
pub use event_parts::{
    Attendee, AttendeeType, Importance, Location, NewAttendee, OnlineMeetingInfo, PhysicalAddress,
    ResponseStatus, ResponseType, Sensitivity, ShowAs,
};
pub use evidence::{Beginning, EvidencePart, EvidenceRead, EvidenceWanted, GroupEvidence, Read};
pub use group::{FavoriteState, Group, GroupPeople, Visibility};
pub use group_changes::{GroupWithPeople, PersonChange};
pub use group_details::{AssignedLabel, GroupDetails, GroupLabels, MailSettings, RuleProcessing};
pub(crate) use group_patch::labels;
pub use group_patch::{GroupPatch, MailSettingsPatch};
pub use group_setting::{
    GroupSetting, GroupSettingTemplate, NewGroupSetting, SettingTemplateValue, SettingValue,
};
pub use holdings::{Figure, Holdings};
pub use ids::{
    GroupId, GroupSettingId, GroupSettingTemplateId, InvalidId, LifecyclePolicyId, UserId,
};
pub use item_body::{BodyType, ItemBody};
pub use item_ids::{
    AttachmentId, BucketId, ConversationId, EventId, PlanId, PostId, TaskId, ThreadId,
};
pub use lifecycle_policy::{GroupLifecyclePolicy, LifecyclePolicyPatch, ManagedGroupTypes};
pub use member::{Member, MemberKind};
pub use naming::{NameCheck, NameFault, NameProperty, NameReason, NameVerdict};
pub use naming_person::NamingPerson;
pub use new_event::{EventPatch, EventResponse, NewEvent};
pub(crate) use new_group::distinct;
pub use new_group::{GroupBehavior, NewGroup, Theme};
pub use onenote_page::OnenotePage;
pub use organization::Organization;
pub use person::{Person, PersonType, ScoredEmailAddress};
pub use photo::{Photo, PhotoSize, PhotoType};
pub use planner::{
    ChecklistPoint, Etag, InvalidEtag, NewPlannerTask, OrderHint, OrderHintRequest, PlannedTasks,
    PlannerAssignment, PlannerBucket, PlannerCategory, PlannerChecklistItem,
    PlannerExternalReference, PlannerPlan, PlannerPlanDetails, PlannerTask, PlannerTaskDetails,
    PlannerTaskDetailsPatch, PlannerTaskPatch, ReferenceUrl,
};
pub use post::{NewPost, Post, PostForward};
pub use recipient::{EmailAddress, Recipient};
pub use recurrence::{PatternedRecurrence, RecurrencePattern, RecurrenceRange};
pub use recurrence_parts::{DayOfWeek, RecurrencePatternType, RecurrenceRangeType, WeekIndex};
pub use team::Team;
pub use user::{Owner, User};
