//! The commands of the contract: each takes its state, calls one use case, maps the error.
//!
//! Deliberately elsewhere: names and types (`ipc-contract`), what the use cases do (`app-core`).

pub mod accounts;
pub mod app;
pub mod calendar;
pub mod changes;
pub mod conversations;
pub mod desk;
pub mod details;
pub mod drafts;
pub mod dropped;
pub mod evidence;
pub mod favorites;
pub mod groups;
pub mod people;
pub mod policies;
pub mod practice;
pub mod renewals;
pub mod settings;
pub mod sign_in;
pub mod tables;

use ipc_contract::commands::Command;
use ipc_contract::error::CommandError;
use tauri::Wry;
use tauri::ipc::Invoke;

/// What a command answers with.
pub type Outcome<C> = Result<<C as Command>::Response, CommandError>;

/// What a command takes.
pub type Request<C> = <C as Command>::Request;

/// Every command of the contract, for Tauri to call.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app::app_started,
        app::window_ready,
        dropped::dropped_read,
        sign_in::practice_enter,
        sign_in::sign_in_browser,
        sign_in::sign_in_device_start,
        sign_in::sign_in_device_finish,
        sign_in::sign_in_cancel,
        accounts::accounts_list,
        accounts::account_switch,
        accounts::sign_out,
        accounts::permissions_list,
        accounts::permissions_request,
        groups::groups_list,
        groups::groups_refresh,
        groups::group_get,
        groups::group_people_load,
        groups::groups_search,
        favorites::favorite_set,
        renewals::group_renew,
        evidence::evidence_get,
        desk::decisions_list,
        desk::decision_set,
        desk::letter_open,
        desk::history_get,
        desk::window_close,
        drafts::drafts_list,
        drafts::draft_save,
        drafts::draft_attach,
        drafts::draft_detach,
        drafts::draft_delete,
        drafts::draft_send,
        details::group_details_get,
        details::group_name_check,
        details::creation_rules_get,
        details::group_photo_set,
        details::group_holdings_get,
        details::deleted_list_get,
        details::deleted_refresh,
        people::members_list,
        people::members_refresh,
        people::people_find,
        people::people_check,
        people::owner_suggestions_get,
        people::people_compare,
        people::people_matrix,
        people::photos_load,
        changes::plan_make,
        changes::plan_undo,
        changes::plan_run,
        changes::change_run,
        changes::undo_run,
        changes::jobs_list,
        changes::job_get,
        changes::job_pause,
        changes::job_resume,
        changes::job_cancel,
        changes::activity_list,
        calendar::calendar_get,
        calendar::event_get,
        calendar::event_check,
        calendar::event_create,
        calendar::event_change,
        calendar::event_cancel,
        calendar::event_answer,
        tables::tenant_groups_list,
        tables::table_layout_get,
        tables::table_layout_set,
        tables::export_save,
        policies::policies_read,
        policies::policy_what_if,
        policies::policy_what_if_rows,
        policies::naming_preview,
        policies::naming_misfits,
        policies::policy_groups_find,
        policies::policies_import,
        policies::policies_adopt,
        settings::settings_get,
        settings::settings_set,
        settings::storage_get,
        settings::storage_clear,
        practice::practice_get,
        practice::practice_advance,
        practice::practice_conditions,
        practice::practice_role,
        practice::practice_reset,
        conversations::conversations_list,
        conversations::conversation_get,
        conversations::posts_load,
        conversations::remote_images_set,
        conversations::attachment_save,
        conversations::thread_lock,
        conversations::thread_delete,
        conversations::conversation_delete,
        conversations::mail_subscribe,
        conversations::unseen_reset,
        conversations::recipients_read,
        app::open_external,
    ]
}
