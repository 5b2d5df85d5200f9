//! What can be said on the command line when the application starts.

use std::path::PathBuf;

use app_core::SignInDefaults;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Parser, ValueEnum};
use ipc_contract::settings::{StartView, Theme};

/// Keeps a group owner's Microsoft 365 groups alive, staffed and tidy.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "tenure", version)]
pub struct Arguments {
    /// Go straight into the practice tenant: no account is needed.
    #[arg(long)]
    pub practice: bool,
    /// Save a picture of the window once its first screen is complete, and quit.
    #[arg(long, value_name = "FILE", value_parser = path())]
    pub screenshot: Option<PathBuf>,
    /// Start without a window, for notices and the tray icon; without either a window opens all the same.
    #[arg(long)]
    pub background: bool,
    /// Keep everything that the application keeps in this folder.
    #[arg(long, value_name = "DIR", value_parser = path())]
    pub data_dir: Option<PathBuf>,
    /// Microsoft Graph's root, for a cloud with addresses of its own.
    #[arg(long, value_name = "URL", requires = "authority")]
    pub graph_url: Option<String>,
    /// The sign-in service's root, for a cloud with addresses of its own.
    #[arg(long, value_name = "URL", requires = "graph_url")]
    pub authority: Option<String>,
    /// The application (client) ID that the sign-in form begins with.
    #[arg(long, value_name = "ID")]
    pub client_id: Option<String>,
    /// The tenant that the sign-in form begins with: a GUID or a domain.
    #[arg(long, value_name = "TENANT")]
    pub tenant: Option<String>,
    /// Begin with this screen.
    #[arg(long, value_name = "SCREEN")]
    pub view: Option<View>,
    /// Show these colours, whatever was set.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<Colors>,
    /// The window's size in logical pixels, such as 1440x900; place and size are not remembered then.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u32, u32)>,
    /// How many groups a new practice tenant has.
    #[arg(long, value_name = "N", default_value_t = 52, value_parser = clap::value_parser!(u32).range(10..=10_000))]
    pub practice_groups: u32,
    /// How many people a new practice tenant has.
    #[arg(long, value_name = "N", default_value_t = 240, value_parser = clap::value_parser!(u32).range(20..=10_000))]
    pub practice_users: u32,
    /// Record what the practice tenant is asked and answers, a JSON line an exchange.
    #[arg(long, value_name = "FILE", value_parser = path(), hide = true)]
    pub practice_record: Option<PathBuf>,
    /// Append how long the start took, a JSON line a mark.
    #[arg(long, value_name = "FILE", value_parser = path(), hide = true)]
    pub marks: Option<PathBuf>,
}

impl Arguments {
    /// What the sign-in form begins with.
    pub fn sign_in_form(&self) -> SignInDefaults {
        SignInDefaults {
            graph_url: self.graph_url.clone(),
            authority: self.authority.clone(),
            client_id: self.client_id.clone(),
            tenant: self.tenant.clone(),
        }
    }
}

/// A screen, as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Home.
    Home,
    /// The list of groups.
    Groups,
    /// The renewals desk.
    Renewals,
    /// Deleted groups.
    Deleted,
    /// What the tenant decides about groups.
    Policies,
    /// What was done.
    Activity,
    /// Settings.
    Settings,
}

impl From<View> for StartView {
    fn from(view: View) -> Self {
        match view {
            View::Home => Self::Home,
            View::Groups => Self::Groups,
            View::Renewals => Self::Renewals,
            View::Deleted => Self::Deleted,
            View::Policies => Self::Policies,
            View::Activity => Self::Activity,
            View::Settings => Self::Settings,
        }
    }
}

/// Colours, as they are named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colors {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

impl From<Colors> for Theme {
    fn from(colors: Colors) -> Self {
        match colors {
            Colors::System => Self::System,
            Colors::Light => Self::Light,
            Colors::Dark => Self::Dark,
            Colors::HighContrast => Self::HighContrast,
        }
    }
}

/// Paths mean what they mean where the application is started: plugins would look for a relative one
/// in folders of their own.
fn path() -> impl clap::builder::TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(std::path::absolute)
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let parsed = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    parsed.ok_or_else(|| "width and height with an x between, such as 1440x900".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_cloud_come_in_pairs() {
        let alone = Arguments::try_parse_from(["tenure", "--graph-url", "https://graph.example"]);
        assert!(
            alone.is_err(),
            "a token is never sent where it was not issued for"
        );
    }

    #[test]
    fn a_relative_folder_is_one_below_the_current_folder() {
        let arguments = Arguments::try_parse_from(["tenure", "--data-dir", "kept"]).unwrap();
        let here = std::env::current_dir().unwrap();
        assert_eq!(arguments.data_dir, Some(here.join("kept")));
    }

    #[test]
    fn a_size_is_two_numbers() {
        assert_eq!(size("900x600"), Ok((900, 600)));
        assert!(size("900").is_err());
    }
}
