//! Every command that crosses to the backend, declared once: name, request, response.
//!
//! The shell implements each and the UI's bindings are generated from this table. Deliberately
//! elsewhere: the bodies (`src-tauri/src/commands`) and the use cases (`app-core`).

use crate::calendar::{
    CalendarRange, CalendarRequest, EventAnswerRequest, EventCancelRequest, EventChangeRequest,
    EventCheckRequest, EventChecked, EventCreateRequest, EventDetails, EventRequest,
};
use crate::conversations::{
    AttachmentRequest, ConversationList, ConversationRequest, ConversationThreads,
    ConversationsRequest, Draft, DraftAttachRequest, DraftDetachRequest, DraftList, DraftRequest,
    DraftSaveRequest, LockRequest, PostsLoaded, PostsRequest, RecipientsFound, RecipientsRequest,
    RemoteImagesRequest, SavedFile, SubscribeRequest, ThreadRequest,
};
use crate::decisions::{
    DecisionList, DecisionRequest, History, HistoryRequest, LetterOpened, LetterRequest,
};
use crate::deleted::{DeletedList, HoldingsList};
use crate::details::{CreationRules, GroupDetails, NameCheckRequest, NameVerdict};
use crate::dropped::{DroppedContent, DroppedRequest};
use crate::evidence::{EvidenceList, EvidenceRequest};
use crate::groups::{
    Favorite, FavoriteRequest, GroupList, GroupRequest, GroupSummary, GroupsRequest, RenewOutcome,
    SearchRequest,
};
use crate::jobs::{
    ActivityPage, ActivityRequest, ChangeRequest, Job, JobList, JobRequest, JobResult, Plan,
    PlanRequest, UndoRequest,
};
use crate::notices::CloseRequest;
use crate::people::{
    CompareRequest, Comparison, Matrix, MatrixRequest, MemberList, PeopleCheckRequest,
    PeopleChecked, PeopleFindRequest, PeopleFound, PhotoSetRequest, PhotosRequest,
};
use crate::policies::{
    ChangeList, NamedGroups, NamingMisfits, NamingMisfitsRequest, NamingPreview,
    NamingPreviewRequest, Policies, PoliciesAdoptRequest, PoliciesCompared, PoliciesImportRequest,
    PoliciesRequest, WhatIf, WhatIfRequest, WhatIfRows, WhatIfRowsRequest,
};
use crate::practice::{
    AdvanceRequest, ConditionsRequest, PracticeStatus, ResetRequest, RoleRequest,
};
use crate::session::{DeviceCode, PermissionList, Session, SessionState, SignInRequest};
use crate::settings::{AppStart, Settings, StorageInfo};
use crate::tables::{ExportRequest, Exported, TableLayout, TenantGroups, TenantGroupsRequest};

/// A command's name with the types of its request and its response.
pub trait Command {
    /// The name under which it is invoked.
    const NAME: &'static str;
    /// What it takes, in the argument `request`.
    type Request;
    /// What it answers with.
    type Response;
}

/// Calls `$callback!` with the whole table.
#[macro_export]
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            /// The first call of the window: how the application was started.
            AppStarted, "app_started", NoRequest => AppStart;
            /// Tells the shell how far the first screen has come: painted, interactive, complete.
            WindowReady, "window_ready", ReadyRequest => Nothing;
            /// What is in a file that was dropped on the window.
            DroppedRead, "dropped_read", DroppedRequest => DroppedContent;
            /// Enters the practice tenant, starting it if need be.
            PracticeEnter, "practice_enter", NoRequest => Session;
            /// Signs in through the system's browser; answers when that is over.
            SignInBrowser, "sign_in_browser", SignInRequest => Session;
            /// Begins a sign-in with a code.
            SignInDeviceStart, "sign_in_device_start", SignInRequest => DeviceCode;
            /// Waits until the code was entered.
            SignInDeviceFinish, "sign_in_device_finish", NoRequest => Session;
            /// Gives up the sign-in that is under way.
            SignInCancel, "sign_in_cancel", NoRequest => Nothing;
            /// All accounts on this machine.
            AccountsList, "accounts_list", NoRequest => AccountList;
            /// Shows another account.
            AccountSwitch, "account_switch", AccountRequest => Session;
            /// Forgets an account: its tokens and what is kept of its tenant.
            SignOut, "sign_out", SignOutRequest => SessionState;
            /// The permissions, why, and which are granted; for a form or the current session.
            PermissionsList, "permissions_list", PermissionsRequest => PermissionList;
            /// Asks for more permissions for the current account, in the browser.
            PermissionsRequestMore, "permissions_request", StepRequest => Session;
            /// The person's groups as last known; starts a refresh when they are old.
            GroupsList, "groups_list", NoRequest => GroupList;
            /// Reads the person's groups anew; progress and end come as events.
            GroupsRefresh, "groups_refresh", NoRequest => Nothing;
            /// Reads one group anew.
            GroupGet, "group_get", GroupRequest => GroupSummary;
            /// Reads owners and counts of the given groups (at most 100), batched.
            GroupPeopleLoad, "group_people_load", GroupsRequest => GroupPeopleLoaded;
            /// Searches the service for groups by name.
            GroupsSearch, "groups_search", SearchRequest => GroupsFound;
            /// Marks or unmarks a favorite.
            FavoriteSet, "favorite_set", FavoriteRequest => Favorite;
            /// Renews a group and reads it again.
            GroupRenew, "group_renew", GroupRequest => RenewOutcome;
            /// The evidence about groups (at most 20), and what renewing them would give; batched.
            EvidenceGet, "evidence_get", EvidenceRequest => EvidenceList;
            /// What was decided on this machine and stands.
            DecisionsList, "decisions_list", NoRequest => DecisionList;
            /// Decides about a group, or revokes what was decided.
            DecisionSet, "decision_set", DecisionRequest => DecisionList;
            /// Opens a letter to a group's other owners in the system's mail program.
            LetterOpen, "letter_open", LetterRequest => LetterOpened;
            /// What was decided and what became of it.
            HistoryGet, "history_get", HistoryRequest => History;
            /// Closes the window while jobs run.
            WindowClose, "window_close", CloseRequest => Nothing;
            /// One group in full: as last known, and read anew in the background.
            GroupDetailsGet, "group_details_get", GroupRequest => GroupDetails;
            /// Whether a name and an alias would be accepted.
            GroupNameCheck, "group_name_check", NameCheckRequest => NameVerdict;
            /// What creating groups is like in this tenant.
            CreationRulesGet, "creation_rules_get", NoRequest => CreationRules;
            /// A stretch of a group's conversations, what is being written in it, and how the person follows it.
            ConversationsList, "conversations_list", ConversationsRequest => ConversationList;
            /// A conversation with its threads and the heads of their posts.
            ConversationGet, "conversation_get", ConversationRequest => ConversationThreads;
            /// The bodies of posts (at most 20), made harmless.
            PostsLoad, "posts_load", PostsRequest => PostsLoaded;
            /// Loads remote images of posts in this group from now on, or no longer.
            RemoteImagesSet, "remote_images_set", RemoteImagesRequest => Nothing;
            /// Saves an attachment in the person's folder of downloads; progress comes as events.
            AttachmentSave, "attachment_save", AttachmentRequest => SavedFile;
            /// Locks a thread or opens it again.
            ThreadLock, "thread_lock", LockRequest => Nothing;
            /// Deletes a thread, for good.
            ThreadDelete, "thread_delete", ThreadRequest => Nothing;
            /// Deletes a conversation, for good.
            ConversationDelete, "conversation_delete", ConversationRequest => Nothing;
            /// Gets a group's mail in the person's own inbox, or no longer.
            MailSubscribe, "mail_subscribe", SubscribeRequest => Nothing;
            /// Takes all posts of a group as seen.
            UnseenReset, "unseen_reset", GroupRequest => Nothing;
            /// Everything that is being written or on its way, in all groups.
            DraftsList, "drafts_list", NoRequest => DraftList;
            /// Keeps what is being written.
            DraftSave, "draft_save", DraftSaveRequest => Draft;
            /// Adds a file to what is being written.
            DraftAttach, "draft_attach", DraftAttachRequest => Draft;
            /// Takes a file from what is being written.
            DraftDetach, "draft_detach", DraftDetachRequest => Draft;
            /// Throws away what was written.
            DraftDelete, "draft_delete", DraftRequest => Nothing;
            /// Sends what was written; answers when the service has accepted it.
            DraftSend, "draft_send", DraftRequest => Draft;
            /// Reads mail addresses from a text.
            RecipientsRead, "recipients_read", RecipientsRequest => RecipientsFound;
            /// The events of a group within a range.
            CalendarGet, "calendar_get", CalendarRequest => CalendarRange;
            /// An event in full.
            EventGet, "event_get", EventRequest => EventDetails;
            /// What there is to know about an event before it is saved. Nothing is written.
            EventCheck, "event_check", EventCheckRequest => EventChecked;
            /// Creates an event, once.
            EventCreate, "event_create", EventCreateRequest => EventDetails;
            /// Changes an event, an occurrence or a series.
            EventChange, "event_change", EventChangeRequest => EventDetails;
            /// Cancels an event, an occurrence or a series.
            EventCancel, "event_cancel", EventCancelRequest => Nothing;
            /// Answers an invitation.
            EventAnswer, "event_answer", EventAnswerRequest => EventDetails;
            /// Sets a group's photo.
            GroupPhotoSet, "group_photo_set", PhotoSetRequest => Nothing;
            /// Reads photos of people or groups, batched; those seen before come from this machine.
            PhotosLoad, "photos_load", PhotosRequest => PhotosLoaded;
            /// What goes with groups (at most 100) when they are deleted.
            GroupHoldingsGet, "group_holdings_get", GroupsRequest => HoldingsList;
            /// Everybody in a group as last known; starts a refresh when that is old.
            MembersList, "members_list", GroupRequest => MemberList;
            /// Reads everybody in a group anew.
            MembersRefresh, "members_refresh", GroupRequest => Nothing;
            /// Finds people while one types.
            PeopleFind, "people_find", PeopleFindRequest => PeopleFound;
            /// Checks a pasted list or a file of people. Nothing is written.
            PeopleCheck, "people_check", PeopleCheckRequest => PeopleChecked;
            /// Members who would be good second owners, the most active first.
            OwnerSuggestionsGet, "owner_suggestions_get", GroupRequest => OwnerSuggestions;
            /// Who is in which of two groups.
            PeopleCompare, "people_compare", CompareRequest => Comparison;
            /// Which of the groups that the person owns some people are in.
            PeopleMatrix, "people_matrix", MatrixRequest => Matrix;
            /// Deleted groups as last known; starts a refresh when that is old.
            DeletedListGet, "deleted_list_get", NoRequest => DeletedList;
            /// Reads deleted groups anew.
            DeletedRefresh, "deleted_refresh", NoRequest => Nothing;
            /// What a change would do. Nothing is written.
            PlanMake, "plan_make", ChangeRequest => Plan;
            /// What undoing would do. Nothing is written.
            PlanUndo, "plan_undo", UndoRequest => Plan;
            /// Starts a plan as a job; progress comes as events.
            PlanRun, "plan_run", PlanRequest => Job;
            /// Plans a change, runs it, and answers when it is over.
            ChangeRun, "change_run", ChangeRequest => JobResult;
            /// Undoes a job or an item of it, and answers when that is over.
            UndoRun, "undo_run", UndoRequest => JobResult;
            /// Jobs that are not over, and the last ones.
            JobsList, "jobs_list", NoRequest => JobList;
            /// A job with its items.
            JobGet, "job_get", JobRequest => JobResult;
            /// Stops a job after what is under way.
            JobPause, "job_pause", JobRequest => Job;
            /// Goes on with a job that was paused or interrupted.
            JobResume, "job_resume", JobRequest => Job;
            /// Ends a job; what was not sent never is.
            JobCancel, "job_cancel", JobRequest => Job;
            /// The record of what was done.
            ActivityList, "activity_list", ActivityRequest => ActivityPage;
            /// Groups of the whole tenant, as far as they were read; begins reading them.
            TenantGroupsList, "tenant_groups_list", TenantGroupsRequest => TenantGroups;
            /// How the table of groups was left.
            TableLayoutGet, "table_layout_get", NoRequest => TableLayout;
            /// Keeps how the table of groups is left.
            TableLayoutSet, "table_layout_set", TableLayout => Nothing;
            /// Saves something in the person's folder of downloads.
            ExportSave, "export_save", ExportRequest => Exported;
            /// What the tenant decides about groups, as last known; reads it anew when that is old.
            PoliciesRead, "policies_read", PoliciesRequest => Policies;
            /// What a lifetime and a selection would come to. Nothing is written.
            PolicyWhatIf, "policy_what_if", WhatIfRequest => WhatIf;
            /// Groups of a what-if.
            PolicyWhatIfRows, "policy_what_if_rows", WhatIfRowsRequest => WhatIfRows;
            /// What names come to by a naming policy. Nothing is written.
            NamingPreviewGet, "naming_preview", NamingPreviewRequest => NamingPreview;
            /// Groups that would not fit a naming policy.
            NamingMisfitsGet, "naming_misfits", NamingMisfitsRequest => NamingMisfits;
            /// Finds groups of any kind by name, for who may create groups.
            PolicyGroupsFind, "policy_groups_find", SearchRequest => NamedGroups;
            /// Compares a file of policies with what the tenant has. Nothing is written.
            PoliciesImport, "policies_import", PoliciesImportRequest => PoliciesCompared;
            /// The changes that take over what was chosen of a file. Nothing is written.
            PoliciesAdopt, "policies_adopt", PoliciesAdoptRequest => ChangeList;
            /// What was set.
            SettingsGet, "settings_get", NoRequest => Settings;
            /// Sets it.
            SettingsSet, "settings_set", Settings => Settings;
            /// What is kept on this machine.
            StorageGet, "storage_get", NoRequest => StorageInfo;
            /// Removes everything that is kept on this machine, and signs out.
            StorageClear, "storage_clear", NoRequest => Nothing;
            /// The practice tenant as it stands.
            PracticeGet, "practice_get", NoRequest => PracticeStatus;
            /// Moves its clock.
            PracticeAdvance, "practice_advance", AdvanceRequest => PracticeStatus;
            /// Changes its behaviour.
            PracticeConditions, "practice_conditions", ConditionsRequest => PracticeStatus;
            /// Gives the person an administrator's role in the practice tenant, or takes it.
            PracticeRole, "practice_role", RoleRequest => PracticeStatus;
            /// Starts it anew.
            PracticeReset, "practice_reset", ResetRequest => PracticeStatus;
            /// Opens an https address in the system's browser.
            OpenExternal, "open_external", OpenRequest => Nothing;
        }
    };
}

mod shapes {
    //! Requests and responses that belong to no capability.

    use serde::{Deserialize, Serialize};
    use ts_rs::TS;

    use crate::groups::{GroupPeople, GroupSummary};
    use crate::people::{OwnerSuggestion, Photo};
    use crate::session::{Account, PermissionStep, SignInRequest};

    /// A command without input: `null`.
    pub type NoRequest = ();
    /// A command without an answer: `null`.
    pub type Nothing = ();

    /// How far the first screen has come.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct ReadyRequest {
        /// What it has come to.
        pub stage: ReadyStage,
    }

    /// How far the first screen has come, one after the other.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub enum ReadyStage {
        /// Something is to be seen in it.
        Painted,
        /// Its list answers to input, or is known not to come.
        Interactive,
        /// Nothing of it is still being read: owners of the rows in view neither.
        Complete,
    }

    /// Names an account.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct AccountRequest {
        /// The application's own id of the account.
        pub account_id: String,
    }

    /// Names an account to sign out.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct SignOutRequest {
        /// The application's own id of the account.
        pub account_id: String,
        /// Whether to end the session in the system's browser as well.
        pub browser: bool,
    }

    /// The accounts.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct AccountList {
        /// In the order in which they were added.
        pub accounts: Vec<Account>,
    }

    /// Asks for the permissions of a form that is being filled in, or of the session.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct PermissionsRequest {
        /// The form; `null` for the session.
        pub form: Option<SignInRequest>,
    }

    /// Names a step of permissions.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct StepRequest {
        /// The step.
        pub step: PermissionStep,
    }

    /// The people of one group.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct PeopleOfGroup {
        /// Directory id of the group.
        pub group_id: String,
        /// Its people; `null` when they may not be read.
        pub people: Option<GroupPeople>,
    }

    /// The people of several groups.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct GroupPeopleLoaded {
        /// One entry a group that was asked for.
        pub groups: Vec<PeopleOfGroup>,
    }

    /// Groups that a search found.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct GroupsFound {
        /// At most 50 groups, best first.
        pub groups: Vec<GroupSummary>,
    }

    /// Photos that were asked for.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct PhotosLoaded {
        /// One entry an id that was asked for.
        pub photos: Vec<Photo>,
    }

    /// Members who would be good second owners.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct OwnerSuggestions {
        /// At most five, the most active first.
        pub people: Vec<OwnerSuggestion>,
    }

    /// An address to open in the system's browser.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
    #[serde(rename_all = "camelCase")]
    pub struct OpenRequest {
        /// An https address.
        pub url: String,
    }
}
pub use shapes::{
    AccountList, AccountRequest, GroupPeopleLoaded, GroupsFound, NoRequest, Nothing, OpenRequest,
    OwnerSuggestions, PeopleOfGroup, PermissionsRequest, PhotosLoaded, ReadyRequest, ReadyStage,
    SignOutRequest, StepRequest,
};

macro_rules! declare {
    ($($(#[$doc:meta])* $command:ident, $name:literal, $request:ty => $response:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $command;
            impl Command for $command {
                const NAME: &'static str = $name;
                type Request = $request;
                type Response = $response;
            }
        )*
        /// The names of all commands, in the order of the table.
        pub const NAMES: &[&str] = &[$($name),*];
    };
}
with_commands!(declare);
